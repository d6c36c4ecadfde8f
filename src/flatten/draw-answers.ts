/** Draws answers and ticks in the place of their fields, each in the structure element that its field had. */
import { PDFHexString, PDFName, type PDFDict } from '@cantoo/pdf-lib';
import type { FilledCheck, FilledField, FilledText } from '../answers/fields.ts';
import type { Objects } from '../answers/objects.ts';
import { onAppearance } from '../answers/check-box.ts';
import { say } from '../content/phrase.ts';
import type { Strings } from '../content/strings.ts';
import { PADDING } from '../pdf/capacity.ts';
import { SIGNS } from '../pdf/fields.ts';
import { asDrawn } from './as-drawn.ts';
import { cleaned, type Cluster, clustersOf, type Faces } from './clusters.ts';
import { fit, type Fitted, REFERENCE_SHARE } from './fit-answer.ts';
import { appearance, artifact, background, text, under } from './operators.ts';
import type { PageEdit } from './page-edit.ts';
import type { PlacedField } from './read-filled.ts';
import { widthOf } from './wrap-lines.ts';

/** The words that flattening prints. */
export type FlattenWords = Pick<Strings, 'ticked' | 'continuedOn' | 'continuedFrom' | 'continuedAnswers'>;

/** An answer that does not fit into its box even in the smallest size. */
export interface Overflow {
  placed: PlacedField & { field: FilledText };
  fitted: Fitted;
}

/** The size of answers in points where the document gives none. */
const USUAL_SIZE = 11;
/** The space between an answer and the reference to its continuation, in ems of the answer. */
const BEFORE_REFERENCE = 0.4;

/** Splits a text into paragraphs of clusters. */
export const paragraphsOf = (value: string, faces: Faces): Cluster[][] =>
  cleaned(value)
    .split('\n')
    .map((line) => clustersOf(line, faces));

export class Answers {
  readonly #objects: Objects;
  readonly #faces: Faces;
  readonly #words: FlattenWords;
  readonly #usualSize: number;
  readonly #space: Cluster;

  constructor(objects: Objects, faces: Faces, words: FlattenWords, fields: readonly { field: FilledField }[]) {
    this.#objects = objects;
    this.#faces = faces;
    this.#words = words;
    this.#usualSize = commonest(fields.flatMap(({ field }) => (field.kind === 'text' && field.fontSize ? [field.fontSize] : []))) ?? USUAL_SIZE;
    this.#space = clustersOf(' ', faces)[0] as Cluster;
  }

  /** The size that an answer was typed in, in points. */
  sizeOf({ fontSize }: FilledText): number {
    return fontSize ?? this.#usualSize;
  }

  /**
   * Fits an answer into its box; nothing is drawn yet.
   *
   * @param page a placeholder with as many digits as the number of the page that it may be continued on
   */
  fit(field: FilledText, page: string): Fitted | undefined {
    // A field of one line has no line ends.
    const paragraphs = paragraphsOf(field.multiline ? field.value : field.value.replaceAll('\n', ' '), this.#faces);
    if (paragraphs.every((clusters) => widthOf(clusters) === 0)) return undefined;
    const { rect, multiline } = field;
    const box = { width: rect.right - rect.left, height: rect.top - rect.bottom, multiline, fontSize: this.sizeOf(field) };
    const width = (form: 'long' | 'short'): number => widthOf(this.#reference(form, page));
    return fit(paragraphs, box, { long: width('long'), short: width('short') });
  }

  /**
   * Draws an answer; without one, the ruled lines stay for writing by hand.
   *
   * @param page the number of the page that it is continued on
   */
  text(placed: PlacedField & { field: FilledText }, edit: PageEdit, fitted: Fitted | undefined, page?: string): void {
    const { field, element } = placed;
    const { rect } = field;
    if (field.drawn) {
      const drawn = asDrawn(this.#objects, field.drawn, rect, (ref) => edit.appearance(ref));
      const { operators, kid } = edit.mark(element, 'Form', drawn);
      // What has no ground hides nothing: a line to write on stays below its word.
      if (field.background) edit.eraseRules(placed);
      edit.insert(placed, operators);
      this.#describe(element.dict, { Role: 'tv' }, field.label, [kid]);
      return;
    }
    if (!fitted) {
      const { operators, kid } = edit.mark(element, 'Form', '');
      edit.insert(placed, operators);
      this.#describe(element.dict, { Role: 'tv' }, field.label, [kid], field.label);
      return;
    }
    const parts: string[] = [];
    // The ground shows how far the space reaches. It also covers ruled lines that cannot be removed, because another program drew them differently.
    if (field.background && (!edit.eraseRules(placed) || !isWhite(field.background)))
      parts.push(artifact('Background', background(field.background, rect.left, rect.bottom, rect.right - rect.left, rect.top - rect.bottom)));
    const { operators, kid } = edit.mark(element, 'Form', this.lines(field, fitted, page));
    edit.insert(placed, [...parts, operators].join('\n'));
    // No alternative text: it would be read instead of the answer.
    this.#describe(element.dict, { Role: 'tv' }, field.label, [kid]);
  }

  /** Draws the mark of a box that is ticked. */
  check(placed: PlacedField & { field: FilledCheck }, edit: PageEdit): void {
    const { field, element } = placed;
    const { operators, kid } = edit.mark(element, 'Form', field.on ? this.#sign(field, edit) : '');
    edit.insert(placed, operators);
    const spoken = field.on ? `${field.label}: ${this.#words.ticked}` : field.label;
    this.#describe(element.dict, { Role: 'cb', checked: field.on ? 'on' : 'off' }, field.label, [kid], spoken);
  }

  /**
   * The operators that set an answer.
   *
   * @param page the number of the page that it is continued on
   * @param aside marks the reference to that page, where it has to be told from the answer
   */
  lines(
    field: Pick<FilledText, 'rect' | 'multiline' | 'color'>,
    { size, leading, top, lines, reference }: Fitted,
    page: string | undefined,
    aside = (operators: string): string => operators,
  ): string {
    const { rect, multiline, color } = field;
    const x = rect.left + PADDING;
    const { ascent, descent } = (this.#faces.faces[0] as Faces['faces'][number]).metrics;
    // Text is centred vertically in its line, and a single line in its box.
    const inLine = (leading - (ascent - descent) * size) / 2 + ascent * size;
    const alone = !multiline && lines.length <= 1 && reference?.at !== 'below';
    const y = alone ? (rect.top + rect.bottom) / 2 - ((ascent + descent) / 2) * size : rect.top - top - inLine;
    const place = { x, y, size, leading, color };
    const drawn = lines.length > 0 ? [text(lines, place, this.#space)] : [];
    if (reference && page !== undefined) {
      const clusters = [this.#space, ...this.#reference(reference.form, page)];
      const last = lines.at(-1);
      const at =
        reference.at === 'below'
          ? { x, y: y - lines.length * leading }
          : { x: x + (last ? (last.width + BEFORE_REFERENCE) * size : 0), y: y - Math.max(0, lines.length - 1) * leading };
      // The space before it separates it from the answer when read aloud.
      const smaller = size * REFERENCE_SHARE;
      drawn.push(
        aside(text([{ clusters, width: 0, ends: false }], { ...at, x: at.x - this.#space.width * smaller, size: smaller, leading, color }, this.#space)),
      );
    }
    return drawn.join('\n');
  }

  /** The reference to the page of the continuation. */
  #reference(form: 'long' | 'short', page: string): Cluster[] {
    return clustersOf(form === 'long' ? say(this.#words.continuedOn, { page }) : `… ${page}`, this.#faces);
  }

  /** The field’s own mark, if it needs no font; else a tick, because another program has replaced the mark. */
  #sign(field: FilledCheck, edit: PageEdit): string {
    const { rect } = field;
    const own = onAppearance(this.#objects, field);
    const dict = own && this.#objects.asStream(own)?.dict;
    if (own && dict && !this.#objects.dict(this.#objects.dict(dict, 'Resources') ?? dict, 'Font')) {
      return `q\n${appearance(edit.appearance(own), rect.left, rect.bottom)}\nQ`;
    }
    return under([1, 0, 0, 1, rect.left, rect.bottom], SIGNS.tick(rect.right - rect.left, rect.top - rect.bottom));
  }

  /** Makes the element of a field the element of its answer (ISO 32000-1, table 348). */
  #describe(dict: PDFDict, entries: Record<string, string>, label: string, kids: readonly PDFDict[], spoken?: string): void {
    const { context } = this.#objects;
    dict.set(PDFName.of('A'), context.obj({ O: 'PrintField', ...entries, Desc: PDFHexString.fromText(label) }));
    dict.set(PDFName.of('K'), context.obj([...kids]));
    if (spoken === undefined) dict.delete(PDFName.of('Alt'));
    else dict.set(PDFName.of('Alt'), PDFHexString.fromText(spoken));
  }
}

/** White on white paper shows nothing. */
const isWhite = (color: readonly number[]): boolean => color.every((part) => part === 1);

const commonest = (sizes: readonly number[]): number | undefined => {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0];
};

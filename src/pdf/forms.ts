/** Writes each drawing once in a document, as a form XObject (ISO 32000-1, 8.10), however often it stands on pages. */
import type { PdfDocument, Ref } from './document.ts';
import { compressed, once } from './kept-parts.ts';
import { short } from './operands.ts';
import { endPacked } from './reference.ts';

/** A drawing of a certain size. */
export interface Drawable {
  /** The same for those that look the same. */
  key: string;
  /** In points; what reaches over its edges is cut off. */
  width: number;
  height: number;
  /** To how many decimals the lengths in it are written; all that the drawing gives, where it is not said. */
  decimals?: number;
  /** Draws it with its upper left corner at 0. */
  draw(doc: PdfDocument): void;
}

/** Where pdfkit puts operators, and the names of what they need. */
interface Canvas {
  write(operators: string): void;
  fonts: object;
  xobjects: Record<string, Ref>;
  ext_gstates: object;
  patterns: object;
  colorSpaces: object;
}

interface Insides {
  page: Canvas;
  _ctm: readonly number[];
}

const UNMOVED = [1, 0, 0, 1, 0, 0];

/** A number with more decimals than any other needs. */
const LONG = /-?\d+\.\d{3,}/g;

/** Operators with shorter numbers; factors of a matrix, which multiply all that comes after, stay as they are. */
const shortened = (operators: string, decimals: number): string =>
  operators.endsWith(' cm') ? operators : operators.replaceAll(LONG, (number) => String(Number(Number(number).toFixed(decimals)) + 0));

interface Drawn {
  operators: string;
  /** The same, compressed. */
  packed: Buffer;
  resources: Record<string, unknown>;
}

const packedOf = ({ onDisk }: PdfDocument, operators: string): Buffer => compressed(Buffer.from(`${operators}\n`, 'latin1'), onDisk);

/** Draws outside any page. */
const drawApart = (doc: PdfDocument, { width, height, decimals, draw }: Drawable): Drawn => {
  const own = doc as unknown as Insides;
  const { page, _ctm } = own;
  const parts: string[] = [];
  const canvas = { width, height, fonts: {}, xobjects: {}, ext_gstates: {}, patterns: {}, colorSpaces: {} };
  own.page = { ...canvas, write: (operators) => parts.push(decimals === undefined ? operators : shortened(operators, decimals)) };
  own._ctm = UNMOVED;
  try {
    draw(doc);
  } finally {
    Object.assign(own, { page, _ctm });
  }
  const { fonts: Font, xobjects: XObject, ext_gstates: ExtGState, patterns: Pattern, colorSpaces: ColorSpace } = canvas;
  const used = Object.entries({ Font, XObject, ExtGState, Pattern, ColorSpace }).filter(([, entries]) => Object.keys(entries).length > 0);
  const operators = parts.join('\n');
  return { operators, packed: packedOf(doc, operators), resources: Object.fromEntries(used) };
};

/** Draws outside any page, or takes the operators of an earlier run, where these need nothing else of their document. */
const drawnBefore = (doc: PdfDocument, drawing: Drawable): Drawn => {
  let drawn: Drawn | undefined;
  const operators = doc.onDisk?.take(`drawing ${drawing.decimals} ${drawing.key}`, () => {
    drawn = drawApart(doc, drawing);
    return Object.keys(drawn.resources).length === 0 ? Buffer.from(drawn.operators, 'latin1') : undefined;
  });
  if (!operators || drawn) return drawn ?? drawApart(doc, drawing);
  const text = operators.toString('latin1');
  return { operators: text, packed: packedOf(doc, text), resources: {} };
};

/** The drawings of a document, by their keys: the numbers of the objects that hold them. */
export type KnownForms = ReadonlyMap<string, number>;

/** Places drawings on the pages of a document, one page after the other. */
export class Forms {
  readonly #doc: PdfDocument;
  readonly #written: Map<string, Ref>;
  /** By what they draw: sheets that were laid out in two ways may say the same in other words. */
  readonly #byContent = new Map<string, Ref>();
  readonly #here: Drawable[] = [];

  /** @param written those that the document has already */
  constructor(doc: PdfDocument, written: ReadonlyMap<string, Ref> = new Map()) {
    this.#doc = doc;
    this.#written = new Map(written);
  }

  /** Those on the current page, each once. */
  get onPage(): readonly Drawable[] {
    return [...this.#here];
  }

  /** All of the document so far. */
  get known(): KnownForms {
    return new Map([...this.#written].map(([key, { id }]) => [key, id]));
  }

  /** Draws one on the current page, its upper left corner at a place in points. */
  place(drawing: Drawable, left: number, top: number): void {
    this.#doc.addContent(`q 1 0 0 1 ${short(left)} ${short(top)} cm /${this.need(drawing)} Do Q`);
  }

  /**
   * Notes that the current page shows a drawing.
   * @returns what it is called there. Names count anew on each page, so that its operators do not depend on other pages.
   */
  need(drawing: Drawable): string {
    const at = this.#here.findIndex(({ key }) => key === drawing.key);
    return `D${at < 0 ? this.#here.push(drawing) : at + 1}`;
  }

  /** Writes those of the current page that the document does not have, and begins another page. */
  endPage(): void {
    const { xobjects } = (this.#doc as unknown as Insides).page;
    for (const [index, drawing] of this.#here.entries()) xobjects[`D${index + 1}`] = this.#refTo(drawing);
    this.#here.length = 0;
  }

  #refTo(drawing: Drawable): Ref {
    const { key, width, height } = drawing;
    const known = this.#written.get(key);
    if (known) return known;
    const { operators, resources, packed } = this.#drawn(drawing);
    const size = [0, 0, width, height].map((length) => Number(short(length)));
    const content = Object.keys(resources).length === 0 ? `${size.join(' ')} ${operators}` : undefined;
    const alike = content === undefined ? undefined : this.#byContent.get(content);
    const ref = alike ?? this.#doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: size, Resources: resources });
    if (!alike) endPacked(ref, packed);
    if (content !== undefined) this.#byContent.set(content, ref);
    this.#written.set(key, ref);
    return ref;
  }

  /** What an earlier build has drawn, where it needs nothing else of its document. */
  #drawn(drawing: Drawable): Drawn {
    const doc = this.#doc;
    const shapes = once(doc.kept, `drawing ${drawing.key}`, () => {
      const drawn = drawnBefore(doc, drawing);
      return Object.keys(drawn.resources).length === 0 ? drawn : undefined;
    });
    return shapes ?? drawApart(doc, drawing);
  }
}

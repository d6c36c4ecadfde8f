/** Writes form fields (ISO 32000-1, 12.7): not nested, with permanent names, each with an accessible name and its own appearance. */
import { capacity } from './capacity.ts';
import type { CheckFieldMark, FieldMark, TextFieldMark } from '../kit/marks.ts';
import { type PdfDocument, type Ref, textString, unbroken } from './document.ts';
import { embedFieldFont, type FieldFont } from './field-font.ts';
import { about } from './kept-parts.ts';
import { objectText, reference, references, stringText } from './object-text.ts';
import { short as exact } from './operands.ts';
import type { PlacedField } from './page-elements.ts';
import type { Rect } from './rules.ts';
import { widgetBox } from './widget-box.ts';

/** A field as the report of a build lists it. */
export interface FieldReport {
  name: string;
  label: string;
  kind: 'text' | 'check';
  /** From 1. */
  page: number;
  /** For text fields: how many characters fit and are printed in full. */
  capacity?: number;
}

/** Field flags (ISO 32000-1, tables 221 and 228), by bit position. */
const MULTILINE = 1 << 12;
const DO_NOT_SPELL_CHECK = 1 << 22;
const DO_NOT_SCROLL = 1 << 23;
/** Annotation flag Print (table 165): without it, what is typed does not print. */
const PRINT = 4;

/** Shorter content, in bytes, is longer when it is compressed. */
const COMPRESSED_FROM = 100;

/** The name of the typing font in the form’s resources. */
const FONT = 'Fld';

/** A colour as three components from 0 to 1. */
export const components = (hex: string): [number, number, number] => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 0xff) / 255, (value & 0xff) / 255];
};

const short = (value: number): number => Math.round(value * 1000) / 1000;

/** A tick in a box of the given size (points): two strokes with round ends. */
const tick = (width: number, height: number): string =>
  [
    'q',
    '0 G',
    `${short(width * 0.13)} w 1 J 1 j`,
    `${short(width * 0.22)} ${short(height * 0.52)} m ${short(width * 0.42)} ${short(height * 0.28)} l ${short(width * 0.8)} ${short(height * 0.76)} l S`,
    'Q',
  ].join('\n');

/** How far the handles of a Bézier curve reach for a quarter of a circle, by its radius. */
const ROUND = 0.5523;

/** A ring in a box of the given size (points), round what is printed there. */
const ring = (width: number, height: number): string => {
  const [x, y, r] = [width / 2, height / 2, Math.min(width, height) * 0.4];
  const h = r * ROUND;
  const curve = (...points: number[]): string => `${points.map(short).join(' ')} c`;
  return [
    'q',
    '0 G',
    `${short(r * 0.22)} w`,
    `${short(x + r)} ${short(y)} m`,
    curve(x + r, y + h, x + h, y + r, x, y + r),
    curve(x - h, y + r, x - r, y + h, x - r, y),
    curve(x - r, y - h, x - h, y - r, x, y - r),
    curve(x + h, y - r, x + r, y - h, x + r, y),
    's',
    'Q',
  ].join('\n');
};

/** Draws the sign of a ticked box, given its width and height in points. */
export const SIGNS = { tick, ring };

/** What a field looks like in one of its states. */
interface Appearance {
  /** Equal appearances have the same, and are written once. */
  key: string;
  /** In points. */
  width: number;
  height: number;
  content: string;
  /** Whether letters are set in it. */
  letters: boolean;
}

/** The state of a field that has but one. */
const ANY = '';

/** The widget of a field, as text of its dictionary, but for what refers to other objects. */
export interface Widget {
  rectangle: string;
  /** The entries that follow those of every annotation. */
  entries: string;
  /** By its states. */
  appearances: Readonly<Record<string, Appearance>>;
  capacity?: number;
}

export class Form {
  readonly #doc: PdfDocument;
  readonly #font: FieldFont;
  readonly #fontRef: Ref;
  /** The resources of appearances that letters are set in. */
  readonly #fontResources: Ref;
  /** The numbers of fields. */
  readonly #fields: number[] = [];
  readonly #appearances = new Map<string, Ref>();

  /** @param language of the book: its letters can be typed */
  constructor(doc: PdfDocument, font: FieldFont, language: string) {
    this.#doc = doc;
    this.#font = font;
    this.#fontRef = embedFieldFont(doc, font, language);
    this.#fontResources = doc.ref({ Font: { [FONT]: this.#fontRef } });
    this.#fontResources.end();
  }

  /**
   * The widget of a field, which is also the field.
   * @param underRule whether it begins where the last rule of the field before it lies
   * @param pageHeight in points
   */
  widget(placed: PlacedField, underRule: boolean, pageHeight: number): Widget {
    const { mark, rect, rules } = placed;
    const make = (): Widget => {
      const box = widgetBox(mark, rect, rules, underRule);
      return { rectangle: objectText(rectangle(box, pageHeight)), ...(mark.kind === 'text' ? this.#text(mark, box) : check(mark, box)) };
    };
    return about(this.#doc.kept, placed, [underRule, pageHeight, this.#font], make);
  }

  /** The numbers of a widget's appearances, which are written where no other field had them. */
  appearances({ appearances }: Widget): number[] {
    return Object.values(appearances).map((appearance) => this.#appearance(appearance).id);
  }

  /** @param field the number of its object */
  add(field: number): void {
    this.#fields.push(field);
  }

  /** Writes the form; no field may be added after that. */
  end(): void {
    if (this.#fields.length === 0) return;
    // Check boxes name ZaDb, which viewers have; every mark has its own appearance, so that the font is never shown.
    const dingbats = this.#doc.ref({ Type: 'Font', Subtype: 'Type1', BaseFont: 'ZapfDingbats' });
    dingbats.end();
    const form = this.#doc.ref({
      Fields: references(this.#fields),
      DA: textString(`/${FONT} 0 Tf 0 g`),
      DR: { Font: { [FONT]: this.#fontRef, ZaDb: dingbats } },
    });
    form.end();
    this.#doc._root.data.AcroForm = form;
  }

  #text(mark: TextFieldMark, rect: Rect): Omit<Widget, 'rectangle'> {
    const most = capacity(this.#font.font, { ...rect, fontSize: mark.fontSize, multiline: mark.multiline });
    const entries = [
      describe(mark),
      '/FT /Tx',
      `/Ff ${(mark.multiline ? MULTILINE : 0) | DO_NOT_SCROLL | (mark.spellcheck === false ? DO_NOT_SPELL_CHECK : 0)}`,
      `/MaxLen ${most}`,
      // Black: Chrome lays a tint over what is typed, which makes any other colour pale.
      `/DA (/${FONT} ${mark.fontSize} Tf 0 g)`,
      // An opaque background hides the ruled lines behind an answer; the empty appearance leaves them visible until then.
      `/MK ${objectText(mark.background ? { BG: components(mark.background).map(short) } : {})}`,
    ].join('\n');
    return { entries, capacity: most, appearances: { [ANY]: appearance(rect, '/Tx BMC\nEMC', true) } };
  }

  #appearance({ key, width, height, content, letters }: Appearance): Ref {
    const known = this.#appearances.get(key);
    if (known) return known;
    const stream = this.#doc.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, width, height],
      // Quartz ignores an appearance whose font is not in its own resources (pdf.md, section 1c).
      Resources: letters ? this.#fontResources : {},
    });
    if (content.length < COMPRESSED_FROM) stream.compress = false;
    stream.end(content);
    this.#appearances.set(key, stream);
    return stream;
  }
}

/**
 * The widget of a field, but for its number.
 * @param page the number of its page
 * @param key its StructParent key
 * @param numbers of its appearances
 */
export const widgetText = ({ rectangle, entries, appearances }: Widget, page: number, key: number, numbers: readonly number[]): string => {
  const states = Object.keys(appearances).map((state, index) => ({ state, appearance: reference(numbers[index] as number) }));
  const [only] = states;
  const normal = only?.state === ANY ? only.appearance : `<<${states.map(({ state, appearance }) => `\n/${state} ${appearance}`).join('')}\n>>`;
  const where = `<<\n/Type /Annot\n/P ${reference(page)}\n/Rect ${rectangle}\n/StructParent ${key}`;
  return [where, entries, `\n/AP <<\n/N ${normal}\n>>`, '\n>>'].join('');
};

const describe = (mark: FieldMark): string => `\n/Subtype /Widget\n/F ${PRINT}\n/T ${stringText(unbroken(mark.name))}\n/TU ${stringText(unbroken(mark.label))}`;

/** The widget of a check box; its frame is drawn on the page. */
const check = (mark: CheckFieldMark, rect: Rect): Omit<Widget, 'rectangle'> => ({
  entries: [describe(mark), '/FT /Btn', '/V /Off', '/DV /Off', '/AS /Off', '/DA (/ZaDb 0 Tf 0 g)', '/MK <<', '/CA (4)', '>>'].join('\n'),
  appearances: { Yes: appearance(rect, SIGNS[mark.sign](rect.width, rect.height)), Off: appearance(rect, 'q\nQ') },
});

const appearance = (rect: Rect, content: string, letters = false): Appearance => {
  const [width, height] = [short(rect.width), short(rect.height)];
  return { key: `${width} ${height} ${content}`, width, height, content, letters };
};

/** Edges of a field or link on its page, to a thousandth of a point. */
export const rectangle = ({ left, top, width, height }: Rect, pageHeight: number): number[] =>
  [left, pageHeight - top - height, left + width, pageHeight - top].map((edge) => Number(exact(edge)));

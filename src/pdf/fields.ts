/** Writes form fields (ISO 32000-1, 12.7): not nested, with permanent names, each with an accessible name and its own appearance. */
import { capacity } from './capacity.ts';
import type { CheckFieldMark, TextFieldMark } from '../kit/marks.ts';
import { type PdfDocument, type Ref, textString } from './document.ts';
import { embedFieldFont, type FieldFont } from './field-font.ts';
import type { Rect } from './rules.ts';

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

export class Form {
  readonly #doc: PdfDocument;
  readonly #font: FieldFont;
  readonly #fontRef: Ref;
  /** The resources of appearances that letters are set in. */
  readonly #fontResources: Ref;
  readonly #fields: Ref[] = [];
  /** Equal appearances are written once. */
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
   * The widget of a text field, which is also the field.
   * @param base What every annotation has: page, rectangle, structure key
   */
  text(mark: TextFieldMark, rect: Rect, base: Record<string, unknown>): { entries: Record<string, unknown>; capacity: number } {
    const most = capacity(this.#font.font, { ...rect, fontSize: mark.fontSize, multiline: mark.multiline });
    const flags = (mark.multiline ? MULTILINE : 0) | DO_NOT_SCROLL | (mark.spellcheck === false ? DO_NOT_SPELL_CHECK : 0);
    const entries = {
      ...this.#widget(mark, base),
      FT: 'Tx',
      Ff: flags,
      MaxLen: most,
      // Black: Chrome lays a tint over what is typed, which makes any other colour pale.
      DA: textString(`/${FONT} ${mark.fontSize} Tf 0 g`),
      // An opaque background hides the ruled lines behind an answer; the empty appearance leaves them visible until then.
      MK: mark.background ? { BG: components(mark.background).map(short) } : {},
      AP: { N: this.#appearance(rect, '/Tx BMC\nEMC', this.#fontResources) },
    };
    return { entries, capacity: most };
  }

  /** The widget of a check box; its frame is drawn on the page. */
  check(mark: CheckFieldMark, rect: Rect, base: Record<string, unknown>): Record<string, unknown> {
    const { width, height } = rect;
    return {
      ...this.#widget(mark, base),
      FT: 'Btn',
      V: 'Off',
      DV: 'Off',
      AS: 'Off',
      DA: textString('/ZaDb 0 Tf 0 g'),
      MK: { CA: textString('4') },
      AP: { N: { Yes: this.#appearance(rect, SIGNS[mark.sign](width, height), {}), Off: this.#appearance(rect, 'q\nQ', {}) } },
    };
  }

  add(field: Ref): void {
    this.#fields.push(field);
  }

  /** Writes the form; no field may be added after that. */
  end(): void {
    if (this.#fields.length === 0) return;
    // Check boxes name ZaDb, which viewers have; every mark has its own appearance, so that the font is never shown.
    const dingbats = this.#doc.ref({ Type: 'Font', Subtype: 'Type1', BaseFont: 'ZapfDingbats' });
    dingbats.end();
    const form = this.#doc.ref({
      Fields: this.#fields,
      DA: textString(`/${FONT} 0 Tf 0 g`),
      DR: { Font: { [FONT]: this.#fontRef, ZaDb: dingbats } },
    });
    form.end();
    this.#doc._root.data.AcroForm = form;
  }

  #widget(mark: TextFieldMark | CheckFieldMark, base: Record<string, unknown>): Record<string, unknown> {
    return { ...base, Subtype: 'Widget', F: PRINT, T: textString(mark.name), TU: textString(mark.label) };
  }

  #appearance({ width, height }: Rect, content: string, resources: Ref | Record<string, unknown>): Ref {
    const key = `${short(width)} ${short(height)} ${content}`;
    const known = this.#appearances.get(key);
    if (known) return known;
    const stream = this.#doc.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, short(width), short(height)],
      // Quartz ignores an appearance whose font is not in its own resources (pdf.md, section 1c).
      Resources: resources,
    });
    if (content.length < COMPRESSED_FROM) stream.compress = false;
    stream.end(content);
    this.#appearances.set(key, stream);
    return stream;
  }
}

/** A font for answers: which characters it has, how wide they are, and the subset of it that goes into the PDF. */
import { deflateSync } from 'node:zlib';
import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { PDFHexString } from '@cantoo/pdf-lib';
import { create, type Font, type GlyphPosition } from 'fontkit';
import { placeMarks, type Shift } from '../layout/place-marks.ts';

/** The most codes of one font: they have two bytes, and 0 is the missing glyph. */
const MOST_CODES = 0xffff;
/** The most entries in a section of a ToUnicode map (Adobe Technical Note 5411). */
const SECTION = 100;

/** Metrics of a font in ems. */
export interface Metrics {
  ascent: number;
  descent: number;
}

export class Face {
  /** Its name among the resources of a page. */
  readonly name: string;
  readonly metrics: Metrics;
  readonly #font: Font;
  /** Codes by glyph and text: one glyph may stand for different texts. */
  readonly #codes = new Map<string, number>();
  readonly #used: { glyph: number; text: string }[] = [];
  readonly #glyphs = new Map<string, number>();

  /**
   * @param name its name among the resources of a page
   * @param bytes of a TrueType file
   * @throws Error when it is none
   */
  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.#font = create(Buffer.from(bytes)) as Font;
    const { ascent, descent, unitsPerEm } = this.#font;
    this.metrics = { ascent: ascent / unitsPerEm, descent: descent / unitsPerEm };
    if (!Number.isFinite(this.metrics.ascent + this.metrics.descent)) throw new Error('a font without metrics');
  }

  /**
   * Reads whatever these characters need of a font, to find out whether it is damaged.
   *
   * @throws Error when the font is damaged
   */
  static try(bytes: Uint8Array, characters: ReadonlySet<string>): void {
    const face = new Face('', bytes);
    const subset = face.#font.createSubset();
    for (const character of characters) {
      const glyph = face.glyph(character);
      if (!Number.isFinite(face.width(glyph))) throw new Error('a glyph without a width');
      subset.includeGlyph(face.#font.getGlyph(glyph));
    }
    subset.encode();
  }

  has(character: string): boolean {
    return this.glyph(character) !== 0;
  }

  /** The glyph of a character; 0 where there is none. */
  glyph(character: string): number {
    const known = this.#glyphs.get(character);
    if (known !== undefined) return known;
    const point = character.codePointAt(0) ?? 0;
    const glyph = this.#font.hasGlyphForCodePoint(point) ? this.#font.glyphForCodePoint(point).id : 0;
    this.#glyphs.set(character, glyph);
    return glyph;
  }

  /** The advance of a glyph in ems. */
  width(glyph: number): number {
    return this.#font.getGlyph(glyph).advanceWidth / this.#font.unitsPerEm;
  }

  /** For each character of a letter with marks, how far it is shifted from the place after the letter; nothing for the letter itself. */
  shifts(characters: readonly string[]): (Shift | undefined)[] {
    const glyphs = characters.map((character) => this.#font.glyphForCodePoint(character.codePointAt(0) ?? 0));
    const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }) as GlyphPosition);
    return placeMarks(this.#font, glyphs, positions).glyphs.map(({ shift }) => shift);
  }

  /** The code of a glyph that stands for a text, as four hexadecimal digits; it is embedded from now on. */
  encode(glyph: number, text: string): string {
    const key = `${glyph} ${text}`;
    let code = this.#codes.get(key);
    if (code === undefined) {
      if (this.#used.length >= MOST_CODES) throw new Error('more characters than one font can have');
      this.#used.push({ glyph, text });
      code = this.#used.length;
      this.#codes.set(key, code);
    }
    return code.toString(16).padStart(4, '0');
  }

  /** Whether anything is set in it. */
  get used(): boolean {
    return this.#used.length > 0;
  }

  /**
   * Embeds what is used, as a composite font (ISO 32000-1, 9.7).
   *
   * @returns its dictionary
   */
  embed(context: PDFContext): PDFRef {
    const font = this.#font;
    const subset = font.createSubset();
    // The types omit the return value: the glyph's index in the subset.
    const inSubset = this.#used.map(({ glyph }) => subset.includeGlyph(font.getGlyph(glyph)) as unknown as number);
    const bytes = subset.encode();
    const thousandths = (value: number): number => Math.round((value * 1000) / font.unitsPerEm);
    const stream = (content: Uint8Array, entries: Record<string, number> = {}): PDFRef =>
      context.register(context.stream(deflateSync(content), { ...entries, Filter: 'FlateDecode' }));

    const name = `${this.#tag()}+${font.postscriptName.replaceAll(/[^\w-]/g, '')}`;
    const { minX, minY, maxX, maxY } = font.bbox;
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        // Symbolic (table 123): the codes follow no standard encoding.
        Flags: 4,
        FontBBox: [minX, minY, maxX, maxY].map(thousandths),
        ItalicAngle: font.italicAngle,
        Ascent: thousandths(font.ascent),
        Descent: thousandths(font.descent),
        CapHeight: thousandths(font.capHeight || font.ascent),
        StemV: 80,
        FontFile2: stream(bytes, { Length1: bytes.length }),
      }),
    );
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        CIDSystemInfo: { Registry: PDFHexString.of(hex('Adobe')), Ordering: PDFHexString.of(hex('Identity')), Supplement: 0 },
        FontDescriptor: descriptor,
        W: [1, this.#used.map(({ glyph }) => thousandths(font.getGlyph(glyph).advanceWidth))],
        CIDToGIDMap: stream(Uint8Array.from([0, 0, ...inSubset.flatMap((glyph) => [glyph >> 8, glyph & 0xff])])),
      }),
    );
    return context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: stream(Buffer.from(this.#toUnicode(), 'latin1')),
      }),
    );
  }

  /** The six letters that mark a subset (9.6.4), derived from its content. */
  #tag(): string {
    let sum = this.#used.length;
    for (const { glyph } of this.#used) sum = (sum * 31 + glyph) % 26 ** 6;
    return Array.from({ length: 6 }, (_, index) => String.fromCharCode(65 + (Math.floor(sum / 26 ** index) % 26))).join('');
  }

  /** The ToUnicode map: the text of each code (9.10.3). */
  #toUnicode(): string {
    const lines = this.#used.map(
      ({ text }, index) => `<${(index + 1).toString(16).padStart(4, '0')}> <${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`,
    );
    const sections: string[] = [];
    for (let at = 0; at < lines.length; at += SECTION) {
      const section = lines.slice(at, at + SECTION);
      sections.push(`${section.length} beginbfchar`, ...section, 'endbfchar');
    }
    return [
      '/CIDInit /ProcSet findresource begin',
      '12 dict begin',
      'begincmap',
      '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
      '/CMapName /Adobe-Identity-UCS def',
      '/CMapType 2 def',
      '1 begincodespacerange',
      '<0000> <ffff>',
      'endcodespacerange',
      ...sections,
      'endcmap',
      'CMapName currentdict /CMap defineresource pop',
      'end',
      'end',
    ].join('\n');
  }
}

const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex');

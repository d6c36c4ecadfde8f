/**
 * The font that viewers type with: one simple TrueType, whole and embedded, in WinAnsiEncoding. A composite or subset font
 * fails in pdftk, poppler and Acrobat (pdf.md, sections 1c and 5).
 */
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import type { PdfDocument, Ref } from './document.ts';

/** Code points of WinAnsiEncoding 0x80–0x9F (ISO 32000-1, annex D.2); undefined codes print as bullets there. */
const HIGH = [
  0x20ac, 0x2022, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x2022, 0x017d, 0x2022, 0x2022, 0x2018, 0x2019,
  0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x2022, 0x017e, 0x0178,
];
const FIRST = 32;
const LAST = 255;

/** The code point that a code of WinAnsiEncoding stands for. Node’s own windows-1252 decoder gives C1 controls for some. */
const winAnsi = (code: number): number => {
  if (code === 0x7f) return 0x2022;
  if (code >= 0x80 && code < 0xa0) return HIGH[code - 0x80] as number;
  if (code === 0xa0) return 0x20;
  return code === 0xad ? 0x2d : code;
};

export interface FieldFont {
  font: Font;
  file: string;
  bytes: Buffer;
}

/** Reads a TrueType file to type with. */
export const openFieldFont = (file: string): FieldFont => {
  const bytes = readFileSync(file);
  return { font: create(bytes) as Font, file, bytes };
};

/** Embeds the font; gives its font dictionary. */
export const embedFieldFont = (doc: PdfDocument, { font, bytes }: FieldFont): Ref => {
  const scale = 1000 / font.unitsPerEm;
  const thousandths = (value: number) => Math.round(value * scale);
  const file = doc.ref({ Length1: bytes.length });
  file.end(bytes);
  const { minX, minY, maxX, maxY } = font.bbox;
  const descriptor = doc.ref({
    Type: 'FontDescriptor',
    FontName: font.postscriptName,
    // Nonsymbolic (ISO 32000-1, table 123).
    Flags: 32,
    FontBBox: [minX, minY, maxX, maxY].map(thousandths),
    ItalicAngle: font.italicAngle,
    Ascent: thousandths(font.ascent),
    Descent: thousandths(font.descent),
    CapHeight: thousandths(font.capHeight),
    // Not in a TrueType file; a usual stem of a regular weight.
    StemV: 80,
    FontFile2: file,
  });
  descriptor.end();
  const widths = Array.from({ length: LAST - FIRST + 1 }, (_, index) => thousandths(font.glyphForCodePoint(winAnsi(FIRST + index)).advanceWidth));
  const dictionary = doc.ref({
    Type: 'Font',
    Subtype: 'TrueType',
    BaseFont: font.postscriptName,
    FirstChar: FIRST,
    LastChar: LAST,
    Widths: widths,
    Encoding: 'WinAnsiEncoding',
    FontDescriptor: descriptor,
  });
  dictionary.end();
  return dictionary;
};

/**
 * Embeds the font of the form fields: one simple TrueType, whole and embedded, in WinAnsiEncoding with more letters. A composite or subset font
 * fails in pdftk, poppler and Acrobat (pdf.md, sections 1c and 5).
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { LINE_FACTOR } from './capacity.ts';
import type { PdfDocument, Ref } from './document.ts';
import { compressed, type KeptParts, once, type PartsOnDisk } from './kept-parts.ts';
import { endPacked } from './reference.ts';
import { differencesArray, toUnicodeMap, typingEncoding } from './typing-encoding.ts';

export interface FieldFont {
  font: Font;
  file: string;
  bytes: Buffer;
  /** The same, compressed. */
  packed: Buffer;
}

/**
 * Reads a TrueType file to type with.
 * @param kept of earlier builds
 * @param onDisk of earlier runs
 */
export const openFieldFont = (file: string, kept?: KeptParts, onDisk?: PartsOnDisk): FieldFont => {
  const bytes = readFileSync(file);
  const key = `field font ${file} ${kept ? createHash('sha256').update(bytes).digest('base64') : ''}`;
  return once(kept, key, () => ({ font: create(bytes) as Font, file, bytes, packed: compressed(bytes, onDisk) }));
};

/** From one line to the next in thousandths of the size, as pdf.js sets lines; PDFium takes it from the font. */
const LINE = LINE_FACTOR * 1000;

/**
 * Embeds the font; gives its font dictionary.
 *
 * @param language of the book, a BCP 47 tag: its letters can be typed
 */
export const embedFieldFont = (doc: PdfDocument, { font, bytes, packed }: FieldFont, language: string): Ref => {
  const scale = 1000 / font.unitsPerEm;
  const thousandths = (value: number) => Math.round(value * scale);
  const file = doc.ref({ Length1: bytes.length });
  endPacked(file, packed);
  const { minX, minY, maxX, maxY } = font.bbox;
  const descriptor = doc.ref({
    Type: 'FontDescriptor',
    FontName: font.postscriptName,
    // Nonsymbolic (ISO 32000-1, table 123).
    Flags: 32,
    FontBBox: [minX, minY, maxX, maxY].map(thousandths),
    ItalicAngle: font.italicAngle,
    // Not the font's own: with it PDFium's lines stand as far apart as those of pdf.js, and a field holds as many in both.
    Ascent: Math.round(LINE + thousandths(font.descent)),
    Descent: thousandths(font.descent),
    CapHeight: thousandths(font.capHeight),
    // Not in a TrueType file; a usual stem of a regular weight.
    StemV: 80,
    FontFile2: file,
  });
  descriptor.end();
  const encoding = typingEncoding(language, (codePoint) => font.hasGlyphForCodePoint(codePoint));
  const { first, last, differences } = encoding;
  const widths = Array.from({ length: last - first + 1 }, (_, index) => {
    const codePoint = encoding.codePoint(first + index);
    return codePoint === undefined ? 0 : thousandths(font.glyphForCodePoint(codePoint).advanceWidth);
  });
  const toUnicode = doc.ref({});
  toUnicode.end(once(doc.kept, `typed letters ${doc.kept?.numberOf(font)} ${language}`, () => toUnicodeMap(encoding)));
  const dictionary = doc.ref({
    Type: 'Font',
    Subtype: 'TrueType',
    BaseFont: font.postscriptName,
    FirstChar: first,
    LastChar: last,
    Widths: widths,
    Encoding: { Type: 'Encoding', BaseEncoding: 'WinAnsiEncoding', Differences: differencesArray(differences) },
    ToUnicode: toUnicode,
    FontDescriptor: descriptor,
  });
  dictionary.end();
  return dictionary;
};

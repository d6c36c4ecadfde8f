/** Reads which glyphs the fonts of a finished PDF have, so that a page drawn later can use them. */
import type { PdfDocument, Ref } from './document.ts';
import { type EmbeddedFont, UsedGlyphs } from './font-codes.ts';

interface WithFonts {
  _font: EmbeddedFont;
  _fontFamilies: Record<string, EmbeddedFont>;
  _fontCount: number;
  font(...source: unknown[]): PdfDocument;
}

/** A font as it stands in a finished file. */
export interface Face {
  id: string;
  font: object;
  /** The number of its dictionary. */
  dictionary: number;
  /** Its glyphs, each with the text that it stands for. */
  glyphs: ReadonlySet<string>;
}

/** The fonts of a finished file. */
export interface Faces {
  faces: readonly Face[];
  /** How many names of fonts are taken. */
  count: number;
}

const insideOf = (doc: PdfDocument): WithFonts => doc as unknown as WithFonts;

const embeddedIn = (doc: PdfDocument): EmbeddedFont[] => [...new Set(Object.values(insideOf(doc)._fontFamilies))];

/** The glyphs that a document uses of a font. One may stand for several texts: for the capital A of Latin and of Greek, say. */
const glyphsOf = ({ subset, unicode }: EmbeddedFont): string[] =>
  subset instanceof UsedGlyphs ? subset.codes.map((code) => `${code} ${(unicode[code] ?? []).join(' ')}`) : [];

/** The fonts of a document that has ended. */
export const facesOf = (doc: PdfDocument): Faces => ({
  faces: embeddedIn(doc).flatMap((embedded) => {
    const { id, font, dictionary } = embedded;
    return dictionary ? [{ id, font, dictionary: dictionary.id, glyphs: new Set(glyphsOf(embedded)) }] : [];
  }),
  count: insideOf(doc)._fontCount,
});

/**
 * Has a document that goes on after a finished file keep its fonts out of it until it is known which of them the file has.
 *
 * @param standIn what a font is called among the resources of a page meanwhile
 */
export const holdFonts = (doc: PdfDocument, { count }: Faces, standIn: Ref): void => {
  const own = insideOf(doc);
  // Two fonts of one file have two names, and so two tags.
  own._fontCount = count;
  const choose = own.font.bind(doc);
  own.font = (...source) => {
    choose(...source);
    own._font.ref = () => standIn;
    return doc;
  };
};

/**
 * Decides for each font that was drawn with: where the file has all of its glyphs, they are taken from there; otherwise a small part of the
 * font is embedded that has these glyphs alone.
 *
 * @param used the names of the fonts that the page uses
 * @returns for each name, the font of the file that it gives way to, or the dictionary of the font that was embedded
 */
export const settleFonts = (doc: PdfDocument, { faces }: Faces, used: readonly string[]): Map<string, Face | Ref> => {
  const settled = new Map<string, Face | Ref>();
  for (const embedded of embeddedIn(doc)) {
    if (!used.includes(embedded.id)) continue;
    const face = faces.find(({ font }) => font === embedded.font);
    if (face && glyphsOf(embedded).every((glyph) => face.glyphs.has(glyph))) settled.set(embedded.id, face);
    else {
      const dictionary = doc.ref();
      embedded.dictionary = dictionary;
      embedded.finalize();
      settled.set(embedded.id, dictionary);
    }
  }
  return settled;
};

/** A choice of font among the operators of a page. */
const CHOICE = /\/(F\d+) (?=[\d.]+ Tf)/g;

/** Operators of a page with the fonts of the file in place of those that were drawn with; a glyph has the same code in both. */
export const withFonts = (operators: string, settled: ReadonlyMap<string, Face | Ref>): string =>
  operators.replaceAll(CHOICE, (whole, id: string) => {
    const found = settled.get(id);
    return found && 'glyphs' in found ? `/${found.id} ` : whole;
  });

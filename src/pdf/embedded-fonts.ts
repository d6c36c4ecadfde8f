/** Reads which glyphs and codes the fonts of a finished PDF have, so that a page drawn later can use them. */
import type { PdfDocument, Ref } from './document.ts';

/** A font that pdfkit puts into a document (its EmbeddedFont): the part of it that the document uses. */
interface Embedded {
  /** Its name among the resources of a page. */
  id: string;
  /** The whole font, as the layout engine opened it. */
  font: object;
  /** The glyph of each code. */
  subset: { glyphs: number[] };
  /** The text that each code stands for, as code points. */
  unicode: (readonly number[] | undefined)[];
  dictionary: Ref | null;
  ref(): Ref;
  finalize(): void;
}

interface WithFonts {
  _font: Embedded;
  _fontFamilies: Record<string, Embedded>;
  _fontCount: number;
  font(...source: unknown[]): PdfDocument;
}

/** A font as it stands in a finished file. */
interface Face {
  id: string;
  font: object;
  /** The number of its dictionary. */
  dictionary: number;
  /** Codes by glyph and text. */
  codes: ReadonlyMap<string, number>;
}

/** The fonts of a finished file. */
export interface Faces {
  faces: readonly Face[];
  /** How many names of fonts are taken. */
  count: number;
}

const insideOf = (doc: PdfDocument): WithFonts => doc as unknown as WithFonts;

const embeddedIn = (doc: PdfDocument): Embedded[] => [...new Set(Object.values(insideOf(doc)._fontFamilies))];

/** A glyph may stand for several texts: for the capital A of Latin and of Greek, say. */
const keyOf = ({ subset, unicode }: Embedded, code: number): string => `${subset.glyphs[code]} ${(unicode[code] ?? []).join(' ')}`;

/** The fonts of a document that has ended. */
export const facesOf = (doc: PdfDocument): Faces => ({
  faces: embeddedIn(doc).flatMap((embedded) => {
    const { id, font, dictionary, subset } = embedded;
    if (!dictionary) return [];
    return [{ id, font, dictionary: dictionary.id, codes: new Map(subset.glyphs.map((_, code) => [keyOf(embedded, code), code])) }];
  }),
  count: insideOf(doc)._fontCount,
});

/** What a font that was drawn with gives way to: a font of the file, and its codes by those that were drawn. */
export interface Replacement {
  face: Face;
  codes: readonly number[];
}

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
 * @returns for each name, what it gives way to, or the dictionary of the font that was embedded
 */
export const settleFonts = (doc: PdfDocument, { faces }: Faces, used: readonly string[]): Map<string, Replacement | Ref> => {
  const settled = new Map<string, Replacement | Ref>();
  for (const embedded of embeddedIn(doc)) {
    if (!used.includes(embedded.id)) continue;
    const face = faces.find(({ font }) => font === embedded.font);
    const codes = embedded.subset.glyphs.map((_, code) => face?.codes.get(keyOf(embedded, code)));
    if (face && codes.every((code) => code !== undefined)) settled.set(embedded.id, { face, codes });
    else {
      const dictionary = doc.ref();
      embedded.dictionary = dictionary;
      embedded.finalize();
      settled.set(embedded.id, dictionary);
    }
  }
  return settled;
};

/** A choice of font, or the codes of glyphs, among the operators of a page. */
const FONT_OR_CODES = /\/(F\d+) ([\d.]+ Tf)|<([\da-f]+)>/g;
/** Digits of a code. */
const DIGITS = 4;

/** Operators of a page with the fonts of the file and their codes in place of those that were drawn with. */
export const withFonts = (operators: string, settled: ReadonlyMap<string, Replacement | Ref>): string => {
  let now: Replacement | undefined;
  return operators.replaceAll(FONT_OR_CODES, (whole, id?: string, size?: string, codes?: string) => {
    if (id !== undefined) {
      const found = settled.get(id);
      now = found && 'face' in found ? found : undefined;
      return now ? `/${now.face.id} ${size}` : whole;
    }
    if (!now || codes === undefined) return whole;
    let text = '';
    for (let at = 0; at < codes.length; at += DIGITS)
      text += (now.codes[Number.parseInt(codes.slice(at, at + DIGITS), 16)] ?? 0).toString(16).padStart(DIGITS, '0');
    return `<${text}>`;
  });
};

/** Opens the fonts for answers: that of the fields, then packaged ones for characters that it lacks. */
import { readFile } from 'node:fs/promises';
import { findFont } from '../theme/fonts.ts';
import type { Faces } from './clusters.ts';
import { Face } from './answer-font.ts';

/** A legible sans with accented Latin letters; a serif with Greek, Cyrillic and many symbols, including an empty box. */
const PACKAGED = ['packaged:atkinson-hyperlegible-next/400Regular', 'packaged:source-serif-4/400Regular'];
/** Drawn for characters that no font has: an empty box. */
const BOX = '☐';

/**
 * Opens the fonts.
 *
 * @param fieldFont the TrueType file of the fields, if the document still has it
 * @param characters all that will be set
 */
export const openFaces = async (fieldFont: Uint8Array | undefined, characters: ReadonlySet<string>): Promise<Faces> => {
  const own = fieldFont && tried(fieldFont, characters);
  const packaged = await Promise.all(
    PACKAGED.map(async (name, index) => {
      const { file } = await findFont(name, '', undefined);
      if (!file) throw new Error(`expected the packaged font ${name}`);
      return new Face(`Answer${index + 1}`, await readFile(file));
    }),
  );
  const last = packaged.at(-1) as Face;
  return { faces: own ? [own, ...packaged] : packaged, box: { face: last, glyph: last.glyph(BOX) } };
};

/** The font of the document, if all that is needed of it can be read. */
const tried = (bytes: Uint8Array, characters: ReadonlySet<string>): Face | undefined => {
  try {
    Face.try(bytes, characters);
    return new Face('Answer0', bytes);
  } catch {
    return undefined;
  }
};

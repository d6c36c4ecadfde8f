/** Whether a TrueType font is whole and one cut: what draws it would stop at a hole, in the middle of a page. */
import { readFile } from 'node:fs/promises';
import { create, type Font } from 'fontkit';
import { BoundedMap } from '../system/bounded-map.ts';
import { stampOf } from '../system/stamp.ts';

/** Tables that a font is drawn with (OpenType 1.9, "Required Tables" and "Tables related to TrueType outlines"). */
const NEEDED = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'];

/** Bytes before the directory of tables. */
const DIRECTORY = 12;

/** What is wrong with files, by their names and stamps. */
const known = new BoundedMap<string, string | undefined>(500);

/**
 * Looks for damage in a font.
 *
 * @param file absolute path of a file that begins as a TrueType font does
 * @returns what was found in place of a whole static font; nothing where it is one
 */
export const damageOfFont = async (file: string): Promise<string | undefined> => {
  const key = `${file} ${stampOf(file)}`;
  if (known.has(key)) return known.get(key);
  const damage = damageIn(await readFile(file));
  known.set(key, damage);
  return damage;
};

const damageIn = (bytes: Buffer): string | undefined => {
  const tables = new Set<string>();
  if (bytes.length < DIRECTORY) return 'one that ends too early';
  for (let entry = 0; entry < bytes.readUInt16BE(4); entry += 1) {
    const at = DIRECTORY + entry * 16;
    if (at + 16 > bytes.length || bytes.readUInt32BE(at + 8) + bytes.readUInt32BE(at + 12) > bytes.length) return 'one that ends too early';
    tables.add(bytes.toString('latin1', at, at + 4));
  }
  if (tables.has('fvar')) return 'a variable font, which has many cuts in one file';
  const missing = NEEDED.filter((table) => !tables.has(table));
  if (missing.length > 0) return `one without its part "${missing[0]}"`;
  try {
    drawAll(create(bytes) as Font);
    return undefined;
  } catch {
    return 'one that is damaged';
  }
};

/** Does with every letter what a page does with some: shapes it, and takes it into a smaller font. @throws where that fails */
const drawAll = (font: Font): void => {
  const subset = font.createSubset();
  for (const codePoint of font.characterSet) subset.includeGlyph(font.glyphForCodePoint(codePoint));
  font.layout(String.fromCodePoint(...font.characterSet.slice(0, 200)));
  subset.encode();
};

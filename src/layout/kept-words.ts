/** Keeps on disk how fonts shape words, of the words of shipped workbooks alone: those of anybody's own never leave the process. */
import { createHash } from 'node:crypto';
import type { Font as FontkitFont } from 'fontkit';
import { isCompiled, programDigest } from '../cache/shipped.ts';
import { keep, recall } from '../cache/store.ts';
import { packageRoot } from '../system/package-root.ts';
import { type KeptWords, type ShapedWord, wordsOf } from './shaping.ts';

const KIND = 'words';
/** So many words have to be new before what is kept is written anew. */
const ENOUGH = 50;

/** The key for a font; nothing where the program is not compiled. */
const keyOf = (font: Uint8Array): string | undefined => {
  const program = isCompiled() ? programDigest(packageRoot()) : undefined;
  return program === undefined ? undefined : `${program} ${createHash('sha256').update(font).digest('hex')}`;
};

/**
 * The words that earlier runs kept of a font.
 *
 * @param font the bytes of its file
 * @param key left out, that of the font and the program
 */
export const recallWords = (font: Uint8Array, key = keyOf(font)): KeptWords | undefined => {
  const kept = key === undefined ? undefined : recall(KIND, key);
  return kept && new Map(Object.entries(JSON.parse(kept.toString('utf8')) as Record<string, ShapedWord>));
};

/**
 * Keeps the words of a font that a process has met and that stand in shipped texts.
 *
 * @param face the loaded font, whose words are remembered
 * @param font the bytes of its file
 * @param texts all words of the shipped texts that were read
 */
export const keepWords = (face: FontkitFont, font: Uint8Array, texts: ReadonlySet<string>, key = keyOf(font)): void => {
  if (key === undefined) return;
  const before = recallWords(font, key) ?? new Map<string, ShapedWord>();
  const all = new Map(before);
  for (const [word, { glyphs, positions }] of wordsOf(face)) {
    if (all.has(word) || !texts.has(word)) continue;
    // A glyph for each letter, each standing for that letter: no other text has a say in what they stand for.
    const letters = [...word].map((letter) => letter.codePointAt(0));
    if (glyphs.length !== letters.length || glyphs.some(({ codePoints }, index) => codePoints.length !== 1 || codePoints[0] !== letters[index])) continue;
    all.set(
      word,
      glyphs.flatMap(({ id, codePoints: [letter = 0] }, index) => {
        const { xAdvance = 0, yAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
        return [id, letter, xAdvance, yAdvance, xOffset, yOffset];
      }),
    );
  }
  if (all.size >= before.size + ENOUGH) keep(KIND, key, Buffer.from(JSON.stringify(Object.fromEntries(all))));
};

/**
 * The words of texts, as they are shaped.
 *
 * @param texts objects and lists with texts in them
 */
export const wordsIn = (texts: unknown, words = new Set<string>()): Set<string> => {
  if (typeof texts === 'string') for (const word of texts.split(/[\s\u00a0]+/)) words.add(word);
  else if (typeof texts === 'object' && texts !== null) for (const inner of Object.values(texts)) wordsIn(inner, words);
  return words;
};

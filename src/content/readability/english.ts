/** Reading English: the Flesch–Kincaid grade level. */
import { fleschKincaid } from 'flesch-kincaid';
import { BoundedMap } from '../../system/bounded-map.ts';
import { syllable } from 'syllable';
import type { ReadingLanguage } from './reading-language.ts';

/** The syllables of words, which are always the same. */
const counted = new BoundedMap<string, number>(20_000);

/** Looked up by rules and exceptions; most words of a book come many times. A number has no letters to count: one. */
function countSyllables(word: string): number {
  const count = counted.get(word) ?? Math.max(1, syllable(word));
  counted.set(word, count);
  return count;
}

/**
 * English, with the grade level of Kincaid, Fishburne, Rogers and Chissom: Derivation of new readability formulas
 * (Research Branch Report 8-75, Naval Technical Training Command, 1975).
 */
export const english: ReadingLanguage = {
  syllables: countSyllables,
  grade: ({ sentences, words, syllables }) => fleschKincaid({ sentence: sentences, word: words, syllable: syllables }),
  longWord: 5,
};

/** The readability of English: the Flesch–Kincaid grade level. */
import { fleschKincaid } from 'flesch-kincaid';
import { BoundedMap } from '../../system/bounded-map.ts';
import { syllable } from 'syllable';
import type { ReadingLanguage } from './reading-language.ts';

/** A cache: counting the syllables of a word takes long. */
const counted = new BoundedMap<string, number>(20_000);

/** The number of syllables of a word, at least one, also for a number in digits. */
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

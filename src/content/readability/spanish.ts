/** The readability of Spanish: the formula of Fernández Huerta, and its school grades. */
import type { Counts, ReadingLanguage } from './reading-language.ts';

/** Vowels that always make a syllable of their own: open ones, and closed ones that bear an accent. */
const STRONG = /[aeoáéíóúàèìòù]/;
/** A run of vowels; `u` is mute in que, qui, gue and gui, `h` between vowels parts nothing, `y` counts at the end of a word. */
const RUN = /[aeiouáéíóúüàèìòù](?:h?[aeiouáéíóúüàèìòù])*/g;

/**
 * How many syllables a Spanish word has, by the rules of diphthong and hiatus of its spelling (Real Academia Española:
 * Ortografía de la lengua española, 2010, chapter II, 2.2): two open vowels are two syllables, a closed one (i, u) without
 * an accent joins its neighbour, a closed one with an accent does not.
 */
export function spanishSyllables(word: string): number {
  const letters = word
    .normalize('NFC')
    .toLowerCase()
    .replace(/([qg])u(?=[eiéí])/g, '$1')
    .replace(/y(?![aeiouáéíóú])/g, 'i');
  const runs = letters.match(RUN) ?? [];
  return Math.max(
    1,
    runs.reduce((sum, run) => sum + nucleiOf(run.replaceAll('h', '')), 0),
  );
}

/** The syllables in a run of vowels: one for each strong vowel; a run of weak ones alone makes one. */
const nucleiOf = (run: string): number => Math.max(1, [...run].filter((vowel) => STRONG.test(vowel)).length);

/**
 * Lecturabilidad (José Fernández Huerta: Medidas sencillas de lecturabilidad. Consigna 214, 1959, 29–32), from about 0
 * (very hard) to 100 (very easy). The second count is the mean number of words in a sentence: that is how Flesch's formula,
 * which it adapts, has it, and the sense in which it can be used (Gwillim Law: Error in the Fernández Huerta readability
 * formula. LINGUIST List 22.2332, 2011).
 */
export const lecturabilidad = ({ sentences, words, syllables }: Counts): number => 206.84 - 60 * (syllables / words) - 1.02 * (words / sentences);

/** Scores and the school grades that he gave for them: 90–100 the 4th, 80–90 the 5th, 70–80 the 6th, 60–70 the 7th and 8th, 50–60 those before university. */
const GRADES = [
  [100, 3],
  [90, 4],
  [80, 5],
  [70, 6],
  [60, 8],
  [50, 12],
] as const;

/** The grade for scores below the table: the language of universities. */
const BEYOND_SCHOOL = 13;

/** The school grade of a score, interpolated linearly within its row of the table. */
export function gradeOf(score: number): number {
  const [easiest, first] = GRADES[0];
  if (score >= easiest) return first;
  const row = GRADES.findIndex(([low]) => score >= low);
  if (row < 0) return BEYOND_SCHOOL;
  const [[high, easier], [low, harder]] = [GRADES[row - 1] ?? GRADES[0], GRADES[row] ?? GRADES[0]];
  return easier + ((high - score) / (high - low)) * (harder - easier);
}

/** Spanish has longer words than English for the same things: six syllables are what five are there. */
export const spanish: ReadingLanguage = {
  syllables: spanishSyllables,
  grade: (counts) => gradeOf(lecturabilidad(counts)),
  longWord: 6,
};

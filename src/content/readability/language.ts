/** What is known of a language: how its words and sentences make a text easy or hard to read. */

/** What the formulas count. */
export interface Counts {
  sentences: number;
  words: number;
  syllables: number;
}

export interface ReadingLanguage {
  /** How many syllables a word has, at least one. */
  syllables: (word: string) => number;
  /** The years of school that it takes to read a text with ease. */
  grade: (counts: Counts) => number;
  /** A word of so many syllables is hard by itself, whatever stands around it. */
  longWord: number;
}

/**
 * What is known of a language.
 *
 * @param tag a BCP 47 tag, such as `en` or `es-MX`
 * @returns nothing for a language without a formula made for it: another language's would say nothing
 */
export async function readingLanguage(tag: string): Promise<ReadingLanguage | undefined> {
  const [primary] = tag.toLowerCase().split('-');
  if (primary === 'en') return (await import('./english.ts')).english;
  if (primary === 'es') return (await import('./spanish.ts')).spanish;
  return undefined;
}

/** The type of a language's readability formula, and what it counts. */

/** The counts that the formulas take. */
export interface Counts {
  sentences: number;
  words: number;
  syllables: number;
}

export interface ReadingLanguage {
  /** How many syllables a word has, at least one. */
  syllables: (word: string) => number;
  /** The school grade that a text is easy to read for. */
  grade: (counts: Counts) => number;
  /** Words with this many syllables are hard to read in any sentence. */
  longWord: number;
}

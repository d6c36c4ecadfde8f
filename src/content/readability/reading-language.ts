/** What a readability formula counts, and what it says of a text: the form that each language gives it. */

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

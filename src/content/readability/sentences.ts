/** Splits a text from the YAML into sentences and words, with their offsets. */
import { BoundedMap } from '../../system/bounded-map.ts';
import { BLANK } from '../blocks/questions.ts';

export interface Sentence {
  /** Offsets into the text. */
  start: number;
  end: number;
  /** The words as they are read aloud. */
  words: string[];
}

/** Formatting that is not read aloud: it is replaced by spaces, so that the offsets of the words stay. */
const FORMATTING = [
  // [words](address): the words stay.
  /\]\((?:[^()\s]|\([^()\s]*\))*\)/g,
  /(?<!\\)[*[]/g,
  /\\(?=[!-/:-@[-`{-~])/g,
  // Addresses are not read aloud; a full stop after one belongs to the sentence.
  /\b(?:[a-z]+:\/\/|(?:[\w-]+\.)+[a-z]{2,}\/)\S*[^\s.,;:!?)]|\b(?:[\w-]+\.)+(?:org|com|net|gov|edu|info)\b/gi,
];

const VARIABLE = /\{\{[a-z.]+\}\}/g;

/** Letters and digits with signs that may be inside of a word: don’t, 4,598, 9:30. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'.,:][\p{L}\p{N}]+)*/gu;

/**
 * Splits a paragraph. A gap counts as a word of one syllable, a variable as its value, an address as nothing.
 *
 * @param text inline markdown, as the author wrote it
 * @param language a BCP 47 tag
 * @param fill replaces variables by their values
 * @returns the sentences with at least one word, in order
 */
export function sentencesOf(text: string, language: string, fill: (text: string) => string): Sentence[] {
  let shown = text.replace(/\s/g, ' ');
  for (const format of FORMATTING) shown = shown.replace(format, (match) => ' '.repeat(match.length));
  // The dot in the name of a variable does not end a sentence.
  const withoutNames = shown.replace(VARIABLE, (match) => 'x'.repeat(match.length));
  return [...segmenterOf(language).segment(withoutNames)].flatMap(({ segment, index }) => {
    const start = index + segment.length - segment.trimStart().length;
    const end = index + segment.trimEnd().length;
    const read = fill(shown.slice(start, end)).replace(BLANK, 'it');
    const words = read.match(WORD);
    return words ? [{ start, end, words }] : [];
  });
}

/** A cache by language: segmenters take long to create, and keep no text. */
const segmenters = new BoundedMap<string, Intl.Segmenter>(20);

/** Finds sentences by the rules of Unicode (UAX #29). */
function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, known);
  return known;
}

/** The sentences and words of a text as it stands in the YAML, with their places in it. */
import { BoundedMap } from '../../system/bounded-map.ts';
import { BLANK } from '../blocks/questions.ts';

export interface Sentence {
  /** Offsets into the text. */
  start: number;
  end: number;
  /** What is read aloud, word by word. */
  words: string[];
}

/** What belongs to the looks of a text and is not read: each is blanked out, so that all else keeps its place. */
const LOOKS = [
  // [words](address): the words stay.
  /\]\((?:[^()\s]|\([^()\s]*\))*\)/g,
  /(?<!\\)[*[]/g,
  /\\(?=[!-/:-@[-`{-~])/g,
  // An address is looked up, not read; the stop behind it is the sentence's.
  /\b(?:[a-z]+:\/\/|(?:[\w-]+\.)+[a-z]{2,}\/)\S*[^\s.,;:!?)]|\b(?:[\w-]+\.)+(?:org|com|net|gov|edu|info)\b/gi,
];

const VARIABLE = /\{\{[a-z.]+\}\}/g;

/** Letters and digits with what may stand between them: don’t, 4,598, 9:30. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'.,:][\p{L}\p{N}]+)*/gu;

/**
 * Takes a paragraph apart. A gap counts as a word of one syllable, a variable as the words that stand for it, an address as nothing.
 *
 * @param text inline markdown, as the author wrote it
 * @param language a BCP 47 tag
 * @param fill puts words in the place of variables
 * @returns the sentences that have words, in order
 */
export function sentencesOf(text: string, language: string, fill: (text: string) => string): Sentence[] {
  let shown = text.replace(/\s/g, ' ');
  for (const look of LOOKS) shown = shown.replace(look, (match) => ' '.repeat(match.length));
  // The name of a variable has a dot in it, which ends no sentence.
  const steady = shown.replace(VARIABLE, (match) => 'x'.repeat(match.length));
  return [...segmenterOf(language).segment(steady)].flatMap(({ segment, index }) => {
    const start = index + segment.length - segment.trimStart().length;
    const end = index + segment.trimEnd().length;
    const read = fill(shown.slice(start, end)).replace(BLANK, 'it');
    const words = read.match(WORD);
    return words ? [{ start, end, words }] : [];
  });
}

/** By language; each takes a while to make, and keeps nothing of a text. */
const segmenters = new BoundedMap<string, Intl.Segmenter>(20);

/** Finds sentences by the rules of Unicode (UAX #29). */
function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, known);
  return known;
}

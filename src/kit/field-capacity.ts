/** How much a space to write in holds, typed and by hand, and how much it has to hold for what is expected there. */
import type { Expects } from '../content/expects.ts';
import { typedLinesIn, typedLinesOf } from './field-geometry.ts';

/** Ordinary prose to measure a font by: letters as often as they come, with spaces and stops. */
export const PROSE_SAMPLE =
  'I told you that the money was safe when it was not, and I let you go on believing it for most of a year. You found the letter on a ' +
  'Tuesday evening. Since then you have not slept well, and we hardly speak. I want to put this right, one kept promise at a time.';

/** What viewers keep free inside a field’s edge, in points, left and right. */
export const PADDING = 2;

/**
 * A line of prose takes fewer characters than its width in mean ones: long words leave its end empty, and some hands use wide letters
 * more often than the sample. The share and the characters lost were fitted to several hands, in widths from 90 to 486 points and in
 * both sizes (tests/pdf/typing.test.ts), so that the worst of them still fits; where that would leave too little, `least` of the line counts.
 */
const PROSE = { share: 0.9, lost: 11, least: 0.45 };
/** A single line has no other lines to even its letters out. */
const SHORT = { share: 0.8, lost: 2, least: 0.5 };

/** Lengths in points. */
export interface FieldBox {
  width: number;
  height: number;
  fontSize: number;
  multiline: boolean;
}

/** How many lines of typed text a field shows. */
export const typedLines = ({ height, fontSize, multiline }: FieldBox): number => (multiline ? Math.max(1, typedLinesIn(height, fontSize)) : 1);

/**
 * The number of characters of prose that surely print whole in a field.
 *
 * @param letter the mean width of a letter of prose, in points
 */
export const typedCharacters = (box: FieldBox, letter: number): number => {
  const mean = (box.width - 2 * PADDING) / letter;
  const { share, lost, least } = box.multiline ? PROSE : SHORT;
  const perLine = Math.max(mean * share - lost, mean * least);
  return Math.max(1, Math.floor(perLine * typedLines(box)));
};

/** A letter written by hand takes 5 mm of its line, in points. */
export const WRITTEN_LETTER = 14.17;

/** How many letters are written by hand on so many lines of a width, in points. */
export const writtenCharacters = (width: number, lines: number): number => lines * Math.floor(width / WRITTEN_LETTER + 1e-6);

/** The characters that each kind of answer takes at least, typed and by hand, where people shorten. */
export const NEEDED: Readonly<Record<Expects, { typed: number; written: number }>> = {
  number: { typed: 4, written: 3 },
  date: { typed: 12, written: 6 },
  name: { typed: 30, written: 14 },
  'few-words': { typed: 15, written: 8 },
  sentence: { typed: 60, written: 25 },
  story: { typed: 120, written: 50 },
};

/** Dates and numbers are one word, which some programs break in the middle where it does not fit: one line has to hold all of it. */
export const isOnOneLine = (expects: Expects): boolean => expects === 'date' || expects === 'number';

/** How many points wider than its rules the field of a writing line is (pdf/widget-box.ts), which typed words gain. */
const GAINED = 2.5;

/** The last rule of several stays clear of the field above it, which costs so much of its height, in points. */
const LAST_RULE = 1.2;

interface Ruled {
  /** Lines to write on by hand, and from one to the next, in points. */
  lines: number;
  leading: number;
  /** Of typed letters, in points. */
  fontSize: number;
  /** The mean width of a typed letter, in points. */
  letter: number;
  /** Whether words stand beside the first line. */
  beside?: boolean;
}

/** The least width of a space of so many ruled lines that holds what is expected, in points. */
export const leastWidth = (expects: Expects, { lines: all, leading, fontSize, letter, beside }: Ruled): number => {
  const { typed, written } = NEEDED[expects];
  const lines = isOnOneLine(expects) ? 1 : all;
  const byHand = Math.ceil(written / lines) * WRITTEN_LETTER;
  const { share, lost, least } = lines > 1 ? PROSE : SHORT;
  const perLine = typed / (lines > 1 ? Math.max(1, typedLinesOf({ height: lines * leading - LAST_RULE, size: fontSize, leading, beside })) : 1);
  const byKeys = Math.min((perLine + lost) / share, perLine / least) * letter + 2 * PADDING - GAINED;
  return Math.ceil(Math.max(byHand, byKeys));
};

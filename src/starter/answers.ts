/** The answers that a new workbook is made from, and how each is parsed: the same for options and for questions on a terminal. */
import { nearest } from '../yaml/index.ts';
import type { Source } from './shipped-workbooks.ts';

/** The answers so far; undefined where a question is open. */
export interface Answers {
  from?: string | undefined;
  languages?: readonly string[] | undefined;
  name?: string | undefined;
  counselor?: string | undefined;
  credentials?: string | undefined;
  contact?: readonly string[] | undefined;
  paper?: string | undefined;
  country?: string | undefined;
}

/** What there is to choose from. */
export interface Choices {
  sources: readonly Source[];
  papers: readonly string[];
  countries: readonly string[];
}

/** The most lines of contact that practice.yaml takes. */
export const CONTACT_LINES = 6;

type Reader<T> = (answer: string) => T | Error;

/** In characters: more would not fit on a line of a page. */
const LONGEST = 120;

const oneOf =
  (names: readonly string[]): Reader<string> =>
  (answer) => {
    const wanted = answer.toLowerCase();
    if (names.includes(wanted)) return wanted;
    // Codes of two letters are all similar to each other: a suggestion would be a guess.
    const near = wanted.length > 2 ? nearest(wanted, names) : undefined;
    return new Error(`expected one of ${names.join(', ')}; found "${answer}"${near ? `; did you mean "${near}"?` : ''}`);
  };

/** Parsers: each takes a trimmed answer, and returns a value, or an Error that says what was expected. */
export const readers = {
  oneOf,
  /** An empty answer is undefined. */
  optional:
    <T>(read: Reader<T>): Reader<T | undefined> =>
    (answer) =>
      answer === '' ? undefined : read(answer),
  /** A shipped workbook, by its name or its number in the list. */
  from: ({ sources }: Pick<Choices, 'sources'>): Reader<string> => {
    const names = sources.map(({ name }) => name);
    return (answer) => names[Number(answer) - 1] ?? oneOf(names)(answer);
  },
  /** Languages separated by commas; repeated ones count once. */
  languages:
    (there: readonly string[]): Reader<string[]> =>
    (answer) => {
      const read = answer.split(',').map((each) => oneOf(there)(each.trim()));
      return read.find((each) => each instanceof Error) ?? [...new Set(read as string[])];
    },
  /** A line of text that is printed. */
  words: (answer: string): string | Error => {
    if (/\p{Cc}/u.test(answer)) return new Error('expected words on one line, found a control character');
    return answer.length > LONGEST ? new Error(`expected at most ${LONGEST} characters, found ${answer.length}`) : answer;
  },
  /** A country, by its code. */
  country:
    (codes: readonly string[]): Reader<string> =>
    (answer) =>
      oneOf(codes)(answer.toLowerCase() === 'uk' ? 'gb' : answer),
} as const;

/** The answers that a new workbook is made from, and how each is read, on the command line and on a terminal alike. */
import { nearest } from '../yaml/index.ts';
import type { Source } from './shipped-workbooks.ts';

/** What was said; undefined where nothing was. */
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
export interface Known {
  sources: readonly Source[];
  papers: readonly string[];
  countries: readonly string[];
}

/** As many lines about how to reach somebody as practice.yaml takes. */
export const CONTACT_LINES = 6;

type Reader<T> = (answer: string) => T | Error;

/** More would not fit on a line of a page. */
const LONGEST = 120;

const oneOf =
  (names: readonly string[]): Reader<string> =>
  (answer) => {
    const wanted = answer.toLowerCase();
    if (names.includes(wanted)) return wanted;
    // Names of two letters are all near to each other.
    const near = wanted.length > 2 ? nearest(wanted, names) : undefined;
    return new Error(`expected one of ${names.join(', ')}; found "${answer}"${near ? `; did you mean "${near}"?` : ''}`);
  };

/** Readers: each takes what was written, without white space round it, and gives a value or an Error that says what was expected. */
export const readers = {
  oneOf,
  /** Nothing written, nothing said. */
  optional:
    <T>(read: Reader<T>): Reader<T | undefined> =>
    (answer) =>
      answer === '' ? undefined : read(answer),
  /** A source, by its name or its number in the list. */
  from: ({ sources }: Pick<Known, 'sources'>): Reader<string> => {
    const names = sources.map(({ name }) => name);
    return (answer) => names[Number(answer) - 1] ?? oneOf(names)(answer);
  },
  /** Languages with commas between, each once. */
  languages:
    (there: readonly string[]): Reader<string[]> =>
    (answer) => {
      const read = answer.split(',').map((each) => oneOf(there)(each.trim()));
      return read.find((each) => each instanceof Error) ?? [...new Set(read as string[])];
    },
  /** A line of words that is printed. */
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

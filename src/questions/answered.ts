/** What a filled copy holds, as questions with their answers. */
import type { CopyRecord } from '../record/copy-record.ts';

/** A cell of a table or a log. */
export interface AnsweredCell {
  /** The head of its column. */
  head: string;
  text: string;
}

/** The answer to a question: which of these are there depends on the kind of the question. */
export interface Answer {
  /** What was written into its one field. */
  text?: string;
  /** The number of a rating. */
  rating?: number;
  /** The words of what was ticked. */
  ticked?: string[];
  /** Sentences with what was written into their gaps. */
  sentences?: string[];
  /** What was written into the gaps of each of them; null where nothing was. */
  gaps?: (string | null)[][];
  /** The rows of a table, a log or a plan in which something stands. */
  rows?: { label: string; cells: AnsweredCell[] }[];
  /** What was written into the parts of a letter, a card, an agreement or a drawing, each under its own words; of a comparison, both ratings. */
  parts?: { label: string; text: string }[];
}

export interface AnsweredQuestion {
  /** The start of its fields’ names, which never changes. */
  id: string;
  /** The kind of its block, such as `scale`; `unknown` where the copy does not say. */
  kind: string;
  /** Where it stands, by ids: `today`, or `apologize/my-apology` in a worksheet. */
  place: string;
  /** The titles of the step or page that it is in, and of the worksheet. */
  part: string;
  sheet?: string;
  question: string;
  /** Of a rating: the lowest and the highest number, and the words at both ends. */
  scale?: { from: number; to: number; ends: readonly [string, string] };
  /** Left out where nothing was answered. */
  answer?: Answer;
}

/** A filled copy that was read. */
export interface FilledCopy {
  /** The title of the document. */
  title: string;
  language: string;
  /** What the copy says of itself; nothing in copies of earlier versions. */
  record?: CopyRecord;
  /** In the order of the book. */
  questions: AnsweredQuestion[];
}

/** What a template sets on the page on which filled copies are compared. All words are ready to be printed. */
import type { Prose } from '../content/span.ts';

/** What somebody has written, or words of a workbook, whose language may be another than that of the page. */
export interface Written {
  words: Prose;
  /** Where it is not that of the page. */
  language?: string;
}

/** A copy in the list at the head. */
export interface ListedCopy {
  number: number;
  /** The name of its file. */
  name: Prose;
  /** When it was saved, and what tells it from the others. */
  about: string[];
}

/** A question under its part. */
interface AskedQuestion {
  /** The titles of the page or step, and of the worksheet; empty where they are not known. */
  part: Written;
  question: Written;
}

/** A rating in each copy. */
export interface ComparedRating extends AskedQuestion {
  from: number;
  to: number;
  /** The words at both ends. */
  ends: readonly [Written, Written];
  /** One for each copy, in their order. */
  marks: {
    /** The number of the copy, and the day on which it was saved. */
    label: string;
    /** The number that is marked, from `from` to `to`. */
    rating?: number;
    /** In place of a mark: why there is none. */
    words?: Prose;
  }[];
}

/** An answer that differs between two copies. */
export interface ComparedAnswer extends AskedQuestion {
  /** How the question was asked before, as a sentence. */
  note?: Prose;
  /** In the copies that have it. */
  answers: { label: string; language?: string; paragraphs: Prose[] }[];
}

export interface ComparedProps {
  title: string;
  purpose: string;
  /** What has to be known about the copies, a sentence each. */
  notes: string[];
  copies: { title: string; list: ListedCopy[]; note?: string };
  /** Left out where nothing was rated. */
  ratings?: { title: string; copy: string; rating: string; rows: ComparedRating[] };
  /** What is new, has changed, or is gone. */
  changes: { title: string; answers: ComparedAnswer[] }[];
  /** What was answered in the same words, or that nothing was answered. */
  end?: string;
}

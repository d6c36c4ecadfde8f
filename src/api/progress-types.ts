/** The types of the public API for comparing filled copies. They, too, use no internal type except the table of options. */
import type { AskedOptions } from '../options/option-values.ts';
import type { Report } from './types.ts';

/** Which copies are compared, and what of them. */
export interface ProgressOptions {
  /** Only the questions of these parts, such as `apologize/my-apology`. */
  only?: readonly string[];
  /** Whether the copies are of two partners, who have both agreed to be compared; copies of two people are refused otherwise. */
  together?: boolean;
}

/** The same, with the look of the page: options of a build. */
export interface ProgressPageOptions extends ProgressOptions, Pick<AskedOptions, 'lang' | 'template' | 'paper' | 'largePrint' | 'inkSaver'> {
  /** Whether long answers are printed whole, in place of their first lines and the rows that differ. */
  all?: boolean;
  /** The folder that a template is relative to; by default the working folder of the process. */
  cwd?: string;
}

/** A copy that was compared, and what tells it from the others. */
export interface ComparedCopy {
  /** The name of its file; `copy 1` where it was given as bytes. */
  file: string;
  language: string;
  /** The day on which it was last saved, as an ISO date; left out where that is not known. */
  saved?: string;
  /** Which workbook it is, and of what date; left out in copies of earlier versions. */
  workbook?: { id: string; date: string };
  /** For whom it is: `broke-trust`, `was-hurt` or `both`. */
  for?: string;
}

/** A question that was compared, in the words of the last copy that asks it. */
export interface ComparedQuestion {
  id: string;
  part: string;
  sheet?: string;
  question: string;
  /** The copies that do not ask it, as places in the list of copies, from 0; left out where all do. */
  notAsked?: number[];
}

/** A rating in each copy. */
export interface RatingInTime extends ComparedQuestion {
  /** The lowest and the highest number, and the words at both ends. */
  scale: { from: number; to: number; ends: readonly [string, string] };
  /** The numbers in the order of the copies; null where a copy has none. */
  ratings: (number | null)[];
  /** The copies that rate it on another scale, each with that scale. */
  otherScales?: { copy: number; scale: { from: number; to: number; ends: readonly [string, string] } }[];
  /** The copies in which more than one number is marked, each with what is. */
  unclear?: { copy: number; answer: string }[];
}

/** An answer that differs between the first and the last copy. */
export interface ChangedAnswer extends ComparedQuestion {
  /** `new`: only the last copy has one; `gone`: only the first one has. */
  change: 'new' | 'changed' | 'gone';
  before: string;
  now: string;
  /** The words of the question in the first copy, where they are others in the same language. */
  askedAs?: string;
  /** What is answered is words that were ticked, and nothing that was written. */
  ticked?: true;
}

/** Filled copies compared: never a verdict. */
export interface ComparedCopies extends Report {
  ok: true;
  /** In the order in which they were given. */
  copies: ComparedCopy[];
  /** Whether they are of different versions or of different workbooks, or in different languages. */
  differ: { versions: boolean; languages: boolean };
  ratings: RatingInTime[];
  changes: ChangedAnswer[];
  /** How many answers are the same in the first and the last copy. */
  same: number;
}

/** Filled copies compared, as a PDF to print. */
export interface ComparedPage extends Report {
  ok: true;
  bytes: Uint8Array;
  /** How many pages it has. */
  pages: number;
  /** How many answers are not printed whole. */
  shortened: number;
}

/** Compares filled copies of one person in time: ratings side by side, and what was answered anew, changed or let go of. Never a verdict. */
import { linesOf, oneLine } from './answer-lines.ts';
import type { AnsweredQuestion } from './answered.ts';
import type { NamedCopy } from './formats.ts';

type Scale = NonNullable<AnsweredQuestion['scale']>;

/** A copy, and what tells it from the others. */
export interface ComparedCopy {
  /** The name of its file. */
  file: string;
  language: string;
  /** The day on which it was last saved, as an ISO date, where that is known. */
  saved?: string;
  /** Which workbook it is, and of what date; left out in copies of earlier versions. */
  workbook?: { id: string; date: string };
  /** For whom it is: `broke-trust`, `was-hurt` or `both`. */
  for?: string;
}

/** A question, in the words of the last copy that asks it. */
interface Compared {
  id: string;
  part: string;
  sheet?: string;
  question: string;
  /** The copies that do not ask it, as places in the list of copies, from 0; left out where all do. */
  notAsked?: number[];
}

/** A rating in each copy, in the order of the copies. */
export interface RatingRow extends Compared {
  scale: Scale;
  /** The numbers; nothing where a copy has none. */
  ratings: (number | null)[];
  /** The copies that rate it on another scale, each with that scale: their numbers mean something else. */
  otherScales?: { copy: number; scale: Scale }[];
  /** The copies in which more than one number is marked, each with what is. */
  unclear?: { copy: number; answer: string }[];
}

/** How an answer differs between the first and the last copy. */
export type Change = 'new' | 'changed' | 'gone';

export interface ChangedAnswer extends Compared {
  change: Change;
  before: string;
  now: string;
  /** The words of the question in the first copy, where they are others in the same language. */
  askedAs?: string;
  /** What is answered is words that were ticked, and nothing that was written. */
  ticked?: true;
}

export interface Comparison {
  /** The names of the files. */
  files: string[];
  copies: ComparedCopy[];
  /** Whether the copies are of different versions or of different workbooks, or in different languages. */
  differ: { versions: boolean; languages: boolean };
  ratings: RatingRow[];
  changes: ChangedAnswer[];
  /** How many answers are the same in the first and the last copy. */
  same: number;
}

/** The version of the form of JSON (docs/schema/progress.json); it grows when a program that reads it would have to change. */
export const PROGRESS_FORM = 1;

/** What programs get. @param together whether the copies are of two people */
export const progressObject = (comparison: Comparison, together: boolean): Comparison & { form: number; together: boolean } => ({
  form: PROGRESS_FORM,
  together,
  ...comparison,
});

const aboutCopy = ({ file, saved, copy: { language, record } }: NamedCopy): ComparedCopy => ({
  file,
  language,
  ...(saved === undefined ? {} : { saved }),
  ...(record ? { workbook: record.workbook, for: record.for } : {}),
});

const isOne = (values: readonly unknown[]): boolean => new Set(values).size <= 1;

const isSameScale = (one: Scale, other: Scale): boolean => one.from === other.from && one.to === other.to;

/** Whether nothing but ticks answers a question. */
const isOnlyTicked = (answer: AnsweredQuestion['answer']): boolean =>
  answer === undefined || (answer.ticked !== undefined && Object.keys(answer).every((key) => key === 'ticked'));

/** An answer in words: a line for each row of a table and for what stands in it, so that each is found again. */
const wordsOf = (question: Pick<AnsweredQuestion, 'answer' | 'scale'>): string => {
  const lines = linesOf(question);
  if (!question.answer?.rows && lines.every(({ under = [] }) => under.length === 0)) return oneLine(question);
  return lines.flatMap(({ text, under = [] }) => [text, ...under]).join('\n');
};

/**
 * Compares copies.
 *
 * @param named at least two, the oldest first
 */
export const compareCopies = (named: readonly NamedCopy[]): Comparison => {
  const byId = named.map(({ copy }) => new Map(copy.questions.map((question) => [question.id, question])));
  // A later copy may ask what an earlier one did not: its words are the newest.
  const ids = [...new Set(named.toReversed().flatMap(({ copy }) => copy.questions.map(({ id }) => id)))];
  const [first, last] = [byId[0], byId.at(-1)];
  const copies = named.map(aboutCopy);
  const differ = {
    versions: !isOne(copies.map(({ workbook }) => workbook && `${workbook.id} ${workbook.date}`)),
    languages: !isOne(copies.map(({ language }) => language)),
  };
  const comparison: Comparison = { files: copies.map(({ file }) => file), copies, differ, ratings: [], changes: [], same: 0 };
  for (const id of ids) {
    const found = byId.map((questions) => questions.get(id));
    const asked = found.findLast((question) => question !== undefined);
    if (!asked) continue;
    const notAsked = found.flatMap((question, index) => (question ? [] : [index]));
    const about = {
      id,
      part: asked.part,
      ...(asked.sheet === undefined ? {} : { sheet: asked.sheet }),
      question: asked.question,
      ...(notAsked.length > 0 ? { notAsked } : {}),
    };
    if (asked.kind === 'scale' && asked.scale) {
      const { scale } = asked;
      const ratings = found.map((question) => question?.answer?.rating ?? null);
      const others = found.flatMap((question, copy) => (question?.scale && !isSameScale(question.scale, scale) ? [{ copy, scale: question.scale }] : []));
      const unclear = found.flatMap((question, copy) =>
        question?.answer && question.answer.rating === undefined ? [{ copy, answer: oneLine(question) }] : [],
      );
      if (ratings.every((rating) => rating === null) && unclear.length === 0) continue;
      const beside = { ...(others.length > 0 ? { otherScales: others } : {}), ...(unclear.length > 0 ? { unclear } : {}) };
      comparison.ratings.push({ ...about, scale, ratings, ...beside });
      continue;
    }
    const [before, now] = [wordsOf(first?.get(id) ?? {}), wordsOf(last?.get(id) ?? {})];
    const words = first?.get(id)?.question;
    const isReworded = words !== undefined && words !== asked.question && copies[0]?.language === copies.at(-1)?.language;
    if (before === now) comparison.same += before === '' ? 0 : 1;
    else {
      const change = before === '' ? 'new' : now === '' ? 'gone' : 'changed';
      const ticked = found.every((question) => isOnlyTicked(question?.answer)) ? { ticked: true as const } : {};
      comparison.changes.push({ ...about, change, before, now, ...(isReworded ? { askedAs: words } : {}), ...ticked });
    }
  }
  return comparison;
};

/** Compares filled copies of one person in time: ratings side by side, and what was answered anew, changed or let go of. Never a verdict. */
import { oneLine } from './answer-lines.ts';
import type { AnsweredQuestion } from './answered.ts';
import type { NamedCopy } from './formats.ts';

/** A rating in each copy, in the order of the copies. */
export interface RatingRow {
  id: string;
  part: string;
  sheet?: string;
  question: string;
  scale: NonNullable<AnsweredQuestion['scale']>;
  /** The numbers; nothing where a copy has none. */
  ratings: (number | null)[];
}

/** How an answer differs between the first and the last copy. */
export type Change = 'new' | 'changed' | 'gone';

export interface ChangedAnswer {
  id: string;
  part: string;
  sheet?: string;
  question: string;
  change: Change;
  before: string;
  now: string;
}

export interface Comparison {
  /** The names of the files. */
  files: string[];
  ratings: RatingRow[];
  changes: ChangedAnswer[];
  /** How many answers are the same in the first and the last copy. */
  same: number;
}

/**
 * Compares copies.
 *
 * @param copies at least two, the oldest first
 */
export const compareCopies = (copies: readonly NamedCopy[]): Comparison => {
  const byId = copies.map(({ copy }) => new Map(copy.questions.map((question) => [question.id, question])));
  // A later copy may ask what an earlier one did not: its words are the newest.
  const ids = [...new Set(copies.toReversed().flatMap(({ copy }) => copy.questions.map(({ id }) => id)))];
  const [first, last] = [byId[0], byId.at(-1)];
  const comparison: Comparison = { files: copies.map(({ file }) => file), ratings: [], changes: [], same: 0 };
  for (const id of ids) {
    const found = byId.map((questions) => questions.get(id));
    const asked = found.findLast((question) => question !== undefined);
    if (!asked) continue;
    const about = { id, part: asked.part, ...(asked.sheet === undefined ? {} : { sheet: asked.sheet }), question: asked.question };
    if (asked.kind === 'scale' && asked.scale) {
      const ratings = found.map((question) => question?.answer?.rating ?? null);
      if (ratings.some((rating) => rating !== null)) comparison.ratings.push({ ...about, scale: asked.scale, ratings });
      continue;
    }
    const [before, now] = [oneLine(first?.get(id) ?? {}), oneLine(last?.get(id) ?? {})];
    if (before === now) comparison.same += before === '' ? 0 : 1;
    else comparison.changes.push({ ...about, change: before === '' ? 'new' : now === '' ? 'gone' : 'changed', before, now });
  }
  return comparison;
};

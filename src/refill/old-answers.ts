/** Answers that were given in an earlier copy, and what became of them in a new one. */
import type { AnsweredQuestion } from '../questions/answered.ts';
import type { Values } from '../questions/answer-of.ts';
import type { RecordedQuestion } from '../record/question-map.ts';

/** As they were read: from a filled copy with its fields, or from a file of answers, which has their words alone. */
export type OldAnswers = { from: 'copy'; questions: readonly RecordedQuestion[]; values: Values } | { from: 'file'; questions: readonly AnsweredQuestion[] };

/** An answer that has no place in the new copy. */
export interface LostAnswer {
  part: string;
  question: string;
  /** What was ticked, or the line that was written on, where the question is there and this is not; never what was written. */
  words?: string;
}

/** What goes into the fields of a new copy, by their names, and what has no place there. */
export interface PlacedAnswers {
  values: Map<string, string | true>;
  lost: LostAnswer[];
}

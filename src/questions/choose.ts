/** Chooses among the questions of copies: by part, and those that were answered. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { partHint } from '../diagnostics/part-hint.ts';
import { askedParts, isInPart } from '../record/asked-parts.ts';
import type { NamedCopy } from './formats.ts';

/** Which questions are wanted. */
export interface QuestionChoice {
  /** Parts by their ids: `today`, `apologize/my-apology`. */
  only?: readonly string[] | undefined;
  onlyAnswered?: boolean | undefined;
}

/**
 * Keeps the chosen questions of each copy.
 *
 * @returns the copies, and an error for each part that no copy has
 */
export const chooseQuestions = (copies: readonly NamedCopy[], { only, onlyAnswered }: QuestionChoice): { copies: NamedCopy[]; diagnostics: Diagnostic[] } => {
  const known = askedParts(copies.flatMap(({ copy }) => copy.questions));
  const diagnostics = (only ?? [])
    .filter((part) => !known.includes(part))
    .map((part) => {
      return error('without', `expected a part that the copies ask about, found "${part}"`, undefined, partHint(part, known));
    });
  const chosen = copies.map(({ copy, ...named }) => ({
    ...named,
    copy: {
      ...copy,
      questions: copy.questions.filter(
        ({ place, answer }) => (only === undefined || only.some((part) => isInPart(place, part))) && (!onlyAnswered || answer !== undefined),
      ),
    },
  }));
  return { copies: chosen, diagnostics };
};

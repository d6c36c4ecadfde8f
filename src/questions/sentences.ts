/** Fills in sentences that have gaps. */
import type { Answer } from './answered.ts';

/** A gap in a recorded sentence. */
export const GAP = '____';

/**
 * The sentences in which a gap is filled, and their gaps.
 *
 * @param words those of all fields: a sentence may be given several times, for several drafts
 */
export const filledSentences = (sentence: string, words: readonly (string | null)[]): Required<Pick<Answer, 'sentences' | 'gaps'>> => {
  const each = Math.max(1, sentence.split(GAP).length - 1);
  const gaps = Array.from({ length: Math.ceil(words.length / each) }, (_, draft) => words.slice(draft * each, (draft + 1) * each)).filter((draft) =>
    draft.some((text) => text !== null),
  );
  return { sentences: gaps.map((draft) => filledSentence(sentence, draft)), gaps };
};

/** A sentence with words in its gaps. @param words null where a gap stays one */
export const filledSentence = (sentence: string, words: readonly (string | null)[]): string =>
  sentence.split(GAP).reduce((all, part, at) => joined(all, words[at - 1] ?? GAP, part));

/** A sentence that goes on with the words of a gap; a full stop that was typed there is not printed twice. */
const joined = (sentence: string, words: string, after: string): string => `${sentence}${/^[.,]/.test(after) ? words.replace(/[.,]$/, '') : words}${after}`;

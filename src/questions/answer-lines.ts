/** An answer as lines of plain text, for the formats that people read. */
import type { Answer, AnsweredQuestion } from './answered.ts';

/** A line of an answer: an item of a list, or a paragraph. */
export interface AnswerLine {
  text: string;
  item?: true;
}

/** A rating in words: `4 (0 None … 10 A great deal)`. */
export const ratingWords = (rating: number, scale: AnsweredQuestion['scale']): string => {
  if (!scale) return String(rating);
  const [low, high] = scale.ends.map((words) => (words === '' ? '' : ` ${words}`));
  return `${rating} (${scale.from}${low ?? ''} … ${scale.to}${high ?? ''})`;
};

/** The lines of an answer, in the order of its fields. */
export const linesOf = ({ answer = {}, scale }: Pick<AnsweredQuestion, 'answer' | 'scale'>): AnswerLine[] => [
  ...(answer.rating === undefined ? [] : [{ text: ratingWords(answer.rating, scale) }]),
  ...(answer.text === undefined ? [] : [{ text: answer.text }]),
  ...(answer.sentences ?? []).map((text) => ({ text })),
  ...(answer.ticked ?? []).map((text) => ({ text, item: true as const })),
  ...(answer.rows ?? []).map(({ label, cells }) => ({
    text: labelled(label, cells.map(({ head, text }) => labelled(head, text)).join('; ')),
    item: true as const,
  })),
  ...(answer.parts ?? []).map(({ label, text }) => ({ text: labelled(label, text) })),
];

/** Words with what they are about before them. */
const labelled = (label: string, text: string): string => (label === '' ? text : `${label}${/[\p{L}\p{N})]$/u.test(label) ? ':' : ''} ${text}`);

/** An answer in one line, for a cell of a table. */
export const oneLine = (question: Pick<AnsweredQuestion, 'answer' | 'scale'>): string => {
  const { answer } = question;
  if (!answer) return '';
  if (answer.rating !== undefined) return String(answer.rating);
  return linesOf(question)
    .map(({ text }) => text)
    .join(isProse(answer) ? '\n\n' : '; ');
};

const isProse = ({ text, sentences, parts }: Answer): boolean => text !== undefined || sentences !== undefined || parts !== undefined;

/** An answer as lines of plain text, for the formats that people read. */
import type { Answer, AnsweredQuestion } from './answered.ts';

/** A line of an answer: an item of a list, or a paragraph. */
export interface AnswerLine {
  text: string;
  item?: true;
  /** The parts of this item, each an item of its own under it. */
  under?: string[];
}

/** Rows with more characters than that have a line for each cell. */
const LONG_ROW = 120;

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
  ...rowLines((answer.rows ?? []).map(({ label, cells }) => ({ label, cells: cells.map(({ head, text }) => labelled(head, text)) }))),
  ...partLines(answer.parts ?? []),
];

/** Rows as items: each in a line where all of them are short, else with a line for each cell. */
const rowLines = (rows: readonly { label: string; cells: string[] }[]): AnswerLine[] => {
  const [first, ...more] = rows.map(({ label, cells }): AnswerLine => ({ text: labelled(label, cells.join('; ')), item: true }));
  if (!first || [first, ...more].every(({ text }) => text.length <= LONG_ROW && !text.includes('\n'))) return first ? [first, ...more] : [];
  return rows.map(({ label, cells }) => {
    const lone = label === '' || cells.length === 1;
    return lone ? { text: labelled(label, cells.join('; ')), item: true } : { text: label, item: true, under: cells };
  });
};

/** The words of a part: what it is about, and the card or the pair of columns in which it stands, after a comma. */
const OF_SEVERAL = /^(.+), ([^,]*\d)$/;

/** Parts as paragraphs; those of several cards or pairs stand together under the name of theirs. */
const partLines = (parts: readonly { label: string; text: string }[]): AnswerLine[] => {
  const several = parts.map(({ label }) => OF_SEVERAL.exec(label));
  if (several.some((found) => !found)) return parts.map(({ label, text }) => ({ text: labelled(label, text) }));
  const groups = new Map<string, string[]>();
  for (const [index, found] of several.entries()) {
    const [, about = '', group = ''] = found ?? [];
    groups.set(group, [...(groups.get(group) ?? []), labelled(about, parts[index]?.text ?? '')]);
  }
  return [...groups].map(([text, under]) => ({ text, item: true, under }));
};

/** Words with what they are about before them. */
const labelled = (label: string, text: string): string => (label === '' ? text : `${label}${/[\p{L}\p{N})]$/u.test(label) ? ':' : ''} ${text}`);

/** An answer in one line, for a cell of a table. */
export const oneLine = (question: Pick<AnsweredQuestion, 'answer' | 'scale'>): string => {
  const { answer } = question;
  if (!answer) return '';
  if (answer.rating !== undefined) return String(answer.rating);
  return linesOf(question)
    .map(({ text, under = [] }) => (under.length > 0 ? labelled(text, under.join('; ')) : text))
    .join(isProse(answer) ? '\n\n' : '; ');
};

const isProse = ({ text, sentences, parts }: Answer): boolean => text !== undefined || sentences !== undefined || parts !== undefined;

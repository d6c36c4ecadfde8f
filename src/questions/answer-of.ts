/** Makes the answer to a question from the values of its fields. */
import type { RecordedQuestion } from '../record/question-map.ts';
import type { Answer, AnsweredCell, AnsweredQuestion } from './answered.ts';
import { cellsOf } from './grid-cells.ts';
import { filledSentences } from './sentences.ts';

/** The values of fields by their names: a text, or `true` for a box that is ticked. */
export type Values = ReadonlyMap<string, string | true>;

/** What stands behind the id of a question in the names of its fields. */
const NUMBER = /^_(\d+)$/;
const COMPARED = /^_(before|now)_(\d+)$/;
const OWN_WORDS = '_other_words';
const OTHER = '_other';

const GRIDS = new Set(['table', 'log', 'plan']);
const BETWEEN = ' – ';

/** A question with its answer, where it has one. */
export const answered = (question: RecordedQuestion, values: Values): AnsweredQuestion => {
  const { id, kind, place, part, sheet } = question;
  const about = { id, kind, place, part, ...(sheet === undefined ? {} : { sheet }), question: question.question };
  const scale = scaleOf(question);
  const answer = answerOf(question, values);
  return { ...about, ...(scale ? { scale } : {}), ...(answer ? { answer } : {}) };
};

const scaleOf = ({ kind, ends, fields }: RecordedQuestion): AnsweredQuestion['scale'] => {
  if (kind !== 'scale' && kind !== 'compare') return undefined;
  const numbers = fields.flatMap(([suffix]) => (NUMBER.exec(suffix)?.[1] ?? COMPARED.exec(suffix)?.[2]) || []).map(Number);
  return numbers.length > 0 ? { from: Math.min(...numbers), to: Math.max(...numbers), ends: ends ?? ['', ''] } : undefined;
};

/** A field that something stands in. */
interface Filled {
  suffix: string;
  words: string;
  value: string | true;
}

const answerOf = (question: RecordedQuestion, values: Values): Answer | undefined => {
  const filled = question.fields.flatMap(([suffix, , words]): Filled[] => {
    const value = values.get(question.id + suffix);
    return value === undefined ? [] : [{ suffix, words, value }];
  });
  if (filled.length === 0) return undefined;
  const { kind } = question;
  if (kind === 'scale') {
    const ratings = filled.flatMap(({ suffix }) => NUMBER.exec(suffix)?.[1] ?? []);
    // Which of two rings is meant, only the page can tell.
    if (ratings.length === 1) return { rating: Number(ratings[0]) };
  }
  if (kind === 'compare') return { parts: comparedRatings(filled) };
  if (kind === 'complete') return filledSentences(question.sentence ?? '', wordsIn(question, values));
  if (GRIDS.has(kind)) return { rows: rowsOf(question, values) };
  const texts = filled.filter((field): field is Filled & { value: string } => field.value !== true);
  const [only] = question.fields.length === 1 ? texts : [];
  if (only) return { text: only.value };
  // A feeling is named with its family, which stands over it on the page.
  const ticked = tickedWords(filled).map((words) => (kind === 'feelings' ? (words.split(BETWEEN)[0] ?? words) : words));
  const parts = texts.filter(({ suffix }) => suffix !== OWN_WORDS).map(({ words, value }) => ({ label: words, text: value }));
  return { ...(ticked.length > 0 ? { ticked } : {}), ...(parts.length > 0 ? { parts } : {}) };
};

/** The words of what was ticked; own words stand in place of “something else”, also where its box was left empty. */
const tickedWords = (filled: readonly Filled[]): string[] => {
  const own = filled.find(({ suffix }) => suffix === OWN_WORDS)?.value;
  const ticked = filled.flatMap(({ suffix, words, value }) => (value === true && !(suffix === OTHER && own) ? [words] : []));
  return typeof own === 'string' ? [...ticked, own] : ticked;
};

/** Both ratings of a comparison, each with the words that stand before it. */
const comparedRatings = (filled: readonly Filled[]): { label: string; text: string }[] =>
  filled.flatMap(({ suffix, words }) => {
    const [, , number] = COMPARED.exec(suffix) ?? [];
    return number === undefined ? [] : [{ label: words.split(BETWEEN).at(-1) ?? '', text: number }];
  });

/** What was written into each field; null where nothing was. */
const wordsIn = ({ id, fields }: RecordedQuestion, values: Values): (string | null)[] =>
  fields.map(([suffix]) => {
    const value = values.get(id + suffix);
    return typeof value === 'string' ? value : null;
  });

/** The rows in which something stands, with the heads of the columns. */
const rowsOf = ({ id, fields }: RecordedQuestion, values: Values): NonNullable<Answer['rows']> => {
  const rows = new Map<string, { label: string; cells: AnsweredCell[] }>();
  for (const { suffix, row, label, head } of cellsOf(fields)) {
    const value = values.get(id + suffix);
    if (value === undefined) continue;
    const known = rows.get(row) ?? { label, cells: [] };
    known.cells.push({ head, text: value === true ? 'x' : value });
    rows.set(row, known);
  }
  return [...rows.values()];
};

/** Finds the fields of a new copy for the fields of an old one: by question, and by the words that a field stands for. */
import type { Values } from '../questions/answer-of.ts';
import type { RecordedField, RecordedQuestion } from '../record/question-map.ts';
import type { LostAnswer, PlacedAnswers } from './old-answers.ts';

/** What stands between the words of a field and those of its question. */
const BETWEEN = ' – ';
/** Ends of names that say what a field is for. All others have a number, which is only a position. */
const NAMED = /^(?:_[a-z]+)+$/;
const RATINGS = new Set(['scale', 'compare']);

/**
 * Places the answers of an old copy.
 *
 * @param questions of the old copy
 * @param values of its fields
 * @param now the questions of the new copy
 */
export const placeFields = (questions: readonly RecordedQuestion[], values: Values, now: readonly RecordedQuestion[]): PlacedAnswers => {
  const byId = new Map(now.map((question) => [question.id, question]));
  const placed: PlacedAnswers = { values: new Map(), lost: [] };
  for (const old of questions) {
    const filled = old.fields.filter(([suffix]) => values.has(old.id + suffix));
    if (filled.length === 0) continue;
    const question = byId.get(old.id);
    if (!question || (isRating(old) && !isSameRating(old, question))) {
      placed.lost.push(lostOf(old));
      continue;
    }
    for (const field of filled) {
      const name = nameFor(field, old, question, placed.values);
      const value = values.get(old.id + field[0]);
      if (name !== undefined && value !== undefined) placed.values.set(name, value);
      else placed.lost.push(lostOf(old, wordsOf(field, old)));
    }
  }
  return placed;
};

const lostOf = ({ part, question }: RecordedQuestion, words = ''): LostAnswer => ({ part, question, ...(words === '' ? {} : { words }) });

const isRating = ({ kind }: RecordedQuestion): boolean => RATINGS.has(kind);

/** Whether a number means the same on both: as many steps between the same ends. */
const isSameRating = (old: RecordedQuestion, now: RecordedQuestion): boolean => {
  const words = new Map(now.fields.map((field) => [field[0], wordsOf(field, now)]));
  return old.fields.length === now.fields.length && old.fields.every((field) => words.get(field[0]) === wordsOf(field, old));
};

/** The words of a field, without those of its question. */
const wordsOf = ([, , words]: RecordedField, { question }: RecordedQuestion): string => {
  const tail = BETWEEN + question;
  return words.endsWith(tail) ? words.slice(0, -tail.length) : words;
};

/** The words of a field with those of its question. A copy that does not say what it asks may have both in one, and the id for the question. */
const labelOf = (field: RecordedField, question: RecordedQuestion): string =>
  question.question === question.id ? field[2] : wordsOf(field, question) + BETWEEN + question.question;

/** The name of the field of the new copy that stands for the same; nothing where there is none. */
const nameFor = (field: RecordedField, old: RecordedQuestion, now: RecordedQuestion, taken: ReadonlyMap<string, unknown>): string | undefined => {
  const [suffix, kind] = field;
  const free = now.fields.filter((one) => one[1] === kind && !taken.has(now.id + one[0]));
  const words = wordsOf(field, old);
  const same = free.filter((one) => wordsOf(one, now) === words || (words !== '' && labelOf(one, now) === labelOf(field, old)));
  const own = same.find(([end]) => end === suffix);
  if (words !== '' || kind === 'check') {
    // A lone box has no words of its own: those of its question are meant.
    if (words === '' && old.question !== now.question) return undefined;
    const twins = old.fields.filter((one) => one[1] === kind && wordsOf(one, old) === words);
    const found =
      own ??
      same[
        Math.max(
          0,
          twins.findIndex(([end]) => end === suffix),
        )
      ] ??
      same[0];
    if (found) return now.id + found[0];
  }
  if (NAMED.test(suffix)) {
    const named = free.find(([end]) => end === suffix);
    return named && now.id + named[0];
  }
  // Of two questions that both have one line, or whose line has no words, the place is the question itself.
  const texts = (question: RecordedQuestion): RecordedField[] => question.fields.filter(([, what]) => what === 'text');
  const [only] = texts(now);
  if (kind !== 'text' || !only || taken.has(now.id + only[0])) return undefined;
  if (texts(old).length === 1 && texts(now).length === 1 && (words === '' || wordsOf(only, now) === '')) return now.id + only[0];
  return words === '' && own ? now.id + own[0] : undefined;
};

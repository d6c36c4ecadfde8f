/** Finds the fields of a new copy for answers that are known by their words alone, as a file of answers has them. */
import type { Answer, AnsweredQuestion } from '../questions/answered.ts';
import { answered } from '../questions/answer-of.ts';
import { filledSentence, GAP } from '../questions/sentences.ts';
import type { RecordedField, RecordedQuestion } from '../record/question-map.ts';
import type { PlacedAnswers } from './old-answers.ts';

const OWN_WORDS = '_other_words';
const OTHER = '_other';
const BETWEEN = ' – ';

/** Puts a value into the first empty field that is meant; says whether there was one. */
type Put = (value: string | true, isMeant: (field: RecordedField) => boolean) => boolean;

/**
 * Places the answers of a file.
 *
 * @param now the questions of the new copy
 */
export const placeAnswers = (questions: readonly AnsweredQuestion[], now: readonly RecordedQuestion[]): PlacedAnswers => {
  const byId = new Map(now.map((question) => [question.id, question]));
  const placed: PlacedAnswers = { values: new Map(), lost: [] };
  for (const old of questions) {
    if (!old.answer) continue;
    const question = byId.get(old.id);
    const about = { part: old.part, question: old.question };
    if (!question) {
      placed.lost.push(about);
      continue;
    }
    const put: Put = (value, isMeant) => {
      const kind = value === true ? 'check' : 'text';
      const field = question.fields.find((one) => one[1] === kind && !placed.values.has(question.id + one[0]) && isMeant(one));
      if (field) placed.values.set(question.id + field[0], value);
      return field !== undefined;
    };
    for (const words of placeOne(old, old.answer, question, put)) placed.lost.push({ ...about, ...(words === '' ? {} : { words }) });
  }
  return placed;
};

/** Places one answer; gives the printed words of what has no place, empty for the answer as a whole. */
const placeOne = (old: AnsweredQuestion, answer: Answer, now: RecordedQuestion, put: Put): string[] => {
  const lost: string[] = [];
  if (answer.rating !== undefined && !(isSameScale(old, now) && put(true, ([suffix]) => suffix === `_${answer.rating}`))) lost.push('');
  const lines = now.fields.filter(([, kind]) => kind === 'text').length;
  if (answer.text !== undefined && !(lines === 1 && put(answer.text, () => true))) lost.push('');
  lost.push(...placeTicks(old, answer.ticked ?? [], now, put));
  for (const [draft, sentence] of (answer.sentences ?? []).entries()) if (!placeSentence(sentence, answer.gaps?.[draft], draft, now, put)) lost.push('');
  for (const { label, cells } of answer.rows ?? []) {
    for (const { head, text } of cells) {
      const cell = head === '' ? label : `${label}, ${head}`;
      if (!put(text, ([, , words]) => words === cell)) lost.push(cell);
    }
  }
  for (const { label, text } of answer.parts ?? []) {
    const isPlaced = now.kind === 'compare' ? placeCompared(old, label, text, now, put) : put(text, ([, , words]) => words === label);
    if (!isPlaced) lost.push(label);
  }
  return lost;
};

const isSameScale = (old: AnsweredQuestion, now: RecordedQuestion): boolean => JSON.stringify(old.scale) === JSON.stringify(answered(now, new Map()).scale);

/** Ticks what was ticked, by its words. What stands last and is none of the words was written under “something else”. */
const placeTicks = (old: AnsweredQuestion, ticked: readonly string[], now: RecordedQuestion, put: Put): string[] =>
  ticked.filter((words, index) => {
    // A lone box has no words of its own: those of its question are meant.
    if (words === '' && old.question !== now.question) return true;
    if (put(true, ([, , own]) => own === words || (now.kind === 'feelings' && own.split(BETWEEN)[0] === words))) return false;
    if (index < ticked.length - 1 || !put(words, ([suffix]) => suffix === OWN_WORDS)) return true;
    put(true, ([suffix]) => suffix === OTHER);
    return false;
  });

/** A rating of a comparison, named by the words that stand before it. */
const placeCompared = (old: AnsweredQuestion, label: string, number: string, now: RecordedQuestion, put: Put): boolean =>
  isSameScale(old, now) &&
  put(true, ([suffix, , words]) => (suffix === `_before_${number}` || suffix === `_now_${number}`) && words.split(BETWEEN).at(-1) === label);

/**
 * Puts what was written into the gaps of a sentence.
 *
 * @param own what it was, where the file says so; else it is found between the words of the sentence
 * @param draft which of several tries it is, from 0
 */
const placeSentence = (sentence: string, own: readonly (string | null)[] | undefined, draft: number, now: RecordedQuestion, put: Put): boolean => {
  const known = own && filledSentence(now.sentence ?? '', own) === sentence ? own : undefined;
  const gaps = known ?? gapsOf(sentence, (now.sentence ?? '').split(GAP))?.map((words) => (words === '' || words === GAP ? null : words));
  return (
    gaps !== undefined &&
    gaps.every((words, at) => {
      const field = now.fields[draft * gaps.length + at];
      return words === null || (field !== undefined && put(words, (one) => one === field));
    })
  );
};

/** What stands in the gaps between these parts; nothing where the sentence is another one. */
const gapsOf = (sentence: string, [first = '', ...others]: readonly string[]): string[] | undefined => {
  if (others.length === 0 || !sentence.startsWith(first)) return undefined;
  const gaps: string[] = [];
  let from = first.length;
  for (const [index, part] of others.entries()) {
    const isLast = index === others.length - 1;
    const to = isLast ? sentence.length - part.length : sentence.indexOf(part, from);
    if (to < from || !sentence.startsWith(part, to)) return undefined;
    gaps.push(sentence.slice(from, to).trim());
    from = to + part.length;
  }
  return gaps;
};

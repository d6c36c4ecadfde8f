/** Old answers find their place by question and by words: what has moved is found, what is gone is told, and nothing else is ever ticked. */
import { describe, expect, test } from 'vitest';
import type { RecordedField, RecordedQuestion } from '../../src/record/question-map.ts';
import { placeFields } from '../../src/refill/place-fields.ts';

const question = (kind: string, fields: RecordedField[], more: Partial<RecordedQuestion> = {}): RecordedQuestion => ({
  id: 'look_what',
  kind,
  place: 'look',
  part: 'Look back',
  question: 'What happened?',
  fields,
  ...more,
});
const boxes = (...words: string[]): RecordedField[] => words.map((one, index) => [`_${index + 1}`, 'check', one]);
const place = (old: RecordedQuestion, values: Record<string, string | true>, ...now: RecordedQuestion[]) => {
  const { values: placed, lost } = placeFields([old], new Map(Object.entries(values)), now);
  return { placed: Object.fromEntries(placed), lost };
};

describe('ticks', () => {
  test('follow their words where items have moved', () => {
    const moved = place(
      question('checklist', boxes('Cried', 'Slept', 'Left')),
      { look_what_1: true, look_what_3: true },
      question('checklist', boxes('New', 'Left', 'Cried')),
    );
    expect(moved).toEqual({ placed: { look_what_2: true, look_what_3: true }, lost: [] });
  });

  test('of words that are gone are told, and tick nothing', () => {
    const gone = place(question('choice', boxes('Yes', 'No')), { look_what_2: true }, question('choice', boxes('Yes', 'Not yet')));
    expect(gone).toEqual({ placed: {}, lost: [{ part: 'Look back', question: 'What happened?', words: 'No' }] });
  });

  test('of a copy that does not say what it asks are found by the whole names of their boxes', () => {
    const old = question('unknown', [...boxes('It names the act – Write a draft'), ['_date', 'text', 'Date – Clean copy']], { question: 'look_what' });
    const now = question('letter', [...boxes('It is short', 'It names the act'), ['_date', 'text', 'Date – Clean copy']], { question: 'Write a draft' });
    expect(place(old, { look_what_1: true, look_what_date: 'May' }, now)).toEqual({ placed: { look_what_2: true, look_what_date: 'May' }, lost: [] });
  });

  test('of equal words stay apart', () => {
    const old = question('checklist', boxes('Other', 'Sad', 'Other'));
    const values = { look_what_1: true, look_what_3: true } as const;
    expect(place(old, values, question('checklist', boxes('Sad', 'Other', 'Other'))).placed).toEqual({ look_what_2: true, look_what_3: true });
  });

  test('of a lone box, which has no words of its own, need the same question', () => {
    const lone = question('checklist', [['_1', 'check', '']]);
    expect(place(lone, { look_what_1: true }, lone).placed).toEqual({ look_what_1: true });
    expect(place(lone, { look_what_1: true }, { ...lone, question: 'Did you leave?' })).toMatchObject({ placed: {}, lost: [{}] });
  });

  test('of “something else” go with its own words', () => {
    const other: RecordedField[] = [
      ['_other', 'check', 'something else'],
      ['_other_words', 'text', 'in your words'],
    ];
    const values = { look_what_other: true, look_what_other_words: 'Ran' } as const;
    expect(place(question('checklist', [...boxes('Cried'), ...other]), values, question('checklist', [...boxes('Slept', 'Cried'), ...other])).placed).toEqual(
      values,
    );
  });
});

describe('ratings', () => {
  const scale = (to: number, low = 'None'): RecordedQuestion =>
    question(
      'scale',
      Array.from({ length: to + 1 }, (_, number): RecordedField => [`_${number}`, 'check', `${number} of ${to}${number === 0 ? ` – ${low}` : ''}`]),
    );
  test('stay what they are on the same scale', () => {
    expect(place(scale(10), { look_what_3: true }, scale(10)).placed).toEqual({ look_what_3: true });
  });
  test('have no place on a scale of other steps or other ends', () => {
    for (const now of [scale(5), scale(10, 'All')]) expect(place(scale(10), { look_what_3: true }, now)).toMatchObject({ placed: {}, lost: [{}] });
  });
});

describe('texts', () => {
  test('of a question with one field stay with the question, also where its words have changed', () => {
    const one = question('question', [['', 'text', '']]);
    expect(place(one, { look_what: 'It rained.' }, { ...one, question: 'What was it?' }).placed).toEqual({ look_what: 'It rained.' });
  });
  test('of rows follow the words of their row and column', () => {
    const rows = (...heads: string[]): RecordedField[] =>
      heads.flatMap((head, row) => ['Then', 'Now'].map((column, at): RecordedField => [`_${row + 1}_${at + 1}`, 'text', `${head}, ${column}`]));
    const moved = place(question('table', rows('Anger', 'Fear')), { look_what_1_2: 'less' }, question('table', rows('Grief', 'Fear', 'Anger')));
    expect(moved).toEqual({ placed: { look_what_3_2: 'less' }, lost: [] });
  });
  test('of a question that is gone are told by its words, not by the answer', () => {
    const one = question('question', [['', 'text', '']]);
    expect(place(one, { look_what: 'It rained.' })).toEqual({ placed: {}, lost: [{ part: 'Look back', question: 'What happened?' }] });
  });
  test('never go into a box, and ticks never onto a line', () => {
    const one = question('question', [['', 'text', '']]);
    expect(place(one, { look_what: 'x' }, question('checklist', boxes('x', 'y')))).toMatchObject({ placed: {}, lost: [{}] });
  });
});

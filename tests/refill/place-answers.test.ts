/** What a file of answers holds finds its place again: whatever was written, and whatever was left out. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readAnswers } from '../../src/questions/read-answers.ts';
import type { AnsweredQuestion } from '../../src/questions/answered.ts';
import { answered } from '../../src/questions/answer-of.ts';
import type { RecordedQuestion } from '../../src/record/question-map.ts';
import { placeAnswers } from '../../src/refill/place-answers.ts';
import { blankCopy } from '../fixtures/filled-copies.ts';

let questions: RecordedQuestion[];
beforeAll(async () => {
  const copies = [await blankCopy(), readFileSync(path.resolve(import.meta.dirname, '../fixtures/filled/every-question/qpdf.pdf'))];
  questions = (await Promise.all(copies.map((bytes) => readAnswers(bytes, 'ana.pdf')))).flatMap(({ fields }) => [...(fields?.questions ?? [])]);
}, 60_000);

/** Own words that are those of a box come back as a tick of it, in its place. */
const inAnyOrder = (all: readonly AnsweredQuestion[]): AnsweredQuestion[] =>
  all.map((one) => (one.answer?.ticked ? { ...one, answer: { ...one.answer, ticked: one.answer.ticked.toSorted() } } : one));

/** Through a file: the answers as JSON, and back into the fields. */
const through = (values: ReadonlyMap<string, string | true>) => {
  const written = questions.map((question) => answered(question, values));
  const { values: placed, lost } = placeAnswers(JSON.parse(JSON.stringify(written)) as typeof written, questions);
  return { written, again: questions.map((question) => answered(question, placed)), lost };
};

/** Words that mean something to those who read them back: gaps, what stands between gaps, printed words, signs between labels. */
const TRAPS = [
  '____',
  '_____',
  ' when ',
  'I feel',
  'sad when alone',
  '.',
  'so.',
  'yes,',
  'a, b',
  'x – y',
  'Yes',
  'A call',
  'Draft 1',
  '5',
  '–',
  '2 of 5',
  'two\nlines',
  'low – Sad',
];
const LETTERS = ['słowa', 'Привет', 'Καλημέρα', 'שלום', '日本語', '👍🏽', 'é'];

test('nothing is lost or changed', () => {
  const fields = questions.flatMap(({ id, fields: own }) => own.map(([suffix, kind]) => ({ name: id + suffix, kind })));
  const text = fc.oneof(fc.constantFrom(...TRAPS, ...LETTERS), fc.string({ minLength: 1, maxLength: 12 })).map((one) => one.trim());
  const choice = fc.array(fc.tuple(fc.nat(fields.length - 1), text), { maxLength: 30 });
  fc.assert(
    fc.property(choice, (chosen) => {
      const values = new Map<string, string | true>();
      for (const [index, words] of chosen) {
        const { name, kind } = fields[index] as (typeof fields)[number];
        if (kind === 'check') values.set(name, true);
        else if (words !== '') values.set(name, words);
      }
      const { written, again, lost } = through(values);
      expect(lost).toEqual([]);
      expect(inAnyOrder(again)).toEqual(inAnyOrder(written));
    }),
    { numRuns: 300 },
  );
});

/** Copies that are alike in nothing but their program are compared as far as they can be, and it is told what cannot. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { AnsweredQuestion } from '../../src/questions/answered.ts';
import type { NamedCopy } from '../../src/questions/formats.ts';
import { compareCopies, PROGRESS_FORM, progressObject } from '../../src/questions/progress.ts';
import { comparisonText } from '../../src/questions/progress-text.ts';

const question = (id: string, own: Partial<AnsweredQuestion> = {}): AnsweredQuestion => ({
  id,
  kind: 'question',
  place: 'look',
  part: 'Look',
  question: `What of ${id}?`,
  ...own,
});
const scale = (id: string, to: number, answer?: AnsweredQuestion['answer']): AnsweredQuestion =>
  question(id, { kind: 'scale', scale: { from: 0, to, ends: ['Far', 'Near'] }, ...(answer ? { answer } : {}) });
const copy = (file: string, questions: AnsweredQuestion[], own: { language?: string; date?: string; saved?: string } = {}): NamedCopy => ({
  file,
  ...(own.saved === undefined ? {} : { saved: own.saved }),
  copy: {
    title: 'A Book',
    language: own.language ?? 'en',
    record: { form: 1, workbook: { id: 'book', date: own.date ?? '2026-01-01' }, program: '1', edition: 'client', for: 'both', options: {} } as never,
    questions,
  },
});

test('a rating on another scale keeps its number and says which scale that was', () => {
  const comparison = compareCopies([copy('a.pdf', [scale('near', 5, { rating: 4 })]), copy('b.pdf', [scale('near', 10, { rating: 4 })])]);
  expect(comparison.ratings).toEqual([
    expect.objectContaining({ ratings: [4, 4], otherScales: [{ copy: 0, scale: { from: 0, to: 5, ends: ['Far', 'Near'] } }] }),
  ]);
  expect(comparisonText(comparison, false)).toContain('4 on a scale from 0 to 5 → 4   (0 Far … 10 Near)');
});

test('two rings are no rating, and are told', () => {
  const comparison = compareCopies([copy('a.pdf', [scale('near', 10, { ticked: ['3', '5'] })]), copy('b.pdf', [scale('near', 10)])]);
  expect(comparison.ratings).toEqual([expect.objectContaining({ ratings: [null, null], unclear: [{ copy: 0, answer: '3; 5' }] })]);
  expect(comparisonText(comparison, false)).toContain('3; 5 (more than one is marked) → –');
});

test('what a copy does not ask is told apart from what was not answered', () => {
  const comparison = compareCopies([
    copy('a.pdf', [question('old', { answer: { text: 'Yes' } })]),
    copy('b.pdf', [scale('near', 10, { rating: 1 }), question('new', { answer: { text: 'No' } })]),
  ]);
  expect(comparison.ratings).toEqual([expect.objectContaining({ ratings: [null, 1], notAsked: [0] })]);
  expect(comparison.changes.map(({ id, notAsked }) => [id, notAsked])).toEqual([
    ['new', [0]],
    ['old', [1]],
  ]);
  const text = comparisonText(comparison, false);
  expect(text).toContain('not asked → 1');
  expect(text).toContain('(not asked in copy 2)');
});

test('a question in other words, another version, another language and another order are told', () => {
  const before = question('what', { question: 'What was it?', answer: { text: 'One' } });
  const now = question('what', { answer: { text: 'Two' } });
  const reworded = comparisonText(compareCopies([copy('a.pdf', [before]), copy('b.pdf', [now], { date: '2026-06-01' })]), false);
  expect(reworded).toContain('(asked in the first copy as: What was it?)');
  expect(reworded).toContain('of different versions of the workbook');
  const translated = comparisonText(compareCopies([copy('a.pdf', [before], { language: 'es' }), copy('b.pdf', [now])]), false);
  expect(translated).toContain('in different languages');
  expect(translated).not.toContain('asked in the first copy as');
  const turned = compareCopies([copy('a.pdf', [before], { saved: '2026-12-01' }), copy('b.pdf', [now], { saved: '2026-11-01' })]);
  expect(comparisonText(turned, false)).toContain('not in the order of the days');
  expect(comparisonText(turned, true)).not.toContain('not in the order of the days');
});

test('of two people nothing is earlier, later or changed', () => {
  const text = comparisonText(
    compareCopies([
      copy('a.pdf', [scale('near', 10, { rating: 2 }), question('what', { answer: { text: 'One' } }), question('mine', { answer: { text: 'Only me' } })]),
      copy('b.pdf', [scale('near', 10, { rating: 7 }), question('what', { answer: { text: 'Two' } }), question('mine')]),
    ]),
    true,
  );
  expect(text).toContain('2 | 7   (0 Far … 10 Near)');
  expect(text).toMatch(/Answered differently\n-+\nWhat of what\?\n {4}1: One\n {4}2: Two/);
  expect(text).toMatch(/Answered in one copy only\n-+\nWhat of mine\?\n {4}1: Only me/);
  expect(text).not.toMatch(/since|changed|no longer|before|now:/i);
});

test('of a long row each cell stands on a line of its own, and none is lost', () => {
  const rows = [{ label: 'Row 1', cells: ['What', 'When'].map((head) => ({ head, text: 'A long walk by the river, '.repeat(5) })) }];
  const comparison = compareCopies([copy('a.pdf', [question('log')]), copy('b.pdf', [question('log', { answer: { rows } })])]);
  expect(comparison.changes[0]?.now).toMatch(/^Row 1\nWhat: A long walk[^\n]*\nWhen: A long walk/);
});

test('each row of a table stands on a line of its own', () => {
  const rows = [1, 2].map((row) => ({ label: `Row ${row}`, cells: [{ head: 'What', text: 'A walk' }] }));
  const comparison = compareCopies([copy('a.pdf', [question('log')]), copy('b.pdf', [question('log', { answer: { rows } })])]);
  expect(comparison.changes[0]?.now).toBe('Row 1: What: A walk\nRow 2: What: A walk');
});

test('the published schema takes what is written, and has a place for all of it', async () => {
  const published = JSON.parse(await readFile(new URL('../../docs/schema/progress.json', import.meta.url), 'utf8'));
  expect(published.properties.form.const).toBe(PROGRESS_FORM);
  const schema = z.fromJSONSchema(published);
  const comparison = compareCopies([
    copy(
      'a.pdf',
      [scale('near', 5, { rating: 4 }), scale('far', 10, { ticked: ['3', '5'] }), question('what', { question: 'What was it?', answer: { text: 'One' } })],
      {
        saved: '2026-11-01',
      },
    ),
    copy('b.pdf', [
      scale('near', 10, { rating: 4 }),
      scale('far', 10),
      question('what', { sheet: 'A sheet', answer: { text: 'Two' } }),
      question('new', { answer: { text: 'x' } }),
    ]),
  ]);
  const written = JSON.parse(JSON.stringify(progressObject(comparison, false)));
  expect(Object.keys(comparison.ratings[0] ?? {})).toContain('otherScales');
  expect(schema.safeParse(written).error).toBeUndefined();
  // It would take nothing else.
  written.ratings[0].ratng = 1;
  expect(schema.safeParse(written).success).toBe(false);
});

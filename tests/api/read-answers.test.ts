/** Programs read filled copies as questions with their answers, in a form that is published. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { createBuilder, flatten, readAnswers } from '../../src/api/index.ts';
import { ANSWERS_FORM, answersObject } from '../../src/questions/formats.ts';
import { readAnswers as readCopy } from '../../src/questions/read-answers.ts';
import { fillInPdfium } from '../flatten/filled.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FIXTURES = path.join(ROOT, 'tests/fixtures');

let filled: Uint8Array;
beforeAll(async () => {
  const made = await createBuilder().build({ cwd: FIXTURES, workbook: 'every-kind' });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  ({ saved: filled } = await fillInPdfium(made.bytes, ({ kind }) => (kind === 'check' ? true : 'Words')));
});

test('a copy is read, and what was asked for is chosen', async () => {
  const all = await readAnswers(filled);
  if (!all.ok) throw new Error(JSON.stringify(all.diagnostics));
  expect(all.made).toMatchObject({ workbook: 'every-kind', edition: 'client', for: 'both' });
  expect(all.questions.find(({ id }) => id === 'one_what')).toMatchObject({ place: 'one', question: 'What happened?', answer: { text: 'Words' } });
  const some = await readAnswers(filled, { only: ['one/sheet'] });
  if (!some.ok) throw new Error(JSON.stringify(some.diagnostics));
  expect(some.questions).toEqual(all.questions.filter(({ place }) => place === 'one/sheet'));
  expect(some.questions.length).toBeGreaterThan(2);
});

test('of a page that was sent, the answers on it are read', async () => {
  const sent = await flatten(filled, { only: ['one/sheet'] });
  if (!sent.ok) throw new Error(JSON.stringify(sent.diagnostics));
  const [page, whole] = [await readAnswers(sent.bytes), await readAnswers(filled, { only: ['one/sheet'] })];
  expect(page.ok && page.questions).toEqual(whole.ok && whole.questions);
});

test('what cannot be read is told', async () => {
  expect(await readAnswers(Buffer.from('words'))).toMatchObject({ ok: false, reason: 'input', diagnostics: [{ code: 'not-a-pdf' }] });
  expect(await readAnswers('/nowhere/ana.pdf')).toMatchObject({ ok: false, reason: 'usage', diagnostics: [{ code: 'no-file' }] });
  expect(await readAnswers(filled, { only: ['tomorrow'] })).toMatchObject({ ok: false, reason: 'usage' });
});

test('the published schema takes what is written, and has a place for all of it', async () => {
  const published = JSON.parse(await readFile(path.join(ROOT, 'docs/schema/answers.json'), 'utf8'));
  expect(published.properties.form.const).toBe(ANSWERS_FORM);
  const schema = z.fromJSONSchema(published);
  const { copy } = await readCopy(filled, 'ana.pdf');
  if (!copy) throw new Error('expected a copy');
  const written = JSON.parse(JSON.stringify(answersObject([{ file: 'ana.pdf', copy }])));
  expect(schema.safeParse(written).error).toBeUndefined();
  // It would take nothing else.
  written.copies[0].questions[0].answr = {};
  expect(schema.safeParse(written).success).toBe(false);
});

test('notes for counselors are no answers', async () => {
  const { ok, ...made } = await createBuilder().build({ cwd: FIXTURES, workbook: 'every-kind', edition: 'counselor' });
  if (!ok || !('bytes' in made)) throw new Error(JSON.stringify(made.diagnostics));
  const read = await readAnswers(made.bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  const client = await readAnswers(filled);
  // Its cover asks for no name.
  const asked = client.ok ? client.questions.filter(({ id }) => id !== 'cover_name') : [];
  expect(read.questions.map(({ id, question }) => [id, question])).toEqual(asked.map(({ id, question }) => [id, question]));
});

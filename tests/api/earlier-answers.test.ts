/** A program builds a book with the answers of an earlier copy, and learns whether all of them are in it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, type BuildRequest, type BuiltPdf, createBuilder, type EarlierAnswers, type OfOneClient, readAnswers } from '../../src/api/index.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { fillByHand } from '../flatten/filled.ts';

let book: SmallBook;
let folder: string;
let filled: Uint8Array;
const good = async (more: Partial<BuildRequest & OfOneClient & EarlierAnswers> = {}): Promise<BuiltPdf> => {
  const built = await build({ cwd: book.home, workbook: 'book', ...more });
  if (!built.ok) throw new Error(JSON.stringify(built.diagnostics));
  return built;
};
beforeAll(async () => {
  book = await smallBook();
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-earlier-'));
  filled = await fillByHand((await good()).bytes, (name) => (name === 'look_happened' ? 'It rained.' : undefined));
});
afterAll(() => Promise.all([book.remove(), rm(folder, { recursive: true })]));

const answersIn = async (bytes: Uint8Array) => {
  const read = await readAnswers(bytes, { onlyAnswered: true });
  return read.ok ? read.questions.map(({ id, answer }) => [id, answer]) : read.diagnostics;
};

test('answers come from the bytes of a copy, from its path, or from a file of answers', async () => {
  const at = path.join(folder, 'ana.pdf');
  await writeFile(at, filled);
  const read = await readAnswers(filled);
  const text = path.join(folder, 'ana.json');
  await writeFile(text, JSON.stringify({ form: 1, copies: [read.ok ? { questions: read.questions } : {}] }));
  const before = await answersIn(filled);
  for (const answers of [filled, at, text]) {
    const { bytes, answers: carried, fields } = await good({ answers, paper: 'a4' });
    expect(await answersIn(bytes)).toEqual(before);
    expect(carried).toEqual({ complete: true });
    expect(fields.length).toBeGreaterThan(0);
  }
});

test('a builder carries them as well, and a build without them says nothing of it', async () => {
  const built = await createBuilder().build({ cwd: book.home, workbook: 'book', answers: filled });
  expect(built.ok && (await answersIn(built.bytes))).toEqual(await answersIn(filled));
  expect((await good()).answers).toBeUndefined();
});

test('an answer that has no place any more is told', async () => {
  const { answers, diagnostics } = await good({ answers: filled, only: ['begin'] });
  expect(answers).toEqual({ complete: false });
  expect(diagnostics).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'answer-without-place' })]));
});

test('the sign of the client goes along with them, and those of another are refused', async () => {
  const request = { cwd: book.home, workbook: 'book' };
  const { bytes } = await good({ id: ' 2026-017 ' });
  const answers = await fillByHand(bytes, (name) => (name === 'look_happened' ? 'It rained.' : undefined));
  const next = await readAnswers((await good({ answers })).bytes);
  expect(next.ok && next.questions.find(({ id }) => id === 'look_happened')?.answer).toEqual({ text: 'It rained.' });
  expect(await build({ ...request, answers: (await good({ answers })).bytes, id: '2026-018' })).toMatchObject({
    ok: false,
    reason: 'usage',
    diagnostics: [{ code: 'two-people', message: expect.stringContaining('found those of one with the id 2026-017') }],
  });
  for (const id of ['', ' ', 'x'.repeat(101), 17] as string[])
    expect(await build({ ...request, id })).toMatchObject({ ok: false, reason: 'usage', diagnostics: [{ code: 'option' }] });
});

test('what cannot be read or filled in is refused', async () => {
  const refused = (more: object) => build({ cwd: book.home, workbook: 'book', ...more });
  expect(await refused({ answers: 'nowhere.pdf' })).toMatchObject({ ok: false, reason: 'usage', diagnostics: [{ code: 'no-file' }] });
  expect(await refused({ answers: Buffer.from('words') })).toMatchObject({ ok: false, reason: 'input', diagnostics: [{ code: 'not-a-pdf' }] });
  expect(await refused({ answers: 7 })).toMatchObject({ ok: false, reason: 'usage', diagnostics: [{ code: 'option' }] });
  expect(await refused({ answers: filled, flat: true })).toMatchObject({ ok: false, reason: 'usage', diagnostics: [{ code: 'refused-combination' }] });
});

test('answers of the other role are refused, and those of another workbook where none is named', async () => {
  const hers = (await good({ for: 'was-hurt' })).bytes;
  expect(await build({ cwd: book.home, workbook: 'book', for: 'broke-trust', answers: hers })).toMatchObject({
    ok: false,
    reason: 'usage',
    diagnostics: [{ severity: 'error', code: 'two-people' }],
  });
  expect((await good({ answers: hers })).answers).toEqual({ complete: true });
  expect(await build({ cwd: book.home, answers: filled })).toMatchObject({ ok: false, reason: 'usage', diagnostics: [{ code: 'other-workbook' }] });
});

/** Copies of one person are compared in time; those of two people only when it is asked for by name. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PDFDocument } from '@cantoo/pdf-lib';
import { createBuilder } from '../../src/api/index.ts';
import { progress, type ProgressOptions } from '../../src/commands/progress.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { fillByHand } from '../flatten/filled.ts';
import { Capture } from './capture.ts';

let book: SmallBook;
let blank: Uint8Array;
beforeAll(async () => {
  book = await smallBook();
  const made = await createBuilder().build({ cwd: book.home, workbook: 'book', for: 'was-hurt' });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  blank = made.bytes;
});
afterAll(() => book.remove());

const save = async (file: string, values: Readonly<Record<string, string>>, tick: readonly string[] = [], bytes = blank): Promise<void> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const name of tick) document.getForm().getCheckBox(name).check();
  await writeFile(path.join(book.home, file), await fillByHand(await document.save({ updateFieldAppearances: false }), (name) => values[name]));
};
const run = async (files: string[], options: Partial<ProgressOptions> = {}) => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  const code = await progress({ files, cwd: book.home, stdout, stderr, ...options });
  return { code, out: stdout.text, told: stderr.text };
};

test('ratings stand side by side, and each answer that is new, changed or gone, without a verdict', async () => {
  await save('november.pdf', { look_happened: 'A long silence.' }, ['look_near_3', 'begin_ready_1']);
  await save('december.pdf', { look_happened: 'A long talk.', begin_do: 'I call on Sundays.' }, ['look_near_5']);
  const { code, out } = await run(['november.pdf', 'december.pdf']);
  expect(code).toBe(0);
  expect(out).toContain('3 → 5   (0 Far … 10 Near)');
  expect(out).toMatch(/Answered since\n-+\nWhat will you do\?\n {4}now: {4}I call on Sundays\./);
  expect(out).toMatch(/Changed\n-+\nWhat happened\?\n {4}before: A long silence\.\n {4}now: {4}A long talk\./);
  expect(out).toMatch(/No longer answered\n-+\nBefore you begin\n {4}before: It is small/);
  expect(out).not.toMatch(/better|worse|improved|score/i);
  const json = JSON.parse((await run(['november.pdf', 'december.pdf'], { format: 'json' })).out) as { ratings: unknown[] };
  expect(json.ratings).toEqual([expect.objectContaining({ id: 'look_near', ratings: [3, 5] })]);
});

test('two people are compared only where both have agreed', async () => {
  await save('hers.pdf', { look_happened: 'One.' });
  const other = await createBuilder().build({ cwd: book.home, workbook: 'book', for: 'broke-trust' });
  if (!other.ok) throw new Error(JSON.stringify(other.diagnostics));
  await save('his.pdf', { look_happened: 'Two.' }, [], other.bytes);
  const refused = await run(['hers.pdf', 'his.pdf']);
  expect(refused.code).toBe(2);
  expect(refused.told).toContain('two-people');
  expect(refused.out).toBe('');
  expect((await run(['hers.pdf', 'his.pdf'], { together: true })).out).toContain('Both must have agreed');
});

test('copies that nothing shows to be of one person are compared with a warning', async () => {
  const made = await createBuilder().build({ cwd: book.home, workbook: 'book', for: 'was-hurt', id: '2026-020' });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  await save('with-id.pdf', { look_happened: 'One.' }, [], made.bytes);
  await save('unknown.pdf', { look_happened: 'Two.' });
  const one = await run(['with-id.pdf', 'unknown.pdf']);
  expect(one.code).toBe(0);
  expect(one.told).toContain('warning[two-people]: expected copies of one person, but nothing in unknown.pdf says that it is of the same person');
  expect((await run(['with-id.pdf', 'unknown.pdf'], { together: true })).told).not.toContain('two-people');
  await save('with-id-later.pdf', { look_happened: 'Two.', cover_name: 'Ana M.' }, [], made.bytes);
  await save('with-id.pdf', { look_happened: 'One.', cover_name: 'Ana' }, [], made.bytes);
  expect((await run(['with-id.pdf', 'with-id-later.pdf'])).told).not.toContain('two-people');
});

test('different names on the covers are told, and not which', async () => {
  await save('ana.pdf', { look_happened: 'One.', cover_name: 'Ana Gómez' });
  await save('ben.pdf', { look_happened: 'Two.', cover_name: 'Ben Novak' });
  const { code, told } = await run(['ana.pdf', 'ben.pdf']);
  expect(code).toBe(0);
  expect(told).toContain('warning[two-people]: expected copies of one person, but the names that are written on them differ');
  expect(told).not.toMatch(/Gómez|Novak/);
  await save('ben.pdf', { look_happened: 'Two.', cover_name: ' ana  GÓMEZ' });
  expect((await run(['ana.pdf', 'ben.pdf'])).told).not.toContain('two-people');
  await save('ben.pdf', { look_happened: 'Two.' });
  expect((await run(['ana.pdf', 'ben.pdf'])).told).not.toContain('two-people');
});

test('a page to print is for its owner alone, and never stands in place of what somebody has filled in', async () => {
  await save('first.pdf', { look_happened: 'One.' });
  await save('last.pdf', { look_happened: 'Two.' });
  const at = (file: string): string => path.join(book.home, file);
  const made = await run(['first.pdf', 'last.pdf'], { out: 'page.pdf', paper: 'a5', template: 'plain' });
  expect(made).toMatchObject({ code: 0, out: '' });
  expect(made.told).toMatch(/page\.pdf\n {2}\d+ pages?\n/);
  expect((await stat(at('page.pdf'))).mode & 0o777).toBe(0o600);
  expect((await PDFDocument.load(await readFile(at('page.pdf')))).getPage(0).getWidth()).toBeCloseTo(419.5, 0);
  // What it has made itself it replaces when it is asked to.
  expect((await run(['first.pdf', 'last.pdf'], { out: 'page.pdf' })).told).toContain('file-there');
  expect((await run(['first.pdf', 'last.pdf'], { out: 'page.pdf', force: true })).code).toBe(0);
  // A filled copy it does not, were it one of those that are compared or another.
  await save('other.pdf', { look_happened: 'Three.' });
  const before = await Promise.all(['last.pdf', 'other.pdf'].map((file) => readFile(at(file))));
  expect((await run(['first.pdf', 'last.pdf'], { out: 'last.pdf', force: true })).told).toContain('same-file');
  expect((await run(['first.pdf', 'last.pdf'], { out: 'last.pdf', format: 'text', force: true })).told).toContain('same-file');
  expect((await run(['first.pdf', 'last.pdf'], { out: 'other.pdf', force: true })).code).toBe(1);
  expect((await run(['first.pdf', 'last.pdf'], { out: 'other.pdf', format: 'text', force: true })).code).toBe(1);
  expect(await Promise.all(['last.pdf', 'other.pdf'].map((file) => readFile(at(file))))).toEqual(before);
});

test('the ending says the format, and what is for pages alone is refused without one', async () => {
  await save('first.pdf', { look_happened: 'One.' });
  await save('last.pdf', { look_happened: 'Two.' });
  expect((await run(['first.pdf', 'last.pdf'], { out: 'data.json' })).code).toBe(0);
  expect(JSON.parse(await readFile(path.join(book.home, 'data.json'), 'utf8'))).toMatchObject({ form: 1, changes: [{ before: 'One.', now: 'Two.' }] });
  expect((await run(['first.pdf', 'last.pdf'], { format: 'pdf' })).out).toMatch(/^%PDF-/);
  const refused = await run(['first.pdf', 'last.pdf'], { largePrint: true });
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.told).toContain('--large-print');
  expect(await run(['first.pdf', 'last.pdf'], { all: true })).toMatchObject({ code: 2, told: expect.stringContaining('--all') });
  expect(await run(['first.pdf', 'last.pdf'], { out: 'there/page.pdf', lang: 'xx' })).toMatchObject({ code: 2 });
  expect(await stat(path.join(book.home, 'there')).catch(() => undefined)).toBeUndefined();
});

test('a page is not written under the name of another kind of file, and the same copy twice is told', async () => {
  await save('one.pdf', { look_happened: 'One.' });
  await save('two.pdf', { look_happened: 'Two.' });
  expect(await run(['one.pdf', 'two.pdf'], { out: 'page.docx' })).toMatchObject({ code: 2, told: expect.stringContaining('.pdf, .json, .txt or .md') });
  const { code, told } = await run(['one.pdf', 'one.pdf']);
  expect([code, told]).toEqual([0, expect.stringContaining('warning[same-copy]')]);
});

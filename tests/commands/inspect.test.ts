/** What copies say of themselves, for people and for programs, and counselors’ copies that are known as such. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { batch } from '../../src/commands/batch.ts';
import { booklet } from '../../src/commands/booklet.ts';
import { build } from '../../src/commands/build.ts';
import { flattenFile } from '../../src/commands/flatten.ts';
import { inspect, type InspectOptions } from '../../src/commands/inspect.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { fillByHand } from '../flatten/filled.ts';
import { Capture } from './capture.ts';

let book: SmallBook;
beforeEach(async () => {
  book = await smallBook();
});
afterEach(() => book.remove());

const BOOK = { workbook: 'book', lang: 'en', country: 'us' } as const;
const at = (name: string): string => path.join(book.home, name);
const streams = () => ({ cwd: book.home, stdout: new Capture(), stderr: new Capture() });
const run = async (files: string[], options: Partial<InspectOptions> = {}) => {
  const told = streams();
  const code = await inspect({ files, ...told, ...options });
  return { code, out: told.stdout.text, told: told.stderr.text };
};

test('a copy says which it is, with what it was built, and never whose it is', async () => {
  await build({ ...BOOK, for: 'was-hurt', paper: 'a4', largePrint: true, name: 'Ana Gómez', out: 'ana.pdf', ...streams() });
  const { code, out } = await run(['ana.pdf']);
  expect(code).toBe(0);
  for (const line of [/^ana\.pdf$/m, /workbook +book, of \d{4}-\d\d-\d\d$/m, /edition +client$/m, /for +was-hurt$/m, /options .*--paper a4/m, /--large-print/m])
    expect(out).toMatch(line);
  expect(out).toMatch(/given too +--name: /m);
  expect(out).toMatch(/made by +Mendbook \d+\.\d+\.\d+$/m);
  expect(out).toMatch(/answers +0 of \d+ questions$/m);
  expect(out).toMatch(/changed +no$/m);
  expect(out).not.toContain('Ana Gómez');
});

test('for programs it is one object, also for a copy from a list that somebody has filled in', async () => {
  await writeFile(at('clients.csv'), 'name,id,file,discreet\nAna,K-17,ana,yes\n');
  expect(await batch({ list: 'clients.csv', workbook: 'book', out: '.', ...streams() })).toBe(0);
  await writeFile(at('ana.pdf'), await fillByHand(await readFile(at('ana.pdf')), () => 'Words.'));
  const { copies } = JSON.parse((await run(['ana.pdf'], { format: 'json' })).out);
  expect(copies).toMatchObject([
    {
      file: 'ana.pdf',
      changed: true,
      encrypted: false,
      forCounselors: false,
      answers: { given: expect.any(Number), of: expect.any(Number) },
      record: { edition: 'client', options: { discreet: true }, copy: { id: 'K-17' } },
    },
  ]);
  expect(copies[0].answers.given).toBeGreaterThan(0);
  expect((await run(['ana.pdf'])).out).toMatch(/^ {2}id +K-17$/m);
});

test.each(['counselor', 'notes'] as const)('a %s copy is known as not for clients, by all commands that would send it on', async (edition) => {
  await build({ ...BOOK, edition, out: 'mine.pdf', ...streams() });
  await build({ ...BOOK, edition, flat: true, out: 'print.pdf', ...streams() });
  expect((await run(['mine.pdf'])).out).toContain(`${edition}: not for clients`);
  if (edition === 'counselor') {
    const flat = streams();
    expect(await flattenFile({ file: 'mine.pdf', ...flat })).toBe(0);
    expect(flat.stderr.text).toContain('warning[counselor-copy]');
    expect((await run(['mine-flat.pdf'])).out).toContain('not for clients');
  }
  const sheets = streams();
  expect(await booklet({ file: 'print.pdf', sheetThickness: 0.1, ...sheets })).toBe(0);
  expect(sheets.stderr.text).toContain('warning[counselor-copy]');
});

test('a client’s copy is sent on without a word', async () => {
  await build({ ...BOOK, out: 'ana.pdf', ...streams() });
  const flat = streams();
  await flattenFile({ file: 'ana.pdf', ...flat });
  expect(flat.stderr.text).not.toContain('counselor');
});

test('files that are no copies are told, and the others shown', async () => {
  await build({ ...BOOK, out: 'ana.pdf', ...streams() });
  await writeFile(at('words.pdf'), 'words');
  const { code, out, told } = await run(['words.pdf', 'ana.pdf']);
  expect(code).toBe(1);
  expect(told).toContain('error[not-a-pdf]');
  expect(out).toContain('ana.pdf');
  expect((await run(['nobody.pdf', 'ana.pdf'])).code).toBe(2);
});

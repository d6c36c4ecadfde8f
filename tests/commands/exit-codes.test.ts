/** One rule for the exit codes of all commands: 2 where what stands on the command line is wrong, 1 where it stands in a file or in the way of one. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answers } from '../../src/commands/answers.ts';
import { batch } from '../../src/commands/batch.ts';
import { booklet } from '../../src/commands/booklet.ts';
import { build } from '../../src/commands/build.ts';
import { check } from '../../src/commands/check.ts';
import { flattenFile } from '../../src/commands/flatten.ts';
import { inspect } from '../../src/commands/inspect.ts';
import { list } from '../../src/commands/list.ts';
import { preview } from '../../src/commands/preview.ts';
import { progress } from '../../src/commands/progress.ts';
import type { Streams } from '../../src/commands/streams.ts';
import type { AskedOptions } from '../../src/options/option-values.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { Capture } from './capture.ts';

let book: SmallBook;
let streams: Streams & { stderr: Capture };
beforeAll(async () => {
  book = await smallBook();
  streams = { cwd: book.home, stdout: new Capture(), stderr: new Capture() };
  await build({ workbook: 'book', out: 'ana.pdf', ...streams });
  await build({ workbook: 'book', flat: true, out: 'flat.pdf', ...streams });
  await mkdir(path.join(book.home, 'folder.pdf'));
  await writeFile(path.join(book.home, 'notes.txt'), 'We talked.\n');
  await writeFile(path.join(book.home, 'clients.csv'), 'name\nAna\n');
  await writeFile(path.join(book.home, 'practice.yaml'), 'nmae: Harbor\n');
  await writeFile(path.join(book.home, 'two.json'), '{"copies": []}');
});
afterAll(() => book.remove());

const WORKBOOK_COMMANDS = {
  build: (asked: AskedOptions, workbook = 'book') => build({ workbook, out: 'made.pdf', ...asked, ...streams }),
  check: (asked: AskedOptions, workbook = 'book') => check({ workbook, format: 'short', ...asked, ...streams }),
  list: (asked: AskedOptions, workbook = 'book') => list({ workbook, format: 'human', ...asked, ...streams }),
  batch: (asked: AskedOptions, workbook = 'book') => batch({ list: 'clients.csv', dryRun: true, workbook, ...asked, ...streams }),
};

/** Options with values that lead nowhere, or do not go together. */
const WRONG_OPTIONS: AskedOptions[] = [
  { lang: 'xx' },
  { template: 'nope' },
  { country: 'zz' },
  { steps: '99' },
  { only: ['nope'] },
  { without: ['nope'] },
  { with: ['nope'] },
  { packet: 'nope' },
  { packet: './nope.yaml' },
  { practice: 'nope.yaml' },
  { practice: 'folder.pdf' },
  { other: 'Ben' },
  { largePrint: true, paper: 'a5' },
  { only: ['look'], steps: '1' },
];

test.each(Object.entries(WORKBOOK_COMMANDS))('%s ends with 2 for an option that leads nowhere, and for a workbook that is not there', async (_, run) => {
  for (const asked of WRONG_OPTIONS) expect([asked, await run(asked)]).toEqual([asked, 2]);
  expect(await run({}, 'nope')).toBe(2);
});

test.each(Object.entries(WORKBOOK_COMMANDS))('%s ends with 1 for what is wrong in a file', async (_, run) => {
  expect(await run({ practice: 'practice.yaml' })).toBe(1);
});

test('a list ends with 1 where a row has the value that is wrong, and without a place where the command line has it', async () => {
  await writeFile(path.join(book.home, 'odd.csv'), 'name,lang\nAna,xx\nBen,\n');
  expect(await batch({ list: 'odd.csv', workbook: 'book', ...streams })).toBe(1);
  const stderr = new Capture();
  expect(await batch({ list: 'clients.csv', workbook: 'book', lang: 'xx', ...streams, stderr })).toBe(2);
  expect(stderr.text).not.toContain('clients.csv');
});

test('what is wrong with the folder of the output is told once, at no row', async () => {
  await writeFile(path.join(book.home, 'three.csv'), 'name\nAna\nBen\nZoë\n');
  const stderr = new Capture();
  expect(await batch({ list: 'three.csv', workbook: 'book', out: 'notes.txt', ...streams, stderr })).toBe(1);
  expect(stderr.text.match(/error\[output-unwritable\]/g)).toHaveLength(1);
  expect(stderr.text).not.toContain('three.csv');
});

/** Whatever reads a PDF, by the file that it is given. */
const READERS: Record<string, (file: string) => Promise<number>> = {
  answers: (file) => answers({ files: [file], ...streams }),
  inspect: (file) => inspect({ files: ['ana.pdf', file], ...streams }),
  flatten: (file) => flattenFile({ file, ...streams }),
  booklet: (file) => booklet({ file, sheetThickness: 0.1, ...streams }),
  progress: (file) => progress({ files: ['ana.pdf', file], ...streams }),
  'build --answers': (file) => build({ workbook: 'book', answers: file, out: 'made.pdf', ...streams }),
};

test.each(Object.entries(READERS))('%s ends with 2 for a file that is not there, and with 1 for one of another kind', async (_, run) => {
  expect(await run('nope.pdf')).toBe(2);
  expect(await run('folder.pdf')).toBe(2);
  expect(await run('notes.txt')).toBe(1);
});

const CASES: [command: string, code: number, run: () => Promise<number>][] = [
  ['answers ana.pdf -o ana.pdf', 2, () => answers({ files: ['ana.pdf'], out: 'ana.pdf', force: true, ...streams })],
  ['progress ana.pdf ana.pdf -o ana.pdf', 2, () => progress({ files: ['ana.pdf', 'flat.pdf'], out: 'ana.pdf', force: true, ...streams })],
  ['flatten ana.pdf -o ana.pdf', 2, () => flattenFile({ file: 'ana.pdf', out: 'ana.pdf', force: true, ...streams })],
  ['booklet flat.pdf -o flat.pdf', 2, () => booklet({ file: 'flat.pdf', sheetThickness: 0.1, out: 'flat.pdf', force: true, ...streams })],
  ['build --answers ana.pdf -o ana.pdf', 2, () => build({ workbook: 'book', answers: 'ana.pdf', out: 'ana.pdf', force: true, ...streams })],
  ['answers ana.pdf --only nope', 2, () => answers({ files: ['ana.pdf'], only: ['nope'], ...streams })],
  ['progress ana.pdf ana.pdf --only nope', 2, () => progress({ files: ['ana.pdf', 'ana.pdf'], only: ['nope'], ...streams })],
  ['flatten ana.pdf --only nope', 2, () => flattenFile({ file: 'ana.pdf', only: ['nope'], ...streams })],
  ['flatten ana.pdf --pages 99', 2, () => flattenFile({ file: 'ana.pdf', pages: '99', ...streams })],
  ['answers ana.pdf --workbook nope', 2, () => answers({ files: ['ana.pdf'], workbook: 'nope', ...streams })],
  ['progress ana.pdf', 2, () => progress({ files: ['ana.pdf'], ...streams })],
  ['batch nope.csv', 2, () => batch({ list: 'nope.csv', workbook: 'book', ...streams })],
  ['batch folder.pdf', 2, () => batch({ list: 'folder.pdf', workbook: 'book', ...streams })],
  ['batch clients.csv --rows 9', 2, () => batch({ list: 'clients.csv', workbook: 'book', rows: '9', ...streams })],
  ['batch notes.txt, without rows', 1, () => batch({ list: 'notes.txt', workbook: 'book', ...streams })],
  ['preview nope', 2, () => preview({ workbook: 'nope', port: 0, open: false, signal: AbortSignal.abort(), ...streams })],
  ['preview --open nope.pdf', 2, () => preview({ workbook: 'book', port: 0, open: false, copy: 'nope.pdf', signal: AbortSignal.abort(), ...streams })],
  ['build --answers two.json, of several copies', 1, () => build({ workbook: 'book', answers: 'two.json', out: 'made.pdf', ...streams })],
  ['flatten ana.pdf --only look --pages 2', 2, () => flattenFile({ file: 'ana.pdf', only: ['look'], pages: '2', ...streams })],
  ['flatten ana.pdf -o ana.docx', 2, () => flattenFile({ file: 'ana.pdf', out: 'ana.docx', ...streams })],
  ['booklet flat.pdf -o flat.html', 2, () => booklet({ file: 'flat.pdf', sheetThickness: 0.1, out: 'flat.html', ...streams })],
  ['build -o made.docx', 2, () => build({ workbook: 'book', out: 'made.docx', ...streams })],
  ['build --name with a word wider than the cover', 2, () => build({ workbook: 'book', name: 'a'.repeat(300), out: 'made.pdf', ...streams })],
  ['build in a folder without a workbook', 2, () => build({ workbook: 'folder.pdf', out: 'made.pdf', ...streams })],
  ['answers ana.pdf -o folder.pdf', 1, () => answers({ files: ['ana.pdf'], out: 'folder.pdf', format: 'md', force: true, ...streams })],
  ['build -o notes.txt', 1, () => build({ workbook: 'book', out: 'notes.txt', ...streams })],
  ['check -o made.xlsx', 2, () => check({ workbook: 'book', format: 'short', out: 'made.xlsx', ...streams })],
  ['check -o notes.txt', 1, () => check({ workbook: 'book', format: 'short', out: 'notes.txt', ...streams })],
  ['answers ana.pdf -o notes.txt', 1, () => answers({ files: ['ana.pdf'], out: 'notes.txt', ...streams })],
  ['flatten flat.pdf, without fields', 1, () => flattenFile({ file: 'flat.pdf', ...streams })],
];

test.each(CASES)('%s ends with %i', async (_, code, run) => {
  expect(await run()).toBe(code);
});

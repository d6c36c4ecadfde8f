/** `build --watch`: one line of status, broken input survived, answers never overwritten. */
import { appendFile, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { BuildOptions } from '../../src/commands/build-options.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { Capture } from './capture.ts';

const STEP = 'book/en/steps/look.yaml';

let book: SmallBook;
let ending: AbortController;
let stderr: Capture;
beforeEach(async () => {
  book = await smallBook();
  ending = new AbortController();
  stderr = new Capture();
});
afterEach(async () => {
  ending.abort();
  await book.remove();
});

const watch = (options: Partial<BuildOptions> = {}): Promise<number> =>
  build({ ...book.options, watch: true, signal: ending.signal, stdout: new Capture(), stderr, ...options });

/** Waits until something is said, and forgets it. */
const hear = async (words: RegExp): Promise<string> => {
  while (!words.test(stderr.text)) await new Promise<void>((resume) => setTimeout(resume, 20));
  const said = stderr.text;
  stderr.text = '';
  return said;
};
const pdf = (): Promise<Buffer> => readFile(path.join(book.home, 'out/book.pdf'));

test('each save gives a line, and the PDF that a build of its own would give', async () => {
  const code = watch();
  expect(await hear(/Ctrl-C ends\n/)).toMatch(/^out\/book\.pdf {2}\d\d:\d\d:\d\d {2}7 pages, \d+\.\d s, 0 warnings {2}Ctrl-C ends\n/);
  const first = await pdf();
  await book.change(STEP, 'What happened?', 'What has happened?');
  while ((await pdf()).equals(first)) await new Promise<void>((resume) => setTimeout(resume, 20));
  await hear(/7 pages/);
  await build({ ...book.options, out: 'other/', stdout: new Capture(), stderr: new Capture() });
  expect((await pdf()).equals(await readFile(path.join(book.home, 'other/book.pdf')))).toBe(true);
  ending.abort();
  expect(await code).toBe(0);
});

test('broken input is told with its frame, the last good PDF stays, and the mend is noticed', async () => {
  const code = watch();
  await hear(/7 pages/);
  const good = await pdf();
  await book.change(STEP, 'lines: 3', 'lines: many');
  const said = await hear(/the last good one/);
  expect(said).toContain('lines: many');
  expect(said).toMatch(/look\.yaml:14:16/);
  expect(said).toMatch(/1 error, 0 warnings; the PDF is the last good one/);
  expect((await pdf()).equals(good)).toBe(true);
  await book.change(STEP, 'lines: many', 'lines: 3');
  await hear(/7 pages/);
  ending.abort();
  expect(await code).toBe(0);
});

test('a PDF that was written in while watching is not overwritten, with --force neither', async () => {
  const code = watch({ force: true });
  await hear(/7 pages/);
  await appendFile(path.join(book.home, 'out/book.pdf'), '% an answer\n');
  const answered = await pdf();
  await book.change(STEP, 'What happened?', 'What has happened?');
  expect(await hear(/the last good one/)).toContain('error[output-in-use]');
  expect((await pdf()).equals(answered)).toBe(true);
  ending.abort();
  expect(await code).toBe(0);
});

test('a PDF among its own sources does not have it built again and again', async () => {
  const code = watch({ out: 'book/en/it.pdf' });
  await hear(/7 pages/);
  await book.change(STEP, 'What happened?', 'What has happened?');
  await hear(/7 pages/);
  await new Promise<void>((resume) => setTimeout(resume, 1500));
  expect(stderr.text.split('\n').length).toBeLessThan(4);
  ending.abort();
  await code;
});

test('in a terminal there is one line, written over', async () => {
  vi.stubEnv('TERM', 'xterm');
  Object.assign(stderr, { isTTY: true, columns: 40 });
  const code = watch();
  const said = await hear(/7 pages/);
  expect(said.startsWith('\r\u001b[2Kbuilding …\r\u001b[2Kout/book.pdf')).toBe(true);
  expect(said).not.toContain('\n');
  for (const line of said.split('\r\u001b[2K')) expect([...line].length).toBeLessThan(40);
  ending.abort();
  expect(await code).toBe(0);
  expect(stderr.text.endsWith('\n')).toBe(true);
});

test('stdout cannot be watched, and nothing that is not there', async () => {
  expect(await watch({ out: '-' })).toBe(2);
  expect(stderr.text).toContain('expected a file to write with --watch, found stdout');
  expect(await watch({ workbook: 'bok' })).toBe(2);
  expect(stderr.text).toContain('error[no-workbook]');
  expect(await stat(path.join(book.home, 'out')).catch(() => undefined)).toBeUndefined();
});

/** `mendbook answers`: in which form answers are written, and what is said of copies that are no use. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBuilder } from '../../src/api/index.ts';
import { answers, type AnswersOptions } from '../../src/commands/answers.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { fillByHand } from '../flatten/filled.ts';
import { Capture } from './capture.ts';

let book: SmallBook;
const at = (file: string): string => path.join(book.home, file);
beforeAll(async () => {
  book = await smallBook();
  const made = await createBuilder().build({ cwd: book.home, workbook: 'book' });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  await writeFile(at('blank.pdf'), made.bytes);
  await writeFile(at('ana.pdf'), await fillByHand(made.bytes, (name) => (name === 'look_happened' ? '1) We *talked*.' : undefined)));
});
afterAll(() => book.remove());

const run = async (files: string[], options: Partial<AnswersOptions> & { isTTY?: boolean } = {}) => {
  const { isTTY = false, ...rest } = options;
  const [stdout, stderr] = [Object.assign(new Capture(), { isTTY }), new Capture()];
  const code = await answers({ files, cwd: book.home, stdout, stderr, ...rest });
  return { code, out: stdout.text, told: stderr.text };
};

test('a terminal shows plain text, with what was written as it was written; a pipe gets Markdown', async () => {
  const shown = await run(['ana.pdf'], { isTTY: true });
  expect(shown.out).toContain('  1) We *talked*.');
  expect(shown.out).not.toContain('\\');
  expect((await run(['ana.pdf'])).out).toContain(String.raw`1\) We \*talked\*.`);
  expect((await run(['ana.pdf'], { isTTY: true, format: 'md' })).out).toContain(String.raw`\*talked\*`);
});

test('a name whose ending promises another kind of file is refused, unless the format is given', async () => {
  for (const out of ['out.docx', 'out.pdf', 'out.xlsx']) {
    const { code, told } = await run(['ana.pdf'], { out });
    expect([out, code]).toEqual([out, 2]);
    expect(told).toContain(`.md, .txt, .json, .yaml, .yml or .csv, found ${out}`);
    await expect(readFile(at(out))).rejects.toThrow('ENOENT');
  }
  expect((await run(['ana.pdf'], { out: 'out.note', format: 'text', quiet: true })).code).toBe(0);
  expect((await run(['ana.pdf'], { out: 'notes', quiet: true })).code).toBe(0);
});

test('a copy with nothing filled in, and one that is given twice, are told', async () => {
  const blank = await run(['blank.pdf']);
  expect([blank.code, blank.told]).toEqual([0, expect.stringContaining('warning[nothing-filled-in]')]);
  await writeFile(at('again.pdf'), await readFile(at('ana.pdf')));
  for (const twin of ['ana.pdf', 'again.pdf']) {
    const { told } = await run(['ana.pdf', twin]);
    expect(told).toContain(`warning[same-copy]: expected each copy once, found the same one again: ${twin}`);
    expect(told).not.toContain('nothing-filled-in');
  }
  expect((await run(['ana.pdf', 'blank.pdf'])).told).not.toContain('same-copy');
});

/** Copies of a list have what is filled in beforehand, and the answers of an earlier copy: each its own, and nobody else’s. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { batch } from '../../src/commands/batch.ts';
import { readAnswers } from '../../src/questions/read-answers.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { fillByHand } from '../flatten/filled.ts';
import { storedWords } from '../readers/words.ts';
import { Capture } from '../commands/capture.ts';

let book: SmallBook;
beforeEach(async () => {
  book = await smallBook();
});
afterEach(() => book.remove());

const run = async (list: string) => {
  await writeFile(path.join(book.home, 'clients.csv'), list);
  const stderr = new Capture();
  const code = await batch({ list: 'clients.csv', workbook: 'book', cwd: book.home, stdout: new Capture(), stderr });
  return { code, told: stderr.text };
};
const at = (name: string): string => path.join(book.home, 'out/clients', name);
const answersIn = async (name: string) => {
  const { copy } = await readAnswers(await readFile(at(name)), name);
  return Object.fromEntries(copy?.questions.flatMap(({ id, answer }) => (answer ? [[id, answer.text]] : [])) ?? []);
};
/** On the cover of a copy without a name. */
const FIELD = 'cover_name';

test('words of a row stand in their field, for the owner alone, and change with the row', async () => {
  const list = (words: string) => `file,fill.${FIELD}\nana,${words}\nzoe,\n`;
  expect(await run(list('Ana Żółć'))).toMatchObject({ code: 0 });
  expect(await answersIn('ana.pdf')).toMatchObject({ [FIELD]: 'Ana Żółć' });
  expect(await answersIn('zoe.pdf')).toEqual({});
  expect((await stat(at('ana.pdf'))).mode & 0o777).toBe(0o600);
  expect(await storedWords(await readFile(at('zoe.pdf')))).not.toContain('Żółć');
  expect((await run(list('Ana Żółć'))).told).toContain('2 as they were');
  expect((await run(list('Ana B.'))).code).toBe(0);
  expect(await answersIn('ana.pdf')).toMatchObject({ [FIELD]: 'Ana B.' });
});

test('the answers of an earlier copy go before, and come from the folder of the list', async () => {
  await run('file\nana\n');
  await writeFile(path.join(book.home, 'old.pdf'), await fillByHand(await readFile(at('ana.pdf')), (name) => (name === FIELD ? 'Answered' : undefined)));
  const list = `file,answers,fill.${FIELD}\nnew,old.pdf,Given\n`;
  expect(await run(list)).toMatchObject({ code: 0 });
  expect(await answersIn('new.pdf')).toMatchObject({ [FIELD]: 'Answered' });
});

test('words that are too long, and answers that are not there, are told at their cells, and nothing is written', async () => {
  const { code, told } = await run(`file,answers,fill.${FIELD}\nana,,${'x'.repeat(500)}\nzoe,lost.pdf,\n`);
  expect(code).toBe(1);
  expect(told).toContain('clients.csv:2:6');
  expect(told).toContain('clients.csv:3:5');
  await expect(stat(at('ana.pdf'))).rejects.toThrow();
});

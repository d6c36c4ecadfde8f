/** Copies of a list have what is filled in beforehand, and the answers of an earlier copy: each its own, and nobody else’s. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answers } from '../../src/commands/answers.ts';
import { batch, type BatchOptions } from '../../src/commands/batch.ts';
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

const run = async (list: string, more: Partial<BatchOptions> = {}) => {
  await writeFile(path.join(book.home, 'clients.csv'), list);
  const stderr = new Capture();
  const code = await batch({ list: 'clients.csv', workbook: 'book', cwd: book.home, stdout: new Capture(), stderr, ...more });
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

describe('answers of another person are refused at their cell, and nothing is written', () => {
  /** The filled copies of two clients, and what `mendbook answers` wrote of one. */
  const filledCopies = async () => {
    await run('file,id,for\nana,2026-050,broke-trust\nzoe,2026-051,was-hurt\n');
    for (const name of ['ana.pdf', 'zoe.pdf'])
      await writeFile(path.join(book.home, name), await fillByHand(await readFile(at(name)), (field) => (field === FIELD ? 'Answered' : undefined)));
    await answers({ files: ['ana.pdf'], out: 'ana.yaml', cwd: book.home, stdout: new Capture(), stderr: new Capture() });
  };
  beforeEach(filledCopies);
  /** Takes what says whose they are out of a file of answers. */
  const withoutRecord = async () => {
    const said = await readFile(path.join(book.home, 'ana.yaml'), 'utf8');
    await writeFile(path.join(book.home, 'ana.yaml'), said.replace(/^ {4}record:\n(?: {6}.*\n)+/m, ''));
  };

  test.each([
    ['by the id', 'new,2026-051,,ana.pdf', 'expected answers of a copy with the id 2026-051, found those of one with the id 2026-050: ana.pdf'],
    ['by the role', 'new,,was-hurt,ana.pdf', 'expected answers of was-hurt, for whom the copy is, found those of broke-trust: ana.pdf'],
    ['from a file of answers', 'new,2026-051,,ana.yaml', 'found those of one with the id 2026-050: ana.yaml'],
  ])('%s', async (_, row, message) => {
    for (const dryRun of [true, false]) {
      const { code, told } = await run(`file,id,for,answers\n${row}\n`, { dryRun });
      expect(code).toBe(1);
      expect(told).toContain('error[two-people]');
      expect(told).toContain(message);
      expect(told).toContain('(row 2, column answers)');
      expect(told).toContain('name the filled copy of this client in the column answers');
    }
    await expect(stat(at('new.pdf'))).rejects.toThrow();
  });

  test('one file for several clients is told with its rows, and not where it is of one client', async () => {
    await withoutRecord();
    const list = 'file,name,answers\nnew,Ana,ana.yaml\nmore,Zoë,ana.yaml\n';
    const shared = await run(list, { dryRun: true });
    expect(shared.code).toBe(0);
    expect(shared.told).toContain('warning[two-people]: expected answers of one person, found ana.yaml in rows 2, 3, column answers');
    expect(shared.told).toContain('clients.csv:3:');
    // A row that is not made in this run is compared with, too.
    expect((await run(list, { dryRun: true, where: ['name=Zoë'] })).told).toContain('found ana.yaml in rows 2, 3');
    const own = 'file,name,lang,answers\nnew,Ana,en,ana.pdf\nmore,ana,en,ana.pdf\n';
    expect((await run(own, { dryRun: true })).told).not.toContain('two-people');
  });

  test('those of another row are refused by the id that their file says, also where that row is not made', async () => {
    const list = 'file,name,id,answers\nnew,Ana,2026-050,\nmore,Zoë,,ana.pdf\n';
    for (const more of [{}, { where: ['name=Zoë'] }]) {
      const { code, told } = await run(list, { dryRun: true, ...more });
      expect(code).toBe(1);
      expect(told).toContain('error[two-people]: expected answers of the client of row 3, found those of a copy with the id 2026-050, as row 2 has: ana.pdf');
      expect(told).toContain('write 2026-050 into the column id');
    }
    expect(await run(list.replace('Zoë', 'ana'), { dryRun: true })).toMatchObject({ code: 0, told: expect.not.stringContaining('two-people') });
    expect(await run(list.replace('Zoë,', 'Zoë,2026-050'), { dryRun: true })).toMatchObject({ code: 0, told: expect.not.stringContaining('[two-people]') });
  });

  test.each([
    ['one file', 'ana.pdf'],
    ['a file of the same id', 'ana.yaml'],
  ])('%s that has an id is of no two clients', async (_, other) => {
    const { code, told } = await run(`file,name,answers\nnew,Ana,ana.pdf\nmore,Zoë,${other}\n`, { dryRun: true });
    expect(code).toBe(1);
    expect(told.match(/\[two-people\]/g)).toHaveLength(1);
    expect(told).toContain(
      'error[two-people]: expected answers of one client in each row, found those of a copy with the id 2026-050 in rows 2, 3, column answers',
    );
    expect(told).toContain('clients.csv:3:');
  });

  test('where their file says nothing, a row with an id is warned of, as long as its copy is to be made', async () => {
    await withoutRecord();
    const list = 'file,id,answers\nnew,2026-051,ana.yaml\n';
    const message = 'warning[two-people]: expected answers with an id, as the row of their copy has one, found nothing that says whose they are in ana.yaml';
    expect(await run(list)).toMatchObject({ code: 0, told: expect.stringContaining(message) });
    expect((await run(list)).told).not.toContain('two-people');
  });

  test('a role that the command gives is compared, too', async () => {
    expect((await run('file,answers\nnew,ana.pdf\n', { for: 'was-hurt' })).told).toContain('error[two-people]');
  });

  test('those of the same person go in, and so they do where one of the two does not say whose it is', async () => {
    for (const row of ['new,2026-050,broke-trust,ana.pdf', 'new,,both,ana.pdf', 'new,2026-050,,ana.yaml']) {
      expect(await run(`file,id,for,answers\n${row}\n`, { force: true })).toMatchObject({ code: 0 });
      expect(await answersIn('new.pdf')).toMatchObject({ [FIELD]: 'Answered' });
    }
  });

  test('the id goes along with them to a row that gives none', async () => {
    for (const from of ['ana.pdf', 'ana.yaml']) {
      await run(`file,answers\nnew,${from}\n`, { force: true });
      expect((await readAnswers(await readFile(at('new.pdf')), 'new.pdf')).copy?.record?.copy?.id).toBe('2026-050');
    }
  });

  test('the way out leads on: a file of answers without its record says nothing of a person', async () => {
    await withoutRecord();
    expect((await run('file,id,for,answers\nnew,2026-051,was-hurt,ana.yaml\n')).code).toBe(0);
    expect(await answersIn('new.pdf')).toMatchObject({ [FIELD]: 'Answered' });
  });

  test('those of another workbook are refused where the command names none, with the command that does', async () => {
    const { code, told } = await run('file,answers\nnew,ana.pdf\n', {
      workbook: 'rebuilding-trust',
      unnamed: true,
      only: ['today'],
      country: 'us',
      rows: '2',
      where: ['file=new'],
      dryRun: true,
    });
    expect(code).toBe(1);
    expect(told).toContain('error[other-workbook]: expected answers of a copy of rebuilding-trust, found those of a copy of book: ana.pdf');
    expect(told).toContain("mendbook batch clients.csv book --only today --country us --rows 2 --where 'file=new' --dry-run");
  });
});

/** Passwords on the command line: where they come from, what opens with them, and that none is shown. */
import { closeSync, openSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answers } from '../../src/commands/answers.ts';
import { batch, type BatchOptions } from '../../src/commands/batch.ts';
import { booklet } from '../../src/commands/booklet.ts';
import { build } from '../../src/commands/build.ts';
import { flattenFile } from '../../src/commands/flatten.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { fillInPdfjs, openInPdfjs } from '../readers/pdfjs.ts';
import { Capture } from './capture.ts';

let book: SmallBook;
let opened: number[];
beforeEach(async () => {
  book = await smallBook();
  opened = [];
});
afterEach(async () => {
  for (const descriptor of opened) closeSync(descriptor);
  await book.remove();
});

const BOOK = { workbook: 'book', lang: 'en', country: 'us' } as const;
const at = (name: string): string => path.join(book.home, name);
/** A file descriptor with lines to read. */
const lines = async (...words: string[]): Promise<number> => {
  await writeFile(at('lines'), words.map((word) => `${word}\n`).join(''));
  const descriptor = openSync(at('lines'), 'r');
  opened.push(descriptor);
  return descriptor;
};
const streams = () => ({ cwd: book.home, stdout: new Capture(), stderr: new Capture() });
/** A terminal on which somebody types. */
const terminal = (keys: string) => {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, modes: [] as boolean[], setRawMode: (raw: boolean) => stdin.modes.push(raw) });
  const stderr = Object.assign(new Capture(), { isTTY: true });
  setTimeout(() => {
    for (const line of keys.match(/[^\r]*\r?/g) ?? []) setTimeout(() => stdin.write(line), 5);
  }, 20);
  return { cwd: book.home, stdout: new Capture(), stderr, stdin };
};

/** A protected copy in which somebody has answered. */
const filled = async (name: string, password: string): Promise<void> => {
  expect(await build({ ...BOOK, out: name, passwordFd: await lines(password), ...streams() })).toBe(0);
  const document = await openInPdfjs(await readFile(at(name)), password);
  const names = Object.keys((await document.getFieldObjects()) ?? {});
  const { bytes } = await fillInPdfjs(
    await readFile(at(name)),
    ({ fieldName, fieldType }) => (fieldType === 'Tx' && fieldName === names[0] ? 'Ana wrote this.' : undefined),
    password,
  );
  await writeFile(at(name), bytes);
};

describe('a copy that is built with a password', () => {
  test('opens with it alone, and it is not shown', async () => {
    const { stdout, stderr, cwd } = streams();
    expect(await build({ ...BOOK, out: 'ana.pdf', protect: true, passwordFd: await lines('open sesame'), stdout, stderr, cwd })).toBe(0);
    expect(`${stdout.text}${stderr.text}`).not.toContain('sesame');
    await expect(openInPdfjs(await readFile(at('ana.pdf')))).rejects.toThrow(/password/i);
    await openInPdfjs(await readFile(at('ana.pdf')), 'open sesame');
  });

  test('is built again in its place, but never over answers', async () => {
    for (const word of ['one', 'two']) expect(await build({ ...BOOK, out: 'ana.pdf', passwordFd: await lines(word), ...streams() })).toBe(0);
    await filled('ana.pdf', 'one');
    const told = streams();
    expect(await build({ ...BOOK, out: 'ana.pdf', passwordFd: await lines('one'), ...told })).toBe(1);
    expect(told.stderr.text).toContain('output-in-use');
  });

  test('asks for it twice on a terminal, and shows nothing of it', async () => {
    const told = terminal('sesama\u007Fe\rsesame\r');
    expect(await build({ ...BOOK, out: 'ana.pdf', protect: true, ...told })).toBe(0);
    expect(told.stderr.text).toContain('Password for the copies: \nThe same again: \n');
    expect(told.stderr.text).not.toContain('sesam');
    expect(told.stdin.modes).toEqual([true, false, true, false]);
    await openInPdfjs(await readFile(at('ana.pdf')), 'sesame');
  });

  test.each([
    ['two that differ', 'sesame\rsesama\r', /found two/],
    ['Ctrl-C', 'ses\u0003', /no-password/],
    ['none', '\r\r', /expected a password of 1 to 127 bytes, found none/],
  ])('is not built with %s', async (_, keys, message) => {
    const told = terminal(keys);
    expect(await build({ ...BOOK, out: 'ana.pdf', protect: true, ...told })).toBe(2);
    expect(told.stderr.text).toMatch(message);
    expect(await readdir(book.home)).not.toContain('ana.pdf');
  });

  test('is not built where nobody can be asked, or again and again', async () => {
    const told = streams();
    expect(await build({ ...BOOK, protect: true, ...told })).toBe(2);
    expect(told.stderr.text).toContain('no-password');
    expect(await build({ ...BOOK, protect: true, watch: true, ...told })).toBe(2);
    expect(told.stderr.text).toContain('refused-combination');
    expect(await build({ ...BOOK, passwordFd: 999, ...streams() })).toBe(2);
  });
});

describe('commands that read a protected copy', () => {
  beforeEach(() => filled('ana.pdf', 'open sesame'));

  test('take its password from a file descriptor, a line each', async () => {
    const descriptor = await lines('open sesame', 'open sesame', 'wrong');
    const told = streams();
    expect(await answers({ files: ['ana.pdf'], onlyAnswered: true, passwordFd: descriptor, ...told })).toBe(0);
    expect(told.stdout.text).toContain('Ana wrote this.');
    const flat = streams();
    expect(await flattenFile({ file: 'ana.pdf', passwordFd: descriptor, ...flat })).toBe(0);
    expect(flat.stderr.text).toContain('warning[open-now]');
    const wrong = streams();
    expect(await flattenFile({ file: 'ana.pdf', out: 'other.pdf', passwordFd: descriptor, ...wrong })).toBe(1);
    expect(wrong.stderr.text).toContain('error[wrong-password]');
    expect(wrong.stderr.text).not.toContain('"wrong"');
  });

  test('ask for it on a terminal, and say what to do where there is none', async () => {
    const told = terminal('open sesame\r');
    expect(await answers({ files: ['ana.pdf'], onlyAnswered: true, ...told })).toBe(0);
    expect(told.stderr.text).toBe('Password of ana.pdf: \n');
    expect(told.stdout.text).toContain('Ana wrote this.');
    const silent = streams();
    expect(await flattenFile({ file: 'ana.pdf', ...silent })).toBe(1);
    expect(silent.stderr.text).toMatch(/error\[encrypted-pdf\][^]*--password-fd/);
  });

  test('put a protected copy for print on sheets', async () => {
    await build({ ...BOOK, flat: true, paper: 'a5', out: 'print.pdf', passwordFd: await lines('one'), ...streams() });
    expect(await booklet({ file: 'print.pdf', sheetThickness: 0.1, passwordFd: await lines('one'), ...streams() })).toBe(0);
    expect((await openInPdfjs(await readFile(at('print-sheets.pdf')))).numPages).toBeGreaterThan(0);
    expect((await readFile(at('print-sheets.pdf'))).includes('/Encrypt')).toBe(false);
  });
});

describe('a list', () => {
  const run = async (list: string, options: Partial<BatchOptions> = {}) => {
    await writeFile(at('clients.csv'), list);
    const told = streams();
    const code = await batch({ list: 'clients.csv', workbook: 'book', lang: 'en', ...told, ...options });
    return { code, told: `${told.stderr.text}${told.stdout.text}` };
  };
  const copy = (name: string): Promise<Buffer> => readFile(at(`out/clients/${name} book.pdf`));

  test('has a password for each client, or one for all that have none', async () => {
    expect((await run('name,password\nAna,sesame\nZoë,\n')).code).toBe(0);
    await openInPdfjs(await copy('Ana'), 'sesame');
    await expect(openInPdfjs(await copy('Ana'))).rejects.toThrow(/password/i);
    await openInPdfjs(await copy('Zoë'));
    expect((await run('name,password\nAna,sesame\nZoë,\n', { protect: true, passwordFd: await lines('common') })).told).toContain('1 changed, 1 as it was');
    await openInPdfjs(await copy('Zoë'), 'common');
  });

  test('is made again where something has changed, the password too, and never over answers', async () => {
    const list = 'name,password\nAna,sesame\nZoë,zebra\n';
    await run(list);
    expect((await run(list)).told).toContain('2 copies: 2 as they were');
    expect((await run(list.replace('zebra', 'zoo'))).told).toContain('1 changed, 1 as it was');
    await openInPdfjs(await copy('Zoë'), 'zoo');
    expect((await run(list.replace('zebra', ''))).told).toContain('1 changed, 1 as it was');
    await openInPdfjs(await copy('Zoë'));
    const { bytes } = await fillInPdfjs(await copy('Ana'), ({ fieldType }) => (fieldType === 'Tx' ? 'mine' : undefined), 'sesame');
    await writeFile(at('out/clients/Ana book.pdf'), bytes);
    expect((await run(list.replace('zebra', ''))).told).toContain('2 copies: 2 as they were');
    for (const password of ['other', '']) {
      for (const force of [false, true]) {
        const { code, told } = await run(list.replace('sesame', password), { force });
        expect(code).toBe(0);
        expect(told).toMatch(/answers-kept[^]*1 kept: has answers/);
      }
    }
    const foreign = Buffer.from(Buffer.from(bytes).toString('latin1').replace('/ID [<', '/ID [<0'), 'latin1');
    await writeFile(at('out/clients/Ana book.pdf'), foreign);
    const { code, told } = await run(list.replace('sesame', 'other'));
    expect(code).toBe(1);
    expect(told).toContain('output-in-use');
    await writeFile(at('out/clients/Ana book.pdf'), bytes);
    expect((await copy('Ana')).equals(Buffer.from(bytes))).toBe(true);
  });

  test('tells a password that cannot be used, and shows none', async () => {
    const { code, told } = await run(`name,password\nAna,${'sesame'.repeat(40)}\nZoë,ze\u00A0bra\n`);
    expect(code).toBe(1);
    for (const place of ['clients.csv:2:5', 'clients.csv:3:5']) expect(told).toContain(place);
    expect(told).not.toMatch(/sesame|bra/);
    const broken = await run('name,password\nAna,"sesame"x\nZoë,zebra\n');
    expect(broken.code).toBe(1);
    expect(broken.told).not.toMatch(/sesame|zebra/);
    await writeFile(at('clients.yaml'), 'clients:\n  - { name: Ana, password: 007, papr: a4 }\n');
    const yaml = streams();
    expect(await batch({ list: 'clients.yaml', workbook: 'book', ...yaml })).toBe(1);
    expect(yaml.stderr.text).not.toContain('007');
  });
});

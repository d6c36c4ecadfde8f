import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type NewOptions, newWorkbook } from '../../src/commands/new.ts';
import { loadInputs } from '../../src/builder/load.ts';
import { Capture } from './capture.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'mendbook-new-'));
});
afterEach(() => rm(cwd, { recursive: true }));

type Options = Omit<NewOptions, 'cwd' | 'stdout' | 'stderr' | 'stdin' | 'folder'>;

const run = async (folder: string, options: Options = {}) => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  const code = await newWorkbook({ folder, ...options, cwd, stdout, stderr, stdin: new PassThrough() });
  return { code, stdout: stdout.text, stderr: stderr.text };
};

/** Somebody at a terminal, who types an answer whenever a question is asked. */
const atTerminal = async (folder: string, answers: string[], options: Options = {}) => {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stdout = new Capture();
  const left = [...answers];
  const stderr = Object.assign(new Capture(), { isTTY: true });
  const asked: string[] = [];
  stderr.on('pipe', () => undefined);
  const write = stderr.write.bind(stderr);
  stderr.write = ((chunk: string | Buffer, ...rest: []) => {
    // A question ends in a colon, without a line break.
    const question = /(?:^|[\n\r]|\[0?J)([A-Z][^\n\r]*): $/.exec(String(chunk))?.[1];
    if (question) {
      asked.push(question);
      setImmediate(() => stdin.write(left.shift() ?? '\u0003'));
    }
    return write(chunk, ...rest);
  }) as typeof stderr.write;
  const code = await newWorkbook({ folder, ...options, cwd, stdout, stderr, stdin });
  return { code, stderr: stderr.text, asked, left };
};

const practiceOf = async (folder: string): Promise<unknown> => parse(await readFile(path.join(cwd, folder, 'practice.yaml'), 'utf8'));
const told = async (folder: string, lang = 'en') =>
  (await loadInputs({ cwd, workbook: folder, lang, template: 'calm', paper: 'letter', country: 'us' })).diagnostics;

describe('a new workbook', () => {
  test('is the shipped one in English where nothing is said, and nothing is wrong with it', async () => {
    expect(await run('my-book')).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('mendbook build my-book') });
    expect((await readdir(path.join(cwd, 'my-book'))).toSorted()).toEqual(['.schema', 'LICENSE.md', 'README.md', 'en', 'practice.yaml']);
    expect(await told('my-book')).toEqual([]);
    expect(await practiceOf('my-book')).toEqual({ language: 'en' });
  });

  test.each(['rebuilding-trust', 'starter'])('begins from %s, in one language or several', async (from) => {
    expect((await run('both', { from, lang: ['es', 'en'] })).code).toBe(0);
    expect(await practiceOf('both')).toMatchObject({ language: 'es' });
    expect([await told('both', 'en'), await told('both', 'es')]).toEqual([[], []]);
    // What it was translated from is not there.
    expect((await run('one', { from, lang: ['es'] })).code).toBe(0);
    expect(await told('one', 'es')).toEqual([]);
  });

  test('has schema lines that lead to files in its folder', async () => {
    await run('my-book', { from: 'starter' });
    const folder = path.join(cwd, 'my-book');
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml'));
    expect(files).toContain('en/steps/talk.yaml');
    for (const file of files) {
      const [, schema] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(await readFile(path.join(folder, file), 'utf8')) ?? [];
      expect([file, schema]).toEqual([file, expect.any(String)]);
      await expect(access(path.join(folder, path.dirname(file), schema ?? 'none'))).resolves.toBeUndefined();
    }
  });

  test('carries the licence of the text that it copies; the starter’s words are free', async () => {
    await run('copy');
    await run('small', { from: 'starter' });
    expect(await readFile(path.join(cwd, 'copy/LICENSE.md'), 'utf8')).toContain('CC BY 4.0');
    expect(await readdir(path.join(cwd, 'small'))).not.toContain('LICENSE.md');
  });

  test('has a README of six lines that names its PDF as build does', async () => {
    await run('my-book', { lang: ['es'], paper: 'a4' });
    const lines = (await readFile(path.join(cwd, 'my-book/README.md'), 'utf8')).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(6);
    expect(lines.join('\n')).toContain('out/my-book-es-a4.pdf');
  });

  test('has all that was said in its practice.yaml, and the logo beside it', async () => {
    await writeFile(path.join(cwd, 'Our Logo.SVG'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>');
    const said = {
      practiceName: 'Harbor Counseling',
      counselor: 'Ana Ruiz',
      credentials: 'LMFT',
      contact: ['12 Quay Street', 'harbor.example.org'],
      footer: 'Confidential',
      license: 'Ours.',
    };
    const { code, stderr } = await run('my-book', { ...said, logo: 'Our Logo.SVG', accent: '#5B3A6E', country: 'UK', paper: 'a4', template: 'calm' });
    expect([code, stderr]).toEqual([0, expect.stringContaining('Harbor Counseling · Ana Ruiz, LMFT · 12 Quay Street · harbor.example.org')]);
    const { practiceName: name, ...rest } = said;
    expect(await practiceOf('my-book')).toEqual({
      name,
      ...rest,
      logo: 'logo.svg',
      colors: { accent: '#5b3a6e' },
      country: 'gb',
      paper: 'a4',
      template: 'calm',
      language: 'en',
    });
    expect(await readFile(path.join(cwd, 'my-book/logo.svg'), 'utf8')).toContain('<svg');
  });
});

describe('nothing is overwritten', () => {
  test('a folder with something in it is refused, and what is there is named', async () => {
    await mkdir(path.join(cwd, 'full'));
    for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) await writeFile(path.join(cwd, 'full', name), name);
    const { code, stderr } = await run('full');
    expect([code, stderr]).toEqual([1, expect.stringMatching(/folder-taken.*found a\.txt, b\.txt, c\.txt and 1 more/)]);
    expect(await readdir(path.join(cwd, 'full'))).toHaveLength(4);
  });

  test('a file is refused', async () => {
    await writeFile(path.join(cwd, 'file'), 'Mine.');
    expect(await run('file')).toMatchObject({ code: 1, stderr: expect.stringContaining('found a file') });
    expect(await run('file/book')).toMatchObject({ code: 1, stderr: expect.stringContaining('a file stands where a folder is expected') });
    expect(await readFile(path.join(cwd, 'file'), 'utf8')).toBe('Mine.');
  });

  test('the empty folder that one stands in is filled', async () => {
    expect((await run('.', { from: 'starter' })).code).toBe(0);
    expect(await readdir(cwd)).toContain('practice.yaml');
  });
});

test('options that are wrong are told all at once, and nothing is made', async () => {
  const { code, stderr } = await run('my-book', {
    from: 'startr',
    accent: 'red',
    country: 'zz',
    logo: 'logo.gif',
    template: 'clam',
    counselor: 'a\tb',
    contact: Array.from({ length: 7 }, String),
  });
  expect(code).toBe(2);
  for (const option of ['--from', '--accent', '--country', '--logo', '--template', '--counselor', '--contact']) expect(stderr).toContain(`(${option})`);
  expect(stderr).toContain('did you mean "starter"?');
  expect(await run('my-book', { lang: ['fr'] })).toMatchObject({ code: 2, stderr: expect.stringContaining('expected one of en, es; found "fr" (--lang)') });
  expect(await run('my-book', { logo: 'gone.png' })).toMatchObject({ code: 2, stderr: expect.stringContaining('found none (--logo)') });
  expect(await readdir(cwd)).toEqual([]);
});

test('what is printed beside a practice’s name asks for one, and nothing is made', async () => {
  await writeFile(path.join(cwd, 'logo.svg'), '<svg/>');
  const { code, stderr } = await run('my-book', { counselor: 'Ana Ruiz', logo: 'logo.svg' });
  expect([code, stderr]).toEqual([2, expect.stringContaining('expected the name of a practice beside --counselor and --logo, found none')]);
  expect(await readdir(cwd)).toEqual(['logo.svg']);
});

describe('on a terminal', () => {
  test('what was not said is asked, and the answers are shown', async () => {
    const { code, stderr, left } = await atTerminal('my-book', [
      '2\r',
      'en\r',
      'Harbor Counseling\r',
      'Ana Ruiz\r',
      '\r',
      '12 Quay Street\r',
      '\r',
      'a4\r',
      'uk\r',
    ]);
    expect([code, left]).toEqual([0, []]);
    expect(await practiceOf('my-book')).toEqual({
      name: 'Harbor Counseling',
      counselor: 'Ana Ruiz',
      contact: ['12 Quay Street'],
      paper: 'a4',
      country: 'gb',
      language: 'en',
    });
    expect(stderr).toMatch(/practice +Harbor Counseling · Ana Ruiz · 12 Quay Street\n/);
  });

  test('Enter takes what is usual and skips the rest', async () => {
    const { code, asked } = await atTerminal(
      'my-book',
      Array.from({ length: 5 }, () => '\r'),
    );
    expect([code, asked.length]).toEqual([0, 5]);
    expect(await practiceOf('my-book')).toEqual({ paper: 'letter', language: 'en' });
  });

  test('what was said with options is not asked again', async () => {
    const { asked } = await atTerminal('my-book', ['\r', '\r'], {
      from: 'starter',
      lang: ['en'],
      practiceName: 'Harbor',
      counselor: 'Ana',
      credentials: 'LMFT',
      contact: ['12 Quay Street'],
    });
    expect(asked.map((question) => question.split(' ')[0])).toEqual(['Paper', 'Country']);
  });

  test('an answer that cannot be is asked for again, with what was expected', async () => {
    const { code, stderr } = await atTerminal('my-book', ['9\r', 'startr\r', 'starter\r', 'fr\r', 'es, en\r', '\r', 'a9\r', 'a5\r', '\r']);
    expect(code).toBe(0);
    for (const words of ['found "9"', 'did you mean "starter"?', 'expected one of en, es; found "fr"', 'expected one of letter, a4, a5; found "a9"'])
      expect(stderr).toContain(words);
    expect(await practiceOf('my-book')).toEqual({ paper: 'a5', language: 'es' });
  });

  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('%s leaves nothing behind', async (_, key) => {
    const { code, stderr } = await atTerminal('deep/my-book', ['2\r', key]);
    expect([code, stderr]).toEqual([130, expect.stringContaining('Nothing was made.')]);
    expect(await readdir(cwd)).toEqual([]);
  });

  test('--yes asks nothing', async () => {
    const { code, asked } = await atTerminal('my-book', [], { yes: true });
    expect([code, asked]).toEqual([0, []]);
  });
});

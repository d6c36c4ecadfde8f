/** The public API: data in, data out; nothing printed, nothing written. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  booklet,
  build,
  type BuiltPdf,
  type BuildRequest,
  check,
  createBuilder,
  flatten,
  formatDiagnostics,
  listTemplates,
  version,
} from '../../src/api/index.ts';
import { RawPdf } from '../readers/raw.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';

let book: SmallBook;
let request: BuildRequest;
beforeEach(async () => {
  book = await smallBook();
  request = { cwd: book.home, workbook: 'book' };
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(() => true);
});
afterEach(async () => {
  const printed = [process.stdout, process.stderr].flatMap(({ write }) => vi.mocked(write).mock.calls);
  vi.restoreAllMocks();
  expect(printed).toEqual([]);
  await book.remove();
});

const good = async (more: BuildRequest = {}): Promise<BuiltPdf> => {
  const built = await build({ ...request, ...more });
  if (!built.ok) throw new Error(await formatDiagnostics(built));
  return built;
};

describe('a build', () => {
  test('gives bytes, pages, fields and a name, and writes no file', async () => {
    const before = await readdir(book.home, { recursive: true });
    const { bytes, pages, fields, fileName, diagnostics } = await good({ paper: 'a4' });
    const { document } = await RawPdf.open(Buffer.from(bytes));
    expect(document.getPageCount()).toBe(pages);
    expect(fields.length).toBeGreaterThan(3);
    for (const field of fields)
      expect(field).toMatchObject({ name: expect.stringMatching(/\w/), label: expect.stringMatching(/\w/), kind: expect.stringMatching(/text|check/) });
    expect(Math.max(...fields.map(({ page }) => page))).toBeLessThanOrEqual(pages);
    expect(fileName).toBe('book-a4.pdf');
    expect(diagnostics.every(({ severity }) => severity !== 'error')).toBe(true);
    expect(await readdir(book.home, { recursive: true })).toEqual(before);
  });

  test('of input with errors tells each with its place, and gives no bytes', async () => {
    await book.change('book/en/steps/look.yaml', 'lines: 3', 'lines: many');
    const built = await build(request);
    expect(built).toMatchObject({
      ok: false,
      reason: 'input',
      diagnostics: [{ severity: 'error', file: path.join(book.home, 'book/en/steps/look.yaml'), line: expect.any(Number) }],
    });
    expect(built).not.toHaveProperty('bytes');
    const [one] = built.diagnostics;
    const source = built.sources.find(({ file }) => file === one?.file);
    expect(source?.text.slice(one?.start, one?.end)).toBe('many');
  });

  test.each<[unknown, RegExp]>([
    [{ paper: 'a3' }, /expected one of letter, a4, a5 for the option paper, found "a3"/],
    [{ papper: 'a4' }, /expected a known option, found papper/],
    [{ flat: 'yes' }, /expected true or false for the option flat, found "yes"/],
    [{ steps: 3 }, /expected a text for the option steps, found number/],
    [{ cwd: 3 }, /expected a text for the option cwd, found number/],
    [{ binding: 'booklet' }, /with fields to fill in/],
    [{ workbook: 'no-such' }, /no-such/],
    [{ steps: '99' }, /99/],
  ])('refuses %j as wrong usage', async (more, message) => {
    expect(await build({ ...request, ...(more as BuildRequest) })).toMatchObject({
      ok: false,
      reason: 'usage',
      diagnostics: [{ message: expect.stringMatching(message) }],
    });
  });

  test('takes options as the command line writes them', async () => {
    const written = await good({ paper: 'A4' as 'a4', without: 'look' as unknown as string[] });
    const typed = await good({ paper: 'a4', without: ['look'] });
    expect(Buffer.from(written.bytes).equals(typed.bytes)).toBe(true);
  });

  test('hears what the code of a template says, where it is asked to', async () => {
    await writeFile(path.join(book.home, 'theme.yaml'), 'extends: calm\n');
    await writeFile(path.join(book.home, 'page-frame.tsx'), 'export const PageFrame = () => {\n  console.log("a page");\n  return null;\n};\n');
    const heard: string[] = [];
    const asked = { ...request, template: book.home };
    expect((await build(asked, { trust: 'all', talk: { write: (words) => heard.push(String(words)) } })).ok).toBe(true);
    expect(heard.join('')).toContain('a page');
    expect((await build(asked, { trust: 'all' })).ok).toBe(true);
  });

  test('runs no code of a template unless it is told to, or the person has allowed it', async () => {
    await writeFile(path.join(book.home, 'theme.yaml'), 'extends: calm\n');
    await writeFile(path.join(book.home, 'page-frame.tsx'), 'console.log("has run");\nexport const PageFrame = () => null;\n');
    const heard: string[] = [];
    const talk = { write: (words: string | Uint8Array) => heard.push(String(words)) };
    const asked = { ...request, template: book.home };
    for (const trust of [undefined, 'none', 'allowed'] as const) {
      const control = { talk, ...(trust ? { trust } : {}) };
      expect(await build(asked, control)).toMatchObject({ ok: false, reason: 'input', diagnostics: [{ code: 'untrusted-template' }] });
      expect((await check(asked, control)).diagnostics.map(({ code }) => code)).toContain('untrusted-template');
    }
    expect(heard).toEqual([]);
    expect((await createBuilder({ trust: 'all', talk }).build(asked)).ok).toBe(true);
    expect(heard.join('')).toContain('has run');
  });

  test('that is aborted throws the reason: before it begins, and while pages are laid out', async () => {
    await expect(build(request, { signal: AbortSignal.abort(new Error('not at all')) })).rejects.toThrow('not at all');
    // The page frames are laid out last, some pages at a time: the first of them aborts what is still to come.
    await writeFile(path.join(book.home, 'theme.yaml'), 'extends: calm\n');
    await writeFile(path.join(book.home, 'page-frame.tsx'), 'export const PageFrame = ({ page }) => {\n  console.log(`page ${page}`);\n  return null;\n};\n');
    const whole = { cwd: book.home, workbook: 'rebuilding-trust', template: book.home };
    const ending = new AbortController();
    const pages: string[] = [];
    const talk = {
      write: (words: string | Uint8Array) => {
        pages.push(String(words));
        ending.abort(new Error('enough'));
      },
    };
    await expect(build(whole, { signal: ending.signal, talk, trust: 'all' })).rejects.toThrow('enough');
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.length).toBeLessThan(30);
  });
});

test('a builder gives what single builds give, several at once and again after a change', async () => {
  const builder = createBuilder();
  const asked: BuildRequest[] = [request, { ...request, paper: 'a4' }, { ...request, flat: true }];
  const made = async () =>
    (await Promise.all(asked.map((one) => builder.build(one)))).map((one) => (one.ok ? Buffer.from(one.bytes).toString('base64') : undefined));
  const alone = async () => {
    const all = [];
    for (const one of asked) all.push(Buffer.from((await good(one)).bytes).toString('base64'));
    return all;
  };
  expect(await made()).toEqual(await alone());
  await book.change('book/en/steps/look.yaml', 'What happened?', 'What has happened?');
  expect(await made()).toEqual(await alone());
});

test('a check tells what is wrong, and is well where nothing is', async () => {
  expect(await check(request)).toMatchObject({ ok: true });
  await book.change('book/en/steps/look.yaml', 'lines: 3', 'lines: many');
  expect(await check(request)).toMatchObject({ ok: false, diagnostics: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]) });
  await expect(check(request, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
});

test('a PDF is flattened from its bytes or its path, and what is none is refused', async () => {
  const { bytes, pages } = await good();
  const file = path.join(book.home, 'filled.pdf');
  await writeFile(file, bytes);
  const [fromBytes, fromFile] = [await flatten(bytes), await flatten(file)];
  expect(fromBytes).toMatchObject({ ok: true, pages, answers: 0, ticks: 0 });
  expect(fromFile).toEqual(fromBytes);
  expect(await readFile(file)).toEqual(Buffer.from(bytes));
  expect(await flatten(new TextEncoder().encode('no PDF'))).toMatchObject({ ok: false, reason: 'input', diagnostics: [{ code: 'not-a-pdf' }] });
  expect(await flatten(path.join(book.home, 'none.pdf'))).toMatchObject({ ok: false, reason: 'usage', diagnostics: [{ code: 'no-file' }] });
});

test('a booklet is made of a PDF without fields, and of no other', async () => {
  const flat = await good({ flat: true, paper: 'a5', binding: 'booklet' });
  expect(await booklet(flat.bytes)).toMatchObject({ ok: true, pages: flat.pages, sheets: flat.pages / 4, scale: 1 });
  expect(await booklet(flat.bytes, { fit: 'letter', sheetThickness: 0 })).toMatchObject({ ok: true, sheetSize: { width: 792, height: 612 } });
  expect(await booklet((await good()).bytes)).toMatchObject({ ok: false, reason: 'input', diagnostics: [{ code: 'fields-in-booklet' }] });
  expect(await booklet(flat.bytes, { fit: 'a9' as 'a4' })).toMatchObject({ ok: false, reason: 'usage' });
  expect(await booklet(flat.bytes, { sheetThickness: 30 })).toMatchObject({ ok: false, reason: 'usage' });
});

test('diagnostics in words are those of the command line', async () => {
  await book.change('book/en/steps/look.yaml', 'lines: 3', 'lines: many');
  const report = await check(request);
  expect(await formatDiagnostics(report, { cwd: book.home })).toMatch(/^error\[[\w-]+\]: .*\n {2}--> book\/en\/steps\/look\.yaml:\d+:\d+\n/);
  expect(await formatDiagnostics(report, { cwd: book.home, format: 'short' })).toMatch(/^book\/en\/steps\/look\.yaml:\d+:\d+: error: /);
  expect(JSON.parse(await formatDiagnostics(report, { cwd: book.home, format: 'json' }))).toMatchObject([
    { file: 'book/en/steps/look.yaml', severity: 'error' },
  ]);
  expect(await formatDiagnostics({ diagnostics: [], sources: [] })).toBe('');
});

test('templates and the version are there to be shown', async () => {
  expect((await listTemplates(book.home)).map(({ template }) => template)).toEqual(['bold', 'calm', 'plain', 'warm']);
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});

describe('personal copies', () => {
  test('have their own names, and the rest from one build', async () => {
    const copies = await createBuilder().personalCopies({ ...request, paper: 'a4' });
    if (!copies.ok) throw new Error(await formatDiagnostics(copies));
    for (const name of ['Ana', ' Ben ']) {
      const copy = await copies.copy(name);
      if (!copy.ok) throw new Error(await formatDiagnostics(copy));
      const whole = await good({ paper: 'a4', name });
      expect({ ...copy, bytes: whole.bytes, seconds: whole.seconds }).toEqual(whole);
      expect(copies.pages).toBe(copy.pages);
    }
  });

  test.each<[unknown, RegExp]>([
    ['', /expected a name for the option name, found ""/],
    ['  ', /expected a name for the option name/],
    [undefined, /expected a name for the option name, found undefined/],
    [3, /expected a name for the option name, found number/],
  ])('want a name: %j is wrong usage', async (name, message) => {
    const copies = await createBuilder().personalCopies(request);
    if (!copies.ok) throw new Error(await formatDiagnostics(copies));
    expect(await copies.copy(name as string)).toMatchObject({ ok: false, reason: 'usage', diagnostics: [{ message: expect.stringMatching(message) }] });
  });

  test('are refused as a build is, and where a name is asked for all of them', async () => {
    const asked = { ...request, name: 'Ana' };
    expect(await createBuilder().personalCopies(asked)).toMatchObject({
      ok: false,
      reason: 'usage',
      diagnostics: [{ message: 'expected no option name, found "Ana"', hints: ['give each copy its own: copies.copy(name)'] }],
    });
    expect(await createBuilder().personalCopies({ ...request, paper: 'a3' as 'a4' })).toMatchObject({ ok: false, reason: 'usage' });
    await book.change('book/en/steps/look.yaml', 'lines: 3', 'lines: many');
    expect(await createBuilder().personalCopies(request)).toMatchObject({ ok: false, reason: 'input' });
  });

  test('end when a signal is aborted, and can be made after that', async () => {
    const copies = await createBuilder().personalCopies(request);
    if (!copies.ok) throw new Error(await formatDiagnostics(copies));
    const reason = new Error('enough');
    await expect(copies.copy('Ana', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(await copies.copy('Ana')).toMatchObject({ ok: true });
    await expect(createBuilder().personalCopies(request, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

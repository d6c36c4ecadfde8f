import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { deliver } from '../../src/output/write-pdf.ts';
import { checkTarget, targetOf, writeFailure } from '../../src/output/check-target.ts';
import { isUntouched } from '../../src/output/unchanged-pdf.ts';
import { Capture } from '../commands/capture.ts';
import { plainPdf } from '../fixtures/plain/build.ts';
import { fillInPdfium, flattened } from '../flatten/filled.ts';
import { fillInPdfjs } from '../readers/pdfjs.ts';

let blank: Buffer;
let answered: Uint8Array;
beforeAll(async () => {
  blank = (await plainPdf()).bytes;
  answered = (await fillInPdfium(blank, ({ name }) => (name === 'welcome_name' ? 'Ana' : undefined))).saved;
});
let folder: string;
let target: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-deliver-'));
  target = path.join(folder, 'book.pdf');
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const stdout = new Capture();

test('a file as it was built is replaced without a word', async () => {
  await writeFile(target, blank);
  expect(isUntouched(blank)).toBe(true);
  expect(await deliver(target, Buffer.from('new'), { stdout })).toEqual([]);
  expect(await readFile(target, 'utf8')).toBe('new');
});

test('a file that somebody has filled in is not, unless one insists, and the message says how to keep it', async () => {
  const firefox = (await fillInPdfjs(blank, ({ fieldName }) => (fieldName === 'welcome_ready_1' ? true : undefined))).bytes;
  for (const bytes of [answered, firefox, (await flattened(answered)).bytes]) {
    await writeFile(target, bytes);
    const [problem] = await deliver(target, blank, { stdout });
    expect(problem).toMatchObject({ code: 'output-in-use', severity: 'error' });
    expect(problem?.hints?.[0]).toBe('to keep the answers, rename it (to book-kept.pdf, say), or choose another name with --out');
    expect((await readFile(target)).equals(Buffer.from(bytes))).toBe(true);
  }
  expect(await deliver(target, blank, { stdout, force: true })).toEqual([]);
  expect((await readFile(target)).equals(blank)).toBe(true);
});

test('answers that were saved while the new file was made are seen', async () => {
  await writeFile(target, blank);
  expect(await checkTarget(target, false)).toEqual([]);
  await writeFile(target, answered);
  expect(await deliver(target, blank, { stdout })).toMatchObject([{ code: 'output-in-use' }]);
});

test('where a folder or a file is in the way, nothing is written', async () => {
  await mkdir(target);
  expect(await deliver(target, blank, { stdout, force: true })).toMatchObject([
    { code: 'output-unwritable', message: `expected a file to write, found something else: ${target}` },
  ]);
  await writeFile(path.join(folder, 'file'), 'words');
  const inFile = path.join(folder, 'file', 'book.pdf');
  expect(await deliver(inFile, blank, { stdout })).toMatchObject([
    { code: 'output-unwritable', message: expect.stringContaining('expected a folder to write into, found a file') },
  ]);
  expect((await readdir(folder)).toSorted()).toEqual(['book.pdf', 'file']);
});

test('a name that is too long is told as such', async () => {
  const long = path.join(folder, `${'x'.repeat(300)}.pdf`);
  expect(await deliver(long, blank, { stdout })).toMatchObject([{ code: 'output-unwritable', message: `cannot write ${long}: the name is too long` }]);
  await expect(access(long)).rejects.toThrow();
});

test.each(['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EROFS', 'EBUSY', 'EIO', 'ENOENT'])('%s is told in words', (code) => {
  const { message, hints } = writeFailure('/a.pdf', Object.assign(new Error(`${code}: words of a machine`), { code }));
  expect(message).toMatch(/^cannot write \/a\.pdf: [a-z ,-]+$/);
  expect(hints?.join()).toContain('is as it was');
});

test('a folder to write into is known by itself or by its slash', async () => {
  await mkdir(path.join(folder, 'there'));
  const names = await Promise.all(['there', 'new/', 'file.pdf', './a/b.pdf', undefined].map((out) => targetOf(out, 'book.pdf', folder)));
  expect(names.map((name) => path.relative(folder, name))).toEqual(['there/book.pdf', 'new/book.pdf', 'file.pdf', 'a/b.pdf', 'out/book.pdf']);
});

import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PDFDocument } from '@cantoo/pdf-lib';
import { booklet, type BookletOptions } from '../../src/commands/booklet.ts';
import { pagesPdf } from '../booklet/pages.ts';
import { Capture } from './capture.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-booklet-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = async (file: string, options: Partial<BookletOptions> = {}) => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  const code = await booklet({ file, sheetThickness: 0.1, cwd: folder, stdout, stderr, ...options });
  return { code, stdout: stdout.text, stderr: stderr.text };
};
const write = async (name: string, bytes: Uint8Array | string): Promise<void> => writeFile(path.join(folder, name), bytes);
const sizeOf = async (name: string): Promise<number[]> => {
  const document = await PDFDocument.load(await readFile(path.join(folder, name)));
  const { width, height } = document.getPage(0).getSize();
  return [document.getPageCount(), Math.round(width), Math.round(height)];
};

test('sheets are written beside the PDF, under a name of their own, and their printing is explained', async () => {
  await write('book.pdf', await pagesPdf(6));
  const { code, stdout, stderr } = await run('book.pdf');
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toBe(
    'book-sheets.pdf\n  6 pages on 2 sheets of A4, 2 pages left blank\n  print on both sides at 100 %, flipped on the short edge; fold, and staple in the fold\n',
  );
  expect(await readdir(folder)).toEqual(['book-sheets.pdf', 'book.pdf']);
  expect(await sizeOf('book-sheets.pdf')).toEqual([4, 842, 595]);
});

test.each([
  ['Letter', [612, 792], {}, [2, 1224, 792], 'Tabloid (11 × 17 in)'],
  ['A4', [595.28, 841.89], {}, [2, 1191, 842], 'A3'],
  ['Letter', [612, 792], { fit: 'letter' }, [2, 792, 612], 'Letter, 65 % of their size'],
  ['A5', [419.53, 595.28], { fit: 'letter' }, [2, 792, 612], 'Letter, 94 % of their size'],
  ['a size of its own', [300, 500], {}, [2, 600, 500], '212 × 176 mm'],
] as const)('%s %o goes on its sheet (%o)', async (_, size, options, sheet, said) => {
  await write('book.pdf', await pagesPdf(4, { size: [...size] }));
  const { code, stderr } = await run('book.pdf', { ...options, out: 'to/sheets.pdf' });
  expect(code).toBe(0);
  expect(stderr).toContain(`4 pages on 1 sheet of ${said}\n`);
  expect(await sizeOf('to/sheets.pdf')).toEqual(sheet);
});

test('- writes the bytes to stdout and nothing else', async () => {
  await write('book.pdf', await pagesPdf(4));
  const { code, stdout, stderr } = await run('book.pdf', { out: '-', quiet: true });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^%PDF-1\.7[^]*%%EOF\s*$/);
});

test('more sheets than a stapler goes through are worth a word', async () => {
  await write('book.pdf', await pagesPdf(84));
  expect((await run('book.pdf')).stderr).toContain('warning[thick-booklet]: expected at most 20 sheets, which a stapler goes through, found 21\n');
});

test('nothing of the user’s is overwritten, but sheets of ours are', async () => {
  await write('book.pdf', await pagesPdf(4));
  await write('book-sheets.pdf', 'somebody’s notes');
  for (const force of [false, true])
    expect(await run('book.pdf', { force })).toMatchObject({ code: 1, stderr: expect.stringContaining('error[output-no-pdf]') });
  expect(await readFile(path.join(folder, 'book-sheets.pdf'), 'utf8')).toBe('somebody’s notes');
  await write('book-sheets.pdf', '%PDF-1.7, saved by another program');
  expect(await run('book.pdf')).toMatchObject({ code: 1, stderr: expect.stringContaining('error[output-in-use]') });
  expect((await run('book.pdf', { force: true })).code).toBe(0);
  expect((await run('book.pdf')).code).toBe(0);
});

test('the PDF itself is never the target, whatever it is called', async () => {
  await write('book.pdf', await pagesPdf(4));
  await symlink('book.pdf', path.join(folder, 'link.pdf'));
  for (const out of ['book.pdf', './book.pdf', 'link.pdf'])
    expect(await run('book.pdf', { out, force: true })).toMatchObject({ code: 2, stderr: expect.stringContaining('error[same-file]') });
});

test.each([
  ['nothing there', 'none.pdf', 2, /error\[no-file\]: expected a PDF to print, found nothing there: none\.pdf/],
  ['a folder', 'sub', 2, /found a folder: sub/],
  ['no PDF', 'letter.pdf', 1, /error\[not-a-pdf\].*letter\.pdf/],
  ['an encrypted PDF', 'locked.pdf', 1, /error\[encrypted-pdf\][^]*password/],
] as const)('%s is refused without a stack, and nothing is written', async (_, file, code, said) => {
  await mkdir(path.join(folder, 'sub'));
  await write('letter.pdf', 'Dear Ana');
  await write('locked.pdf', await pagesPdf(2, { encrypt: true }));
  const before = await readdir(folder);
  const ran = await run(file);
  expect(ran.code).toBe(code);
  expect(ran.stderr).toMatch(said);
  expect(ran.stderr).not.toMatch(/\n\s+at /);
  expect(await readdir(folder)).toEqual(before);
});

test('a PDF that is damaged anywhere ends in sheets or in a diagnostic', async () => {
  const whole = await pagesPdf(3);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ at: fc.nat({ max: whole.length - 1 }), byte: fc.nat({ max: 255 }) }), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: whole.length }),
      async (changes, length) => {
        const bytes = Buffer.from(whole);
        for (const { at, byte } of changes) bytes[at] = byte;
        await write('damaged.pdf', bytes.subarray(0, length));
        const { code, stderr } = await run('damaged.pdf', { force: true });
        expect([0, 1]).toContain(code);
        if (code === 1) expect(stderr).toMatch(/^error\[(?:not-a-pdf|broken-pdf|encrypted-pdf|fields-in-booklet)\]/m);
      },
    ),
    { numRuns: 150 },
  );
});

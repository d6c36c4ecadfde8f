/** The packed program: papers, booklets and ink, with nothing but what is installed with it. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Packed, packed } from './packed.ts';
import { runWell } from './run.ts';

let program: Packed;
let folder: string;
beforeAll(async () => {
  program = await packed();
  folder = await program.folder();
  await mkdir(path.join(folder, 'small/en/steps'), { recursive: true });
  await writeFile(path.join(folder, 'small/en/workbook.yaml'), 'title: Small\nlanguage: en\ndate: 2026-01-31\nsteps: [one]\n');
  await writeFile(
    path.join(folder, 'small/en/steps/one.yaml'),
    'title: One\npurpose: To begin.\nblocks:\n  - question: What happened?\n    id: what\n    lines: 4\n',
  );
});

test('--verbose measures the ink with what the package brings', async () => {
  const { code, stderr } = await program.mendbook(folder, ['build', 'small', '--verbose', '-o', 'ink.pdf']);
  expect(code).toBe(0);
  expect(stderr).toMatch(/ink on \d+\.\d % of the paper, \d+\.\d % with --ink-saver\n/);
});

test('a booklet is built, put on sheets, and read by qpdf and poppler in its order', async () => {
  const built = await program.mendbook(folder, ['build', 'small', '--paper', 'a5', '--binding', 'booklet', '--flat']);
  expect(built.code).toBe(0);
  const { code, stderr } = await program.mendbook(folder, ['booklet', 'out/small-a5-booklet-print.pdf']);
  expect([code, stderr]).toEqual([0, expect.stringContaining('4 pages on 1 sheet of A4')]);
  const sheets = path.join(folder, 'out/small-a5-booklet-print-sheets.pdf');
  await runWell('qpdf', ['--check', sheets]);
  const text = async (page: number) => (await runWell('pdftotext', ['-f', String(page), '-l', String(page), '-layout', sheets, '-'])).stdout.toString();
  expect(await text(1)).toMatch(/^Page 4 of 4/m);
  expect(await text(2)).toMatch(/Page 2 of 4[^]*Page 3 of 4/);
  const info = (await runWell('pdfinfo', [sheets])).stdout.toString();
  expect(info).toMatch(/Page size: +841\.89 x 595\.276 pts \(A4\)/);
});

test('options at odds, and files that are no pages to print, end with their codes and leave nothing', async () => {
  const before = await readdir(folder);
  expect(await program.mendbook(folder, ['build', 'small', '--paper', 'a5', '--large-print', '-o', 'x.pdf'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('refused-combination'),
  });
  expect(await program.mendbook(folder, ['booklet', 'small/en/workbook.yaml', '-o', 'x.pdf'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('not-a-pdf'),
  });
  expect(await program.mendbook(folder, ['booklet', 'ink.pdf', '-o', 'x.pdf'])).toMatchObject({ code: 1, stderr: expect.stringContaining('--flat') });
  expect((await program.mendbook(folder, ['booklet', 'ink.pdf', '--sheet-thickness', 'thick'])).code).toBe(2);
  expect((await program.mendbook(folder, ['booklet'])).code).toBe(2);
  expect(await readdir(folder)).toEqual(before);
});

/** `mendbook build --format json`: one object on stdout, whatever happens. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { BuildOptions } from '../../src/commands/build-options.ts';
import { RawPdf } from '../readers/raw.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { Capture } from './capture.ts';

let book: SmallBook;
beforeEach(async () => {
  book = await smallBook();
});
afterEach(() => book.remove());

const run = async (options: Partial<BuildOptions> = {}): Promise<{ code: number; stdout: string; stderr: string }> => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  const code = await build({ ...book.options, format: 'json', stdout, stderr, ...options });
  return { code, stdout: stdout.text, stderr: stderr.text };
};

test('tells what was written, with its fields', async () => {
  const { code, stdout, stderr } = await run({ out: 'a.pdf' });
  expect([code, stderr]).toEqual([0, '']);
  const told = JSON.parse(stdout) as Record<string, unknown>;
  expect(Object.keys(told)).toEqual(['file', 'pages', 'fields', 'seconds', 'diagnostics']);
  const { document } = await RawPdf.open(await readFile(path.join(book.home, 'a.pdf')));
  expect(told).toMatchObject({ file: 'a.pdf', pages: document.getPageCount(), seconds: expect.any(Number) });
  const names = document
    .getForm()
    .getFields()
    .map((field) => field.getName());
  expect((told['fields'] as { name: string }[]).map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

test('tells errors in the same way, and ends with 1', async () => {
  await book.change('book/en/steps/look.yaml', 'lines: 3', 'lines: many');
  const { code, stdout, stderr } = await run();
  expect([code, stderr]).toEqual([1, '']);
  expect(JSON.parse(stdout)).toMatchObject({
    file: null,
    pages: null,
    fields: null,
    seconds: null,
    diagnostics: [{ file: 'book/en/steps/look.yaml', severity: 'error', line: expect.any(Number) }],
  });
});

test('tells a file that is in the way, and a workbook that is not there, in the same way', async () => {
  const inTheWay = await run({ out: 'book/en/workbook.yaml' });
  expect(inTheWay.code).toBe(1);
  expect(JSON.parse(inTheWay.stdout)).toMatchObject({ file: null, diagnostics: [{ severity: 'error' }] });
  const missing = await run({ workbook: 'no-such' });
  expect(missing.code).toBe(2);
  expect(JSON.parse(missing.stdout)).toMatchObject({ file: null, diagnostics: [{ severity: 'error' }] });
});

test.each<[Partial<BuildOptions>, RegExp]>([
  [{ out: '-' }, /--format json, which has stdout to itself/],
  [{ watch: true }, /expected one build with --format json, found --watch/],
])('is refused with %j', async (options, message) => {
  const { code, stdout, stderr } = await run(options);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(await readdir(book.home)).toEqual(['book']);
});

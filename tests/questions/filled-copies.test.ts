/**
 * Copies of the small book that were filled in and saved by other programs, which their names tell, are read alike. They are kept as they
 * were: `pdfium`, `pdfjs` and `pdf-lib` typed; pdftk filled in FDF and XFDF, which qpdf and mutool then wrote anew; one is locked against
 * changes, one flat, one of a version without a record. What they hold was written down by hand.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readAnswers } from '../../src/api/index.ts';

const FILLED = path.resolve(import.meta.dirname, '../fixtures/filled');
const files = readdirSync(FILLED).filter((name) => name.endsWith('.pdf'));
const written: unknown = JSON.parse(readFileSync(path.join(FILLED, 'answers.json'), 'utf8'));

test.each(files)('%s', async (file) => {
  const read = await readAnswers(path.join(FILLED, file));
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  expect(read.diagnostics).toEqual([]);
  expect(Object.fromEntries(read.questions.map(({ id, answer }) => [id, answer]))).toEqual(written);
});

test('a copy without a record gets its words from the workbook', async () => {
  const workbook = path.resolve(import.meta.dirname, '../fixtures/small-book');
  const [old, known] = [await readAnswers(path.join(FILLED, 'without-record.pdf'), { workbook }), await readAnswers(path.join(FILLED, 'pdf-lib.pdf'))];
  expect(old.ok && old.questions).toEqual(known.ok && known.questions);
});

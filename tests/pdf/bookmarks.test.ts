import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainPdf } from '../fixtures/plain/build.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { RawPdf } from '../readers/raw.ts';

let bytes: Buffer;
let document: PDFDocumentProxy;
beforeAll(async () => {
  ({ bytes } = await plainPdf());
  document = await openInPdfjs(bytes);
});
afterAll(() => document.loadingTask.destroy());

type Entries = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** The outline as lines: title, page, and how far down it leads. */
const linesOf = async (entries: Entries, depth = 0): Promise<string[]> => {
  const lines: string[] = [];
  for (const { title, dest, items } of entries) {
    const [page, fit, , top] = dest as [{ num: number; gen: number }, { name: string }, number, number];
    lines.push(`${'  '.repeat(depth)}${title} | page ${(await document.getPageIndex(page)) + 1} | ${fit.name} ${Math.round(top)}`);
    lines.push(...(await linesOf(items as Entries, depth + 1)));
  }
  return lines;
};

test('bookmarks nest by level and lead to the line that they name', async () => {
  expect(await linesOf(await document.getOutline())).toEqual([
    'Guilt & Repair <"x"> | page 1 | XYZ 720',
    'Welcome | page 3 | XYZ 738',
    'Step one | page 4 | XYZ 738',
    '  Sheet | page 5 | XYZ 738',
    '  Table | page 6 | XYZ 738',
    '  Letter | page 8 | XYZ 738',
  ]);
});

test('steps are shown, their worksheets folded away', async () => {
  const pdf = await RawPdf.open(bytes);
  const outline = pdf.dict(pdf.catalog, 'Outlines');
  if (!outline) throw new Error('no outline');
  expect(pdf.number(outline, 'Count')).toBe(3);
  const last = pdf.dict(outline, 'Last');
  expect(last && pdf.number(last, 'Count')).toBe(-3);
});

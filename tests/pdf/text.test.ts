import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainPdf } from '../fixtures/plain/build.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';

let bytes: Buffer;
let document: PDFDocumentProxy;
beforeAll(async () => {
  ({ bytes } = await plainPdf());
  document = await openInPdfjs(bytes);
});
afterAll(() => document.loadingTask.destroy());

const textOf = async (page: number): Promise<string> => {
  const { items } = await (await document.getPage(page)).getTextContent();
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
    .join('')
    .replaceAll(/\s+/g, ' ');
};

const PARAGRAPH =
  'Read “this” café, a linked page, then step one, with nowhere and more words so that the line wraps over to the next: final, difficult, affluent.';

test('words are copied out as they were written, ligatures and quotation marks too', async () => {
  expect(await textOf(3)).toContain(PARAGRAPH);
});

test('another engine reads the same letters', async () => {
  const other = await PdfiumDocument.open(bytes);
  const letters = other
    .characters(2)
    .map(({ text }) => text)
    .join('');
  other.close();
  expect(letters).toContain(PARAGRAPH.replaceAll(' ', ''));
});

test('the number at the foot of a page is the one that the viewer counts, on every page but the bare ones', async () => {
  expect(await document.getPageLabels()).toBeNull();
  const feet: (string | undefined)[] = [];
  for (let page = 1; page <= document.numPages; page += 1) feet.push(/(\d+) of 9/.exec(await textOf(page))?.[1]);
  expect(feet).toEqual([undefined, '2', '3', '4', '5', '6', '7', '8', undefined]);
});

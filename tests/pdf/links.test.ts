import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uriOf } from '../../src/pdf/annotations.ts';
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

interface Link {
  subtype: string;
  url?: string;
  unsafeUrl?: string;
  dest?: [{ num: number; gen: number }, { name: string }, number, number];
  contentsObj: { str: string };
  rect: [number, number, number, number];
}
const linksOf = async (page: number): Promise<Link[]> =>
  ((await (await document.getPage(page)).getAnnotations()) as Link[]).filter(({ subtype }) => subtype === 'Link');

test('a link leads to its address, and says its words', async () => {
  const [outward] = await linksOf(3);
  expect(outward?.url).toBe('https://example.org/a?b=c&d=%20e');
  expect(outward?.contentsObj.str).toBe('a linked page');
});

test.each([
  ['https://example.org/a b?c=é', 'https://example.org/a%20b?c=%C3%A9'],
  ['https://example.org/a%20b%2Fc', 'https://example.org/a%20b%2Fc'],
  ['https://example.org/50%', 'https://example.org/50%25'],
  ['https://example.org/50%25', 'https://example.org/50%25'],
  ['https://example.org/caf%E9', 'https://example.org/caf%E9'],
  ['mailto:a@example.org?subject=100%', 'mailto:a@example.org?subject=100%25'],
])('the address %s is written as %s', (address, uri) => {
  expect(uriOf(address)).toBe(uri);
});

test('a link inside the workbook leads to the page and line of its destination', async () => {
  const [, inward] = await linksOf(3);
  if (!inward?.dest) throw new Error('no destination');
  expect(await document.getPageIndex(inward.dest[0])).toBe(3);
  expect(inward.dest[3]).toBe(792 - 54);
  expect(inward.contentsObj.str).toBe('step one');
});

test('each entry of the contents leads to its page', async () => {
  const pages: number[] = [];
  const links = await linksOf(2);
  for (const { dest } of links) if (dest) pages.push((await document.getPageIndex(dest[0])) + 1);
  expect(pages).toEqual([3, 4, 5, 6, 8]);
  expect(links.map(({ contentsObj }) => contentsObj.str)).toEqual(['Welcome', 'Step one', 'Sheet', 'Table', 'Letter']);
});

test('words that lead nowhere are printed and not linked', async () => {
  expect(await linksOf(3)).toHaveLength(2);
});

test('the box of a link lies over its words', async () => {
  const [outward] = await linksOf(3);
  const [left, bottom, right, top] = outward?.rect ?? [0, 0, 0, 0];
  const engine = await PdfiumDocument.open(bytes);
  const inside = engine.characters(2).filter(({ box }) => {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    return x > left && x < right && y > bottom && y < top;
  });
  engine.close();
  expect(inside.map(({ text }) => text).join('')).toBe('alinkedpage');
});

/** A PDF as it is in a viewer: words with their places, the structure that a screen reader is told, fields, bookmarks, the picture of a page. */
import { openInPdfjs } from './pdfjs.ts';
import { PdfiumDocument } from './pdfium.ts';
import { documentText } from './tree-text.ts';
import { bookmarkTitles } from './words.ts';

/** To a hundredth of a point. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** All that can be read in a file; of two files that are alike to a reader it is the same. */
export const readingOf = async (bytes: Uint8Array) => {
  const document = await openInPdfjs(new Uint8Array(bytes));
  const words: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) if ('str' in item) words.push(`${page}: ${item.transform.map(rounded).join(' ')} ${rounded(item.width)} ${item.str}`);
  }
  const structure = await documentText(document);
  const bookmarks = await bookmarkTitles(document);
  const { info } = await document.getMetadata();
  await document.loadingTask.destroy();
  const opened = await PdfiumDocument.open(bytes);
  const fields = Array.from({ length: opened.pageCount }, (_, page) => opened.widgets(page));
  opened.close();
  return { words, structure, bookmarks, info, fields };
};

/** How many pixels of a page differ between two files, at one pixel a point. */
export const differingPixels = async (one: Uint8Array, other: Uint8Array, page: number): Promise<number> => {
  const [a, b] = await Promise.all(
    [one, other].map(async (bytes) => {
      const opened = await PdfiumDocument.open(bytes);
      const bitmap = opened.render(page, 1);
      opened.close();
      return bitmap;
    }),
  );
  if (!a || !b || a.width !== b.width || a.height !== b.height) return Infinity;
  let differing = 0;
  for (let at = 0; at < a.pixels.length; at += 4)
    if (a.pixels[at] !== b.pixels[at] || a.pixels[at + 1] !== b.pixels[at + 1] || a.pixels[at + 2] !== b.pixels[at + 2]) differing += 1;
  return differing;
};

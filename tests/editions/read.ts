/** What a book says of itself: its table of contents as it is printed, and its bookmarks, with the numbers of their pages. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { treeText } from '../readers/tree-text.ts';

/** A line of either: the words, and the number of a page as the book counts. */
export interface Line {
  words: string;
  page: string;
  /** How deep a bookmark lies, from 0. */
  depth: number;
}

/** The numbers of all pages as they are printed; a reader shows them too. */
export const numbersOf = async (document: PDFDocumentProxy): Promise<string[]> =>
  (await document.getPageLabels()) ?? Array.from({ length: document.numPages }, (_, index) => String(index + 1));

/**
 * The entries of the table of contents: what stands in each element TOCI, the page's number last.
 *
 * @returns nothing when the book has none
 */
export async function contentsOf(document: PDFDocumentProxy): Promise<Line[]> {
  const found: Line[] = [];
  for (let page = 0; page < document.numPages; page += 1) {
    const entries = await entriesOn(document, page);
    // Step openers have lists of their own, further on; the counselor's guide, with Roman numbers, has one before.
    if (entries.length === 0 && found.some(({ page: number }) => /^\d+$/.test(number))) break;
    found.push(...entries);
  }
  return found;
}

/** The entries of the lists on a page, from 0, in reading order. */
export async function entriesOn(document: PDFDocumentProxy, page: number): Promise<Line[]> {
  const lines = (await treeText(document, page)).split('\n');
  const indent = (line: string) => line.length - line.trimStart().length;
  return lines.flatMap((line, index) => {
    if (line.trim() !== 'TOCI') return [];
    const end = lines.findIndex((other, at) => at > index && indent(other) <= indent(line));
    const inside = lines.slice(index + 1, end < 0 ? undefined : end).join('\n');
    const words = [...inside.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([quoted]) => JSON.parse(quoted) as string).filter((text) => text !== '');
    return [{ words: words.slice(0, -1).join(' '), page: words.at(-1) ?? '', depth: 0 }];
  });
}

type Entries = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** The bookmarks, each before those inside it. */
export async function bookmarksOf(document: PDFDocumentProxy): Promise<Line[]> {
  const numbers = await numbersOf(document);
  const walk = async (entries: Entries, depth: number): Promise<Line[]> => {
    const lines: Line[] = [];
    for (const { title, dest, items } of entries) {
      const [page] = dest as [{ num: number; gen: number }];
      lines.push({ words: title, page: numbers[await document.getPageIndex(page)] ?? '', depth }, ...(await walk(items as Entries, depth + 1)));
    }
    return lines;
  };
  return walk((await document.getOutline()) ?? [], 0);
}

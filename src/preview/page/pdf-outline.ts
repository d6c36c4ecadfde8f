/** Reads the outline of a PDF as a flat list with page numbers, and finds where a page has moved to in a new build. */
import type { PDFDocumentProxy } from './pdfjs.ts';

export interface Entry {
  /** Its title and those above it: finds the same entry in the next build. */
  key: string;
  title: string;
  /** From 1. */
  level: number;
  /** From 1. */
  page: number;
}

type Item = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];
type PageRef = Parameters<PDFDocumentProxy['getPageIndex']>[0];

/** Reads the outline. */
export const readOutline = async (document: PDFDocumentProxy): Promise<Entry[]> => {
  const read = async (items: readonly Item[], above: string, level: number): Promise<Entry[]> => {
    const found = await Promise.all(
      items.map(async ({ title, dest, items: below }): Promise<Entry[]> => {
        const key = `${above}\n${title}`;
        const [inside, index] = await Promise.all([read(below as Item[], key, level + 1), Array.isArray(dest) ? document.getPageIndex(dest[0] as PageRef) : 0]);
        return [{ key, title, level, page: index + 1 }, ...inside];
      }),
    );
    return found.flat();
  };
  return read((await document.getOutline()) ?? [], '', 1);
};

/** The new number of a page: it keeps its distance from the last entry of the outline before it. */
export const movedPage = (page: number, before: readonly Entry[], now: readonly Entry[], pages: number): number => {
  const index = before.findLastIndex((entry) => entry.page <= page);
  const anchor = before[index];
  // A changed title is found by its position, as long as no entries were added or removed.
  const same = now.find(({ key }) => key === anchor?.key) ?? (before.length === now.length ? now[index] : undefined);
  return Math.max(1, Math.min(pages, anchor && same ? page - anchor.page + same.page : page));
};

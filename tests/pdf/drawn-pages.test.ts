/** A page that an earlier book has drawn is written as it was then. */
import { expect, test } from 'vitest';
import type { Book } from '../../src/layout/book.tsx';
import type { LaidOutNode } from '../../src/layout/laid-out-node.ts';
import { closeDocument, openDocument } from '../../src/pdf/document.ts';
import { drawBook } from '../../src/pdf/draw.ts';
import { DrawnPages } from '../../src/pdf/drawn-pages.ts';
import { StructureTree } from '../../src/pdf/structure.ts';

const frame = { type: 'PAGE', box: { left: 0, top: 0, width: 612, height: 792 }, style: {}, props: {}, children: [] } as unknown as LaidOutNode;
const book: Book = { title: 'A book', language: 'en', pages: [{ width: 612, height: 792, label: '1', placed: [], frame }], destinations: new Map() };

const bytesOf = (kept?: DrawnPages): Promise<Buffer> => {
  const doc = openDocument({ title: 'A book', language: 'en', date: new Date(0) });
  drawBook(doc, new StructureTree(doc), book, { flat: false, kept });
  return closeDocument(doc);
};

test('a page without words has no entry for fonts the second time either', async () => {
  const kept = new DrawnPages();
  const first = await bytesOf();
  expect((await bytesOf(kept)).equals(first)).toBe(true);
  expect((await bytesOf(kept)).equals(first)).toBe(true);
});

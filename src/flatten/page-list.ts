/** Writes the pages of a document as one list, in place of the tree that they stood in. */
import { PDFName } from '@cantoo/pdf-lib';
import type { OpenedPdf, PdfPage } from '../answers/open-filled.ts';

const key = (name: string): PDFName => PDFName.of(name);

/** Writes the list. A page may have its size and its resources from a node above it: they become its own, because the node goes. */
export const writePageList = ({ objects: { context }, catalog }: OpenedPdf, pages: readonly PdfPage[]): void => {
  const list = context.register(context.obj({ Type: 'Pages', Count: pages.length, Kids: pages.map(({ ref }) => ref) }));
  for (const { dict, resources, sheet } of pages) {
    if (resources) dict.set(key('Resources'), resources);
    if (!dict.has(key('MediaBox'))) dict.set(key('MediaBox'), context.obj([...sheet]));
    dict.set(key('Parent'), list);
  }
  catalog.set(key('Pages'), list);
};

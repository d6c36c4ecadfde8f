/** Writes what a copy says of itself into the file, where viewers keep it and show nothing of it: as page-piece data (ISO 32000-1, 14.5). */
import { PIECE } from '../record/piece-name.ts';
import type { PdfDocument, Ref } from './document.ts';

interface Pages {
  _pageBuffer: { dictionary: Ref }[];
}

/**
 * Adds the record to the document and to each of its pages: programs that take pages out of a file keep only what hangs on those.
 *
 * @param record its bytes
 * @param date when the content was written, as page-piece data has to say
 * @returns the number of the object that holds it
 */
export const writeRecord = (doc: PdfDocument, record: Uint8Array, date: Date): number => {
  const content = doc.ref();
  content.end(record);
  const piece = doc.ref({ [PIECE]: { LastModified: date, Private: content } });
  piece.end();
  // Nothing of it stands in the catalogue or in a page itself: some programs that encrypt leave texts there in clear.
  const modified = doc.ref();
  (modified as unknown as { data: unknown }).data = date;
  modified.end();
  for (const { data } of [doc._root, ...(doc as unknown as Pages)._pageBuffer.map(({ dictionary }) => dictionary)]) data.PieceInfo = piece;
  for (const { dictionary } of (doc as unknown as Pages)._pageBuffer) dictionary.data.LastModified = modified;
  return content.id;
};

/** Writes what a copy says of itself into the file, where viewers keep it and show nothing of it: as page-piece data (ISO 32000-1, 14.5). */
import { PIECE } from '../record/piece-name.ts';
import type { PdfDocument, Ref } from './document.ts';
import { compressed, once } from './kept-parts.ts';
import { endPacked } from './reference.ts';

/** What a copy says of itself, in bytes. */
export interface CopyBytes {
  /** Which copy it is (record/copy-record.ts). */
  copy: Uint8Array;
  /** What it asks (record/question-map.ts). */
  questions: Uint8Array;
}

interface Pages {
  _pageBuffer: { dictionary: Ref }[];
}

/**
 * Adds the record to the document and to each of its pages: programs that take pages out of a file keep only what hangs on those.
 *
 * @param record the bytes of its two parts
 * @param date when the content was written, as page-piece data has to say
 * @returns the number of the object that says which copy it is
 */
export const writeRecord = (doc: PdfDocument, { copy, questions }: CopyBytes, date: Date): number => {
  const [content, asked] = [doc.ref(), doc.ref()];
  content.end(copy);
  const text = Buffer.from(questions.buffer, questions.byteOffset, questions.length).toString('latin1');
  endPacked(
    asked,
    once(doc.kept, `questions ${text}`, () => compressed(questions, undefined)),
  );
  // The two are apart, so that copies of one book share the second.
  const piece = doc.ref({ [PIECE]: { LastModified: date, Private: { Copy: content, Questions: asked } } });
  piece.end();
  // Nothing of it stands in the catalogue or in a page itself: some programs that encrypt leave texts there in clear.
  const modified = doc.ref();
  (modified as unknown as { data: unknown }).data = date;
  modified.end();
  for (const { data } of [doc._root, ...(doc as unknown as Pages)._pageBuffer.map(({ dictionary }) => dictionary)]) data.PieceInfo = piece;
  for (const { dictionary } of (doc as unknown as Pages)._pageBuffer) dictionary.data.LastModified = modified;
  return content.id;
};

/** Reads what a copy says of itself: from the document, or from a page where a program has kept only pages. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { PIECE } from '../record/piece-name.ts';
import { type CopyRecord, decodeRecord } from '../record/copy-record.ts';
import type { Objects } from './objects.ts';

/** The longest record that is read, in bytes: many times what the program writes. */
const LONGEST = 1_000_000;

/** A document that may have a record. */
interface Recorded {
  objects: Objects;
  catalog: PDFDict;
  pages: readonly { dict: PDFDict }[];
}

/** The record of a copy; nothing where it has none that can be read. */
export const readRecord = ({ objects, catalog, pages }: Recorded): CopyRecord | undefined => {
  const from = (dict: PDFDict): CopyRecord | undefined => {
    const piece = objects.dict(dict, 'PieceInfo');
    const own = piece && objects.dict(piece, PIECE);
    const content = own && objects.get(own, 'Private');
    if (!content) return undefined;
    try {
      const bytes = objects.bytes(content);
      return bytes.length <= LONGEST ? decodeRecord(bytes) : undefined;
    } catch {
      // Damage there is no reason to refuse the answers.
      return undefined;
    }
  };
  for (const dict of [catalog, ...pages.map((page) => page.dict)]) {
    const record = from(dict);
    if (record) return record;
  }
  return undefined;
};

/** Telling a PDF as we built it from one that somebody has filled in since. */
import { createHash } from 'node:crypto';

/** The length of a file id, in bytes. */
const ID = 16;

/** A digest of what a file holds, up to its cross-reference stream. */
export const fileId = (parts: Iterable<Uint8Array>): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest().subarray(0, ID);
};

/** How a cross-reference stream begins, and the table in which earlier versions of the program wrote the same. */
const CROSS_REFERENCES = /^(?:\d+ 0 obj\n<<\n\/Type \/XRef\n|xref\n)/;

/**
 * Whether these are the bytes of a PDF of ours that nothing was saved into since: its file id is the digest of all before
 * its only cross-reference stream (see `_finalize` of the document). Programs that save answers either append to the file or write it
 * anew, so that the digest no longer fits.
 */
export const isUntouched = (bytes: Buffer): boolean => {
  const end = bytes
    .subarray(-64)
    .toString('latin1')
    .match(/startxref\s+(\d+)\s+%%EOF\s*$/);
  const offset = Number(end?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(offset) || offset >= bytes.length) return false;
  const references = bytes.subarray(offset).toString('latin1');
  if (!CROSS_REFERENCES.test(references)) return false;
  const id = references.match(/\/ID \[<([0-9a-f]{32})> <\1>\]/)?.[1];
  return id === fileId([bytes.subarray(0, offset)]).toString('hex');
};

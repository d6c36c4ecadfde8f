/** Recognises a PDF that has not been changed since the program built it, so that it may be overwritten. */
import { createHash } from 'node:crypto';

/** The length of a file id, in bytes. */
const ID = 16;

/** The file id: a digest of the file up to its cross-reference stream. */
export const fileId = (parts: Iterable<Uint8Array>): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest().subarray(0, ID);
};

/** The start of a cross-reference stream, or of the table that earlier versions of the program wrote. */
const CROSS_REFERENCES = /^(?:\d+ 0 obj\n<<\n\/Type \/XRef\n|xref\n)/;

/**
 * Whether the program built a PDF and nothing was saved into it since: its file id is the digest of everything before its only
 * cross-reference stream (see `_finalize` of the document). Programs that save answers append to the file or rewrite it, so that the digest
 * no longer matches.
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

/** Finds out which copy a file is, and whose, by its record. */
import { inflateSync } from 'node:zlib';
import { openPdf } from '../answers/open-filled.ts';
import { readRecord } from '../answers/read-record.ts';
import { decryptStream, keyOfWritten } from '../protection/encryption-dictionary.ts';
import { isUntouched } from '../output/unchanged-pdf.ts';
import { type CopyRecord, decodeRecord } from '../record/copy-record.ts';

/** The streams that the program writes, where they are short enough for a record. */
const STREAM = /\/Length (\d{1,4})\n\/Filter \/FlateDecode\n>>\nstream\n/g;

/** What a file holds that may be in the way of a copy. */
export interface FoundCopy {
  /** The digest of the copy that it is; none where it is no copy of a batch. */
  digest?: string;
  /** For whom it is, and the sign of its client; none where it has no record that can be read. */
  whose?: { for?: string | undefined; id?: string | undefined };
  /** Whether it was made with this program. Of a file that nobody has saved anything into, that is certain. */
  ours: boolean;
  /** Whether nothing was saved into it since it was written. */
  untouched: boolean;
}

/**
 * Looks at a file that is there already.
 *
 * @param bytes of a PDF
 * @param file its name
 * @param password of the copy that is expected there
 */
export const foundCopy = async (bytes: Buffer, file: string, password?: string): Promise<FoundCopy> => {
  const untouched = isUntouched(bytes);
  // A file as the program wrote it need not be read as a whole, which takes some hundred times longer.
  if (untouched) return { untouched, ours: true, ...saidBy(recordOfWritten(bytes, password)) };
  const { opened } = await openPdf(bytes, file, password);
  return { untouched, ours: opened !== undefined || isAppended(bytes), ...saidBy(opened && readRecord(opened)) };
};

/** Whether answers were saved behind the bytes that the program wrote: that shows without a password too, when the one of the row has changed. */
const isAppended = (bytes: Buffer): boolean => isUntouched(bytes.subarray(0, bytes.indexOf(END) + END.length));

/** How a PDF ends, and each part that is saved behind it. */
const END = '%%EOF';

const saidBy = (record: CopyRecord | undefined): Pick<FoundCopy, 'digest' | 'whose'> => ({
  ...(record?.copy?.digest === undefined ? {} : { digest: record.copy.digest }),
  ...(record ? { whose: { for: record.for, id: record.copy?.id } } : {}),
});

/** The record is written late: the last stream that is one counts. */
const recordOfWritten = (bytes: Buffer, password: string | undefined): CopyRecord | undefined => {
  const text = bytes.toString('latin1');
  const key = password === undefined ? undefined : keyOfWritten(text, password);
  for (const match of [...text.matchAll(STREAM)].toReversed()) {
    const start = match.index + match[0].length;
    const record = decodeRecord(content(bytes.subarray(start, start + Number(match[1])), key));
    if (record) return record;
  }
  return undefined;
};

/** What a stream holds; nothing where it is encrypted with another key. */
const content = (bytes: Uint8Array, key: Uint8Array | undefined): Uint8Array => {
  try {
    return inflateSync(key ? decryptStream(key, bytes) : bytes, { maxOutputLength: 100_000 });
  } catch {
    return new Uint8Array();
  }
};

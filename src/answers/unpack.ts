/** Decompresses a stream up to a limit: a small file may hold a stream of any size. */
import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { TooLarge } from './limits.ts';

/** The size of the first output buffer, in bytes; larger ones follow as needed. */
const FIRST = 1 << 16;

/**
 * The decompressed bytes of a stream.
 *
 * @param most the most bytes that are accepted
 * @throws TooLarge when it holds more
 * @throws Error for an unknown filter
 */
export const unpack = (stream: PDFRawStream, most: number): Uint8Array => {
  const { dict } = stream;
  const filter = dict.lookup(PDFName.of('Filter'));
  const filters =
    filter instanceof PDFArray ? Array.from({ length: filter.size() }, (_, at) => filter.lookup(at, PDFName)) : filter instanceof PDFName ? [filter] : [];
  const parameters = dict.lookup(PDFName.of('DecodeParms'));
  let bytes = stream.getContents();
  filters.forEach((name, at) => {
    const own = parameters instanceof PDFArray ? parameters.lookup(at) : parameters;
    bytes = unpackOnce(bytes, name, own instanceof PDFDict ? own : undefined, dict, most);
  });
  if (bytes.length > most) throw tooLarge(most);
  return bytes;
};

const unpackOnce = (bytes: Uint8Array, filter: PDFName, parameters: PDFDict | undefined, { context }: PDFDict, most: number): Uint8Array => {
  if (filter === PDFName.of('FlateDecode')) {
    try {
      return inflateSync(bytes, { maxOutputLength: most });
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most);
      // A truncated stream, or one with a wrong checksum, is read below by a decoder that accepts both.
    }
  }
  const dict = context.obj({ Filter: filter, ...(parameters ? { DecodeParms: parameters } : {}) }) as PDFDict;
  const stream = decodePDFRawStream(PDFRawStream.of(dict, bytes));
  for (let size = FIRST; ; size *= 2) {
    const found = stream.peekBytes(size);
    if (found.length > most) throw tooLarge(most);
    if (found.length < size) return Uint8Array.from(found);
  }
};

const tooLarge = (most: number): TooLarge => new TooLarge(`streams that unpack to at most ${Math.round(most / 1e6)} MB`, 'a larger one');

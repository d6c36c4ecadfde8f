/** The limits of what is read from a PDF: larger files would fill the memory, and are no workbooks. */

export const LIMITS = {
  /** Bytes of a file. */
  bytes: 500_000_000,
  /** Objects of a file; a book of 1,700 pages has half as many. */
  objects: 300_000,
  /** Values of a file, nested ones included: numbers, names, strings, arrays, dictionaries. */
  values: 6_000_000,
  depth: 300,
  /** Bytes of one decompressed stream, and of all of them together. */
  stream: 32_000_000,
  streams: 100_000_000,
  /** Bytes of a page's content. */
  content: 8_000_000,
  pages: 20_000,
} as const;

/** Thrown for a file beyond the limits; the message says what was found. */
export class TooLarge extends Error {
  /** The limit, in words. */
  readonly expected: string;

  constructor(expected: string, found: string) {
    super(found);
    this.expected = expected;
  }
}

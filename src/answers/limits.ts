/** The limits of what is read from a PDF: larger files would fill the memory, and are no workbooks. */

export const LIMITS = {
  /** Bytes of a file: nobody’s answers are longer. */
  bytes: 500_000_000,
  /** A book of 1,700 pages has half as many. */
  objects: 300_000,
  /** Numbers, names, texts, and what holds them; one in another. */
  values: 6_000_000,
  depth: 300,
  /** Bytes of one unpacked stream, and of all that are read. */
  stream: 32_000_000,
  streams: 100_000_000,
  /** Bytes of the content of a page. */
  content: 8_000_000,
  pages: 20_000,
} as const;

/** The file is whole, and larger than anything that is read; the message says what was found. */
export class TooLarge extends Error {
  /** What is read at most. */
  readonly expected: string;

  constructor(expected: string, found: string) {
    super(found);
    this.expected = expected;
  }
}

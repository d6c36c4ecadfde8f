/** Keeps compressed object streams for later builds in the same process: after a changed word, most of them say what they said before. */
import { deflateSync } from 'node:zlib';

/** Compresses the content of an object stream, one byte a character. */
export type Deflate = (content: string) => Buffer;

/** The objects of a book are much alike: looking longer for what comes again saves a twentieth of them. */
const LEVEL = 9;

export const deflate: Deflate = (content) => deflateSync(Buffer.from(content, 'latin1'), { level: LEVEL });

/** A stream is forgotten after so many books that did not have it: an author may switch between a few copies. */
const KEPT_BOOKS = 8;

interface Kept {
  packed: Buffer;
  /** The number of the last book that had it. */
  book: number;
}

/** Remembers compressed streams by their content. */
export class KeptStreams {
  readonly #kept = new Map<string, Kept>();
  #book = 0;

  /** A new book begins. */
  turn(): void {
    this.#book += 1;
    for (const [content, { book }] of this.#kept) if (this.#book - book > KEPT_BOOKS) this.#kept.delete(content);
  }

  /** The same bytes as `deflate` gives. */
  readonly deflate: Deflate = (content) => {
    const known = this.#kept.get(content);
    const packed = known?.packed ?? deflate(content);
    this.#kept.set(content, { packed, book: this.#book });
    return packed;
  };
}

/** Keeps parts of a PDF for later builds in the same process: after a changed word, most of them are what they were before. */
import { deflateSync } from 'node:zlib';

/** A part is forgotten after so many books that did not have it: an author may switch between a few copies. */
const KEPT_BOOKS = 8;

interface Kept {
  part: unknown;
  /** The number of the last book that had it. */
  book: number;
}

/** Remembers parts by all that they were made from. */
export class KeptParts {
  readonly #kept = new Map<string, Kept>();
  readonly #numbers = new WeakMap<object, number>();
  readonly #about = new WeakMap<object, { from: readonly unknown[]; part: unknown }>();
  #last = 0;
  #book = 0;

  /** A new book begins. */
  turn(): void {
    this.#book += 1;
    for (const [key, { book }] of this.#kept) if (this.#book - book > KEPT_BOOKS) this.#kept.delete(key);
  }

  /** A part, made at the first time. Its key says what it is, and all that it is made from. */
  once<T>(key: string, make: () => T): T {
    const known = this.#kept.get(key);
    const part = known ? known.part : make();
    this.#kept.set(key, { part, book: this.#book });
    return part as T;
  }

  /**
   * A part that is made from an object that never changes. Only the last one is kept.
   * @param from all else that it is made from, always as many things
   */
  about<T>(thing: object, from: readonly unknown[], make: () => T): T {
    const known = this.#about.get(thing);
    if (known && known.from.every((one, index) => one === from[index])) return known.part as T;
    const part = make();
    this.#about.set(thing, { from, part });
    return part;
  }

  /** Stands for an object in a key. */
  numberOf(thing: object): number {
    const known = this.#numbers.get(thing) ?? (this.#last += 1);
    this.#numbers.set(thing, known);
    return known;
  }
}

/** Makes a part, or takes it as it was made before. */
export const once = <T>(kept: KeptParts | undefined, key: string, make: () => T): T => (kept ? kept.once(key, make) : make());

/** Parts of PDFs that earlier runs have kept on disk. */
export interface PartsOnDisk {
  /**
   * A part, made where it is not kept.
   *
   * @param from all that it is made from
   * @param make gives nothing for what cannot be kept
   */
  take<Made extends Uint8Array | undefined>(from: string | Uint8Array, make: () => Made): Made | Buffer;
}

/**
 * The content of a stream, compressed.
 *
 * @param level how long it is looked for what comes again: from 1, a little, to 9
 */
export const compressed = (content: Uint8Array, onDisk: PartsOnDisk | undefined, level?: number): Buffer => {
  const make = (): Buffer => deflateSync(content, level === undefined ? {} : { level });
  return onDisk ? onDisk.take(Buffer.concat([Buffer.from(`stream ${level} `), content]), make) : make();
};

/** The objects of a book are much alike: looking longer for what comes again saves a twentieth of them. */
const THOROUGHLY = 9;

/** The content of an object stream, one byte a character, compressed. */
export const packedObjects = (content: string, kept?: KeptParts, onDisk?: PartsOnDisk): Buffer =>
  // It begins with a number, as no other key does: a key of its own would be as long again.
  once(kept, content, () => compressed(Buffer.from(content, 'latin1'), onDisk, THOROUGHLY));

/** Keeps parts of a PDF for later builds in the same process: after a changed word, most of them are what they were before. */
import { deflateSync } from 'node:zlib';
import { KEPT_BOOKS } from '../layout/kept-books.ts';
import type { SmallObject } from './object-text.ts';

interface Kept {
  part: unknown;
  /** The number of the last book that had it. */
  book: number;
}

/** Whether two lists of one length hold the same things. */
const sameThings = (one: readonly unknown[], other: readonly unknown[]): boolean => {
  // Asked thousands of times in a book: without a function for each thing.
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
};

const same = (one: readonly SmallObject[], other: readonly SmallObject[]): boolean =>
  one.length === other.length &&
  one.every((object, index) => {
    const beside = other[index] as SmallObject;
    return object === beside || (object.id === beside.id && object.body === beside.body);
  });

/** Remembers parts by all that they were made from. */
export class KeptParts {
  readonly #kept = new Map<string, Kept>();
  readonly #numbers = new WeakMap<object, number>();
  /** By the number of the first object. */
  readonly #ofObjects = new Map<number, (Kept & { objects: readonly SmallObject[] })[]>();
  readonly #about = new WeakMap<object, { from: readonly unknown[]; part: unknown }>();
  #last = 0;
  #book = 0;

  /** A new book begins. */
  turn(): void {
    this.#book += 1;
    for (const [key, { book }] of this.#kept) if (this.#book - book > KEPT_BOOKS) this.#kept.delete(key);
    for (const [first, all] of this.#ofObjects) {
      const used = all.filter(({ book }) => this.#book - book <= KEPT_BOOKS);
      if (used.length === 0) this.#ofObjects.delete(first);
      else if (used.length < all.length) this.#ofObjects.set(first, used);
    }
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
    if (known && sameThings(known.from, from)) return known.part as T;
    const part = make();
    this.#about.set(thing, { from, part });
    return part;
  }

  /**
   * A part that is made from objects that are no streams, compared one by one: those of a book are mostly the very objects of the book before.
   */
  ofObjects<T>(objects: readonly SmallObject[], make: () => T): T {
    const first = objects[0]?.id ?? 0;
    const known = this.#ofObjects.get(first) ?? [];
    this.#ofObjects.set(first, known);
    const found = known.find((kept) => same(kept.objects, objects));
    if (found) {
      found.book = this.#book;
      return found.part as T;
    }
    const part = make();
    known.push({ objects, part, book: this.#book });
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

/** The same for a part that is made from an object that never changes. */
export const about = <T>(kept: KeptParts | undefined, thing: object, from: readonly unknown[], make: () => T): T =>
  kept ? kept.about(thing, from, make) : make();

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

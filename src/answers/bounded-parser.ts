/** Parses a PDF within limits: how many objects and values it has, how deep they nest, how large its streams are. */
import { PDFDict, PDFName, PDFNull, PDFNumber, type PDFObject, PDFParser, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { LIMITS, TooLarge } from './limits.ts';
import { unpack } from './unpack.ts';

const [TYPE, OBJECTS, CROSS_REFERENCES] = ['Type', 'ObjStm', 'XRef'].map((name) => PDFName.of(name)) as [PDFName, PDFName, PDFName];

/** Changes an object as soon as it is parsed. For an object stream it may return null: its objects are then not read. */
export type Change = (object: PDFObject, ref: PDFRef) => PDFObject;

export class BoundedParser extends PDFParser {
  /** The limit that ended it. Kept here because the library takes any error for damage, and goes on. */
  refused: TooLarge | undefined;
  readonly #change: Change | undefined;
  #objects = 0;
  #values = 0;
  #depth = 0;
  #unpacked = 0;

  /** @param change what is done to each object first, such as decrypting it */
  constructor(bytes: Uint8Array, change?: Change) {
    super(bytes, undefined, true);
    this.#change = change;
  }

  override parseObject(ref?: PDFRef): PDFObject {
    this.#values += 1;
    this.#depth += 1;
    if (this.#values > LIMITS.values) this.#refuse(`at most ${LIMITS.values.toLocaleString('en')} values`, 'more');
    if (this.#depth > LIMITS.depth) this.#refuse(`values at most ${LIMITS.depth} deep in one another`, 'deeper ones');
    try {
      const object = super.parseObject(ref);
      return ref && this.#depth === 1 ? this.#whole(object, ref) : object;
    } finally {
      this.#depth -= 1;
    }
  }

  /** Handles an indirect object. */
  #whole(read: PDFObject, ref: PDFRef): PDFObject {
    this.#count(1);
    const object = this.#change ? this.#change(read, ref) : read;
    if (!(object instanceof PDFRawStream)) return object;
    const type = object.dict.lookup(TYPE);
    if (type !== OBJECTS && type !== CROSS_REFERENCES) return object;
    // Decompressed here, because the library's own decoder has no limits.
    try {
      const bytes = unpack(object, LIMITS.stream);
      this.#unpacked += bytes.length;
      if (this.#unpacked > LIMITS.streams) this.#refuse(`streams of objects that unpack to at most ${LIMITS.streams / 1e6} MB`, 'larger ones');
      if (type === OBJECTS) {
        const count = object.dict.lookup(PDFName.of('N'));
        this.#count(count instanceof PDFNumber ? Math.max(0, count.asNumber()) : 0);
        this.#values += valuesIn(bytes);
        if (this.#values > LIMITS.values) this.#refuse(`at most ${LIMITS.values.toLocaleString('en')} values`, 'more');
      }
      for (const key of ['Filter', 'DecodeParms']) object.dict.delete(PDFName.of(key));
      return PDFRawStream.of(object.dict, bytes);
    } catch (thrown) {
      if (thrown instanceof TooLarge) this.refused ??= thrown;
      // Chrome’s engine keeps the table of the file that it has read, and encrypts it like any stream; its own table is another one.
      else if (type === CROSS_REFERENCES) return PDFNull;
      throw thrown;
    }
  }

  #count(objects: number): void {
    this.#objects += objects;
    if (this.#objects > LIMITS.objects) this.#refuse(`at most ${LIMITS.objects.toLocaleString('en')} objects`, 'more');
  }

  #refuse(expected: string, found: string): never {
    this.refused ??= new TooLarge(expected, found);
    throw this.refused;
  }
}

/** Estimates how many values some bytes hold: tokens and opening brackets. */
const valuesIn = (bytes: Uint8Array): number => {
  let count = 0;
  let inWord = false;
  for (const byte of bytes) {
    const opens = byte === 0x5b || byte === 0x3c || byte === 0x28 || byte === 0x2f;
    const ends = byte <= 0x20 || byte === 0x5d || byte === 0x3e || byte === 0x29;
    if (opens || (!ends && !inWord)) count += 1;
    inWord = !opens && !ends;
  }
  return count;
};

/** Skips object streams: encrypted ones cannot be read. */
export const withoutObjectStreams: Change = (object) =>
  object instanceof PDFRawStream && object.dict instanceof PDFDict && object.dict.lookup(TYPE) === OBJECTS ? PDFNull : object;

/** Reads the objects of a PDF that other programs may have changed: an entry of an unexpected kind counts as missing. */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { textOf } from './text-string.ts';
import { LIMITS, TooLarge } from './limits.ts';
import { unpack } from './unpack.ts';

/** Thrown for a file that cannot be read; the message says what was found. */
export class Unreadable extends Error {}

/** Thrown for a file that is whole and has a field that no workbook has; the message says which. */
export class AddedField extends Error {}

/** The values directly inside an object; references are not followed. */
export const partsOf = (value: PDFObject | undefined): PDFObject[] => {
  if (value instanceof PDFArray) return value.asArray();
  if (value instanceof PDFDict) return value.values();
  return value instanceof PDFStream ? value.dict.values() : [];
};

/** Follows references inside one file. */
export class Objects {
  readonly context: PDFContext;
  /** Bytes decompressed so far. */
  #unpacked = 0;

  constructor(context: PDFContext) {
    this.context = context;
  }

  /** The object that a reference leads to; any other value unchanged. */
  follow(value: PDFObject | undefined): PDFObject | undefined {
    return value instanceof PDFRef ? this.context.lookup(value) : value;
  }

  get(dict: PDFDict, key: string): PDFObject | undefined {
    return this.follow(dict.get(PDFName.of(key)));
  }

  /** The entry where it is a reference. */
  ref(dict: PDFDict, key: string): PDFRef | undefined {
    const value = dict.get(PDFName.of(key));
    return value instanceof PDFRef ? value : undefined;
  }

  dict(dict: PDFDict, key: string): PDFDict | undefined {
    return this.asDict(dict.get(PDFName.of(key)));
  }

  asDict(value: PDFObject | undefined): PDFDict | undefined {
    const found = this.follow(value);
    return found instanceof PDFDict ? found : undefined;
  }

  /** The entries of an array, references not followed; none where there is no array. */
  list(dict: PDFDict, key: string): PDFObject[] {
    return this.asList(dict.get(PDFName.of(key))) ?? [];
  }

  asList(value: PDFObject | undefined): PDFObject[] | undefined {
    const found = this.follow(value);
    return found instanceof PDFArray ? found.asArray() : undefined;
  }

  /** A name without its slash. */
  name(dict: PDFDict, key: string): string | undefined {
    const value = this.get(dict, key);
    return value instanceof PDFName ? value.decodeText() : undefined;
  }

  number(dict: PDFDict, key: string): number | undefined {
    return this.asNumber(dict.get(PDFName.of(key)));
  }

  asNumber(value: PDFObject | undefined): number | undefined {
    const found = this.follow(value);
    const number = found instanceof PDFNumber ? found.asNumber() : Number.NaN;
    return Number.isFinite(number) ? number : undefined;
  }

  /** The numbers of an array; nothing where any entry is no number. */
  numbers(dict: PDFDict, key: string): number[] | undefined {
    const found = this.list(dict, key).map((value) => this.asNumber(value));
    return found.length > 0 && found.every((value) => value !== undefined) ? found : undefined;
  }

  /** A text string, decoded; a long one may be a stream. */
  text(dict: PDFDict, key: string): string | undefined {
    const value = this.get(dict, key);
    if (value instanceof PDFString || value instanceof PDFHexString) return textOf(value.asBytes());
    return value instanceof PDFRawStream ? textOf(this.bytes(value)) : undefined;
  }

  asStream(value: PDFObject | undefined): PDFRawStream | undefined {
    const found = this.follow(value);
    return found instanceof PDFRawStream ? found : undefined;
  }

  /**
   * The decompressed bytes of a stream.
   *
   * @param most the most bytes that are accepted
   * @throws TooLarge when it holds more, or all streams read so far hold too much together
   */
  bytes(value: PDFObject | undefined, most: number = LIMITS.stream): Uint8Array {
    const stream = this.asStream(value);
    if (!stream) throw new Unreadable('a stream that is none');
    const bytes = unpack(stream, most);
    this.#unpacked += bytes.length;
    if (this.#unpacked > LIMITS.streams) throw new TooLarge(`pages and fields of at most ${LIMITS.streams / 1e6} MB`, 'larger ones');
    return bytes;
  }
}

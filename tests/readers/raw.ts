/** A written PDF as plain objects, read by a library that had no part in writing it. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

export interface RawAnnotation {
  /** The object's number and generation, as `12 0 R`. */
  ref: string;
  dict: PDFDict;
}

export interface RawPage {
  /** From 0. */
  index: number;
  ref: string;
  dict: PDFDict;
  width: number;
  height: number;
  annotations: RawAnnotation[];
}

export class RawPdf {
  readonly bytes: Uint8Array;
  readonly document: PDFDocument;
  readonly pages: RawPage[];

  private constructor(bytes: Uint8Array, document: PDFDocument) {
    this.bytes = bytes;
    this.document = document;
    this.pages = document.getPages().map((page, index) => ({
      index,
      ref: page.ref.toString(),
      dict: page.node,
      width: page.getWidth(),
      height: page.getHeight(),
      annotations: this.list(page.node, 'Annots').map((entry) => {
        if (!(entry instanceof PDFRef)) throw new Error('an annotation that is not an object of its own');
        return { ref: entry.toString(), dict: this.document.context.lookup(entry, PDFDict) };
      }),
    }));
  }

  static async open(bytes: Uint8Array): Promise<RawPdf> {
    return new RawPdf(bytes, await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true }));
  }

  get catalog(): PDFDict {
    return this.document.catalog;
  }

  /** What an entry holds, references followed. */
  get(dict: PDFDict, key: string): PDFObject | undefined {
    return dict.lookup(PDFName.of(key));
  }

  /** The reference that an entry is, as `12 0 R`. */
  ref(dict: PDFDict, key: string): string | undefined {
    const value = dict.get(PDFName.of(key));
    return value instanceof PDFRef ? value.toString() : undefined;
  }

  /** A name without its slash. */
  name(dict: PDFDict, key: string): string | undefined {
    const value = this.get(dict, key);
    return value instanceof PDFName ? value.decodeText() : undefined;
  }

  /** A text string, decoded. */
  text(dict: PDFDict, key: string): string | undefined {
    const value = this.get(dict, key);
    return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
  }

  number(dict: PDFDict, key: string): number | undefined {
    const value = this.get(dict, key);
    return value instanceof PDFNumber ? value.asNumber() : undefined;
  }

  dict(dict: PDFDict, key: string): PDFDict | undefined {
    const value = this.get(dict, key);
    return value instanceof PDFDict ? value : undefined;
  }

  /** The entries of an array, references not followed; none where there is no array. */
  list(dict: PDFDict, key: string): PDFObject[] {
    const value = this.get(dict, key);
    return value instanceof PDFArray ? value.asArray() : [];
  }

  numbers(dict: PDFDict, key: string): number[] {
    return this.list(dict, key).map((value) => (value instanceof PDFNumber ? value.asNumber() : Number.NaN));
  }

  /** Follows a reference. */
  follow(value: PDFObject | undefined): PDFObject | undefined {
    return value instanceof PDFRef ? this.document.context.lookup(value) : value;
  }

  /** Every object of the file. */
  objects(): [ref: string, value: PDFObject][] {
    return this.document.context.enumerateIndirectObjects().map(([ref, value]) => [ref.toString(), value]);
  }

  /** What a stream holds, unpacked. */
  stream(value: PDFObject | undefined): Uint8Array {
    if (!(value instanceof PDFRawStream)) throw new Error(`expected a stream, found ${String(value)}`);
    return decodePDFRawStream(value).decode();
  }

  /** The operators of a page, its content streams joined. */
  content(page: RawPage): string {
    const value = this.get(page.dict, 'Contents');
    const streams = value instanceof PDFArray ? value.asArray().map((entry) => this.follow(entry)) : [value];
    return streams.map((stream) => Buffer.from(this.stream(stream)).toString('latin1')).join('\n');
  }
}

/** Keys of a dictionary, without their slashes. */
export const keysOf = (dict: PDFDict): string[] => dict.keys().map((key) => key.decodeText());

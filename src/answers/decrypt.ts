/** Decrypts a PDF, with its password or without where it is only locked against changes (ISO 32000-2, 7.6). */
import { createDecipheriv } from 'node:crypto';
import { PDFArray, PDFBool, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { Objects } from './objects.ts';
import { keyFrom, md5, rc4 } from './password-keys.ts';

/** Thrown for a PDF that cannot be decrypted. */
export class Locked extends Error {
  /** What it would take: a password, another one than was given, or another program. */
  readonly lacks: 'password' | 'other password' | 'program';

  constructor(lacks: Locked['lacks']) {
    super(`locked: it lacks the ${lacks}`);
    this.lacks = lacks;
  }
}

type Method = 'none' | 'rc4' | 'aes';

const aes = (key: Uint8Array, bytes: Uint8Array): Buffer => {
  const length = Math.max(0, bytes.length - 16) & ~15;
  if (length === 0) return Buffer.alloc(0);
  const cipher = createDecipheriv(key.length === 32 ? 'aes-256-cbc' : 'aes-128-cbc', key, bytes.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([cipher.update(bytes.subarray(16, 16 + length)), cipher.final()]);
  const padding = plain.at(-1) ?? 0;
  return padding >= 1 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain;
};

export class Decryption {
  readonly #key: Buffer;
  readonly #streams: Method;
  readonly #strings: Method;
  readonly #metadata: boolean;
  /** Whether each object has a key of its own. */
  readonly #perObject: boolean;

  /**
   * @param dict the encryption dictionary
   * @param id the first half of the file’s identifier
   * @param password tried where the file does not open without one
   * @throws Locked when it asks for a password, or for another one
   */
  constructor(objects: Objects, dict: PDFDict, id: Uint8Array, password?: string) {
    const number = (key: string): number => objects.number(dict, key) ?? 0;
    const bytes = (key: string): Uint8Array => {
      const found = objects.get(dict, key);
      return found instanceof PDFString || found instanceof PDFHexString ? found.asBytes() : new Uint8Array();
    };
    const [version, revision] = [number('V'), number('R')];
    if (objects.name(dict, 'Filter') !== 'Standard' || ![1, 2, 4, 5].includes(version)) throw new Locked('program');
    this.#metadata = !(version >= 4 && objects.get(dict, 'EncryptMetadata') === PDFBool.False);
    this.#perObject = version < 5;
    const method = (key: string): Method => {
      if (version < 4) return 'rc4';
      const filters = objects.dict(dict, 'CF');
      const filter = filters && objects.dict(filters, objects.name(dict, key) ?? 'Identity');
      const name = filter && objects.name(filter, 'CFM');
      return name === 'V2' ? 'rc4' : name === 'AESV2' || name === 'AESV3' ? 'aes' : 'none';
    };
    this.#streams = method('StmF');
    this.#strings = method('StrF');
    const user = Buffer.from(bytes('U'));
    const length = version === 1 ? 5 : version === 4 ? 16 : Math.min(16, Math.max(5, (number('Length') || 40) >> 3));
    const entries = {
      revision,
      length,
      id,
      user,
      userKey: bytes('UE'),
      owner: Buffer.from(bytes('O')),
      ownerKey: bytes('OE'),
      permissions: number('P'),
      metadata: this.#metadata,
    };
    const key = keyFrom(entries, '') ?? (password === undefined ? undefined : keyFrom(entries, password));
    if (!key) throw new Locked(password === undefined ? 'password' : 'other password');
    this.#key = key;
  }

  /** Decrypts an object, in place. */
  object(object: PDFObject, ref: PDFRef): PDFObject {
    const string = (value: PDFObject): PDFObject =>
      value instanceof PDFString || value instanceof PDFHexString
        ? PDFHexString.of(Buffer.from(this.#plain(this.#strings, value.asBytes(), ref)).toString('hex'))
        : value;
    if (object instanceof PDFRawStream && object.dict.get(PDFName.of('Type')) === PDFName.of('XRef')) return object;
    const open: PDFObject[] = [object instanceof PDFRawStream ? object.dict : object];
    for (let value = open.pop(); value; value = open.pop()) {
      if (value instanceof PDFArray) {
        for (let at = 0; at < value.size(); at += 1) {
          value.set(at, string(value.get(at)));
          open.push(value.get(at));
        }
      } else if (value instanceof PDFDict) {
        for (const [key, entry] of value.entries()) {
          value.set(key, string(entry));
          open.push(entry);
        }
      }
    }
    return object instanceof PDFRawStream ? this.#stream(object, ref) : string(object);
  }

  #stream(stream: PDFRawStream, ref: PDFRef): PDFRawStream {
    const { dict } = stream;
    if (!this.#metadata && dict.get(PDFName.of('Type')) === PDFName.of('Metadata')) return withoutCrypt(stream);
    const filter = dict.get(PDFName.of('Filter'));
    const own = filter instanceof PDFArray ? filter.asArray() : [filter];
    if (own.includes(PDFName.of('Crypt'))) return withoutCrypt(stream);
    return PDFRawStream.of(dict, this.#plain(this.#streams, stream.getContents(), ref));
  }

  #plain(method: Method, bytes: Uint8Array, { objectNumber, generationNumber }: PDFRef): Uint8Array {
    if (method === 'none') return bytes;
    let key = this.#key;
    if (this.#perObject) {
      const number = Buffer.alloc(5);
      number.writeUIntLE(objectNumber & 0xff_ffff, 0, 3);
      number.writeUIntLE(generationNumber & 0xffff, 3, 2);
      const own = md5(key, number, method === 'aes' ? Buffer.from('sAlT') : Buffer.alloc(0));
      key = own.subarray(0, Math.min(16, this.#key.length + 5));
    }
    return method === 'aes' ? aes(key, bytes) : rc4(key, bytes);
  }
}

/** Removes the Crypt filter with which a stream declares that it is not encrypted. */
const withoutCrypt = (stream: PDFRawStream): PDFRawStream => {
  const { dict } = stream;
  const filter = dict.get(PDFName.of('Filter'));
  const rest = filter instanceof PDFArray ? filter.asArray().filter((name) => name !== PDFName.of('Crypt')) : filter === PDFName.of('Crypt') ? [] : [filter];
  if (rest.length === 0) dict.delete(PDFName.of('Filter'));
  else dict.set(PDFName.of('Filter'), dict.context.obj(rest.flatMap((name) => name ?? [])));
  dict.delete(PDFName.of('DecodeParms'));
  return stream;
};

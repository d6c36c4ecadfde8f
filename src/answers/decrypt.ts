/** Decrypts a PDF that opens without a password, and is only locked against changes (ISO 32000-2, 7.6). */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { PDFArray, PDFBool, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { Objects } from './objects.ts';

/** Thrown for a PDF that needs a password, or is encrypted in an unknown way. */
export class Locked extends Error {}

type Method = 'none' | 'rc4' | 'aes';

/** The padding of passwords shorter than 32 bytes (algorithm 2). */
const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

const hash = (name: 'md5' | 'sha256' | 'sha384' | 'sha512', ...parts: Uint8Array[]): Buffer => {
  const made = createHash(name);
  for (const part of parts) made.update(part);
  return made.digest();
};

/** RC4, which OpenSSL no longer offers by default. */
const rc4 = (key: Uint8Array, bytes: Uint8Array): Buffer => {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (one: number, other: number): void => {
    const kept = state[one] as number;
    state[one] = state[other] as number;
    state[other] = kept;
  };
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + (state[at] as number) + (key[at % key.length] as number)) & 0xff;
    swap(at, other);
  }
  let one = 0;
  let other = 0;
  return Buffer.from(
    bytes.map((byte) => {
      one = (one + 1) & 0xff;
      other = (other + (state[one] as number)) & 0xff;
      swap(one, other);
      return byte ^ (state[((state[one] as number) + (state[other] as number)) & 0xff] as number);
    }),
  );
};

const aes = (key: Uint8Array, bytes: Uint8Array): Buffer => {
  const length = Math.max(0, bytes.length - 16) & ~15;
  if (length === 0) return Buffer.alloc(0);
  const cipher = createDecipheriv(key.length === 32 ? 'aes-256-cbc' : 'aes-128-cbc', key, bytes.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([cipher.update(bytes.subarray(16, 16 + length)), cipher.final()]);
  const padding = plain.at(-1) ?? 0;
  return padding >= 1 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain;
};

/** The hash of revision 6 (algorithm 2.B) for the empty password; the hash of revision 5 is its first step. */
const hashOf = (revision: number, salt: Uint8Array): Buffer => {
  let key = hash('sha256', salt);
  if (revision < 6) return key;
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const block = Buffer.concat(Array.from({ length: 64 }, () => key));
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const encrypted = cipher.update(block);
    const rest = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = hash((['sha256', 'sha384', 'sha512'] as const)[rest] as 'sha256', encrypted);
    last = encrypted.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
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
   * @throws Locked when it asks for a password
   */
  constructor(objects: Objects, dict: PDFDict, id: Uint8Array) {
    const number = (key: string): number => objects.number(dict, key) ?? 0;
    const bytes = (key: string): Uint8Array => {
      const found = objects.get(dict, key);
      return found instanceof PDFString || found instanceof PDFHexString ? found.asBytes() : new Uint8Array();
    };
    const [version, revision] = [number('V'), number('R')];
    if (objects.name(dict, 'Filter') !== 'Standard' || ![1, 2, 4, 5].includes(version)) throw new Locked('another way of encrypting');
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
    this.#key =
      version === 5
        ? keyOfTwo(revision, user, bytes('UE'))
        : keyOfOne({ revision, length, id, user, owner: bytes('O').subarray(0, 32), permissions: number('P'), metadata: this.#metadata });
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
      const own = hash('md5', key, number, method === 'aes' ? Buffer.from('sAlT') : Buffer.alloc(0));
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

interface One {
  revision: number;
  /** The length of the key in bytes. */
  length: number;
  id: Uint8Array;
  user: Buffer;
  owner: Uint8Array;
  permissions: number;
  metadata: boolean;
}

/** The key of revisions 2 to 4 (algorithms 2, 4 and 5). */
const keyOfOne = ({ revision, length, id, user, owner, permissions, metadata }: One): Buffer => {
  const flags = Buffer.alloc(4);
  flags.writeInt32LE(permissions | 0);
  let key = hash('md5', PAD, owner, flags, id, revision >= 4 && !metadata ? Buffer.alloc(4, 0xff) : Buffer.alloc(0)).subarray(0, length);
  if (revision < 3) {
    if (!rc4(key, PAD).equals(user.subarray(0, 32))) throw new Locked('a password');
    return key;
  }
  for (let round = 0; round < 50; round += 1) key = hash('md5', key).subarray(0, length);
  let check = hash('md5', PAD, id);
  for (let round = 0; round < 20; round += 1)
    check = rc4(
      key.map((byte) => byte ^ round),
      check,
    );
  if (!check.subarray(0, 16).equals(user.subarray(0, 16))) throw new Locked('a password');
  return key;
};

/** The key of revisions 5 and 6 (algorithm 2.A). */
const keyOfTwo = (revision: number, user: Buffer, encrypted: Uint8Array): Buffer => {
  if (!hashOf(revision, user.subarray(32, 40)).equals(user.subarray(0, 32)) || encrypted.length < 32) throw new Locked('a password');
  const cipher = createDecipheriv('aes-256-cbc', hashOf(revision, user.subarray(40, 48)), Buffer.alloc(16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(encrypted.subarray(0, 32)), cipher.final()]);
};

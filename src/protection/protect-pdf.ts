/** Encrypts a PDF that the program has written, so that it opens with a password alone. */
import { deflateSync, inflateSync } from 'node:zlib';
import { fileId, isUntouched } from '../output/unchanged-pdf.ts';
import { xmpPacket } from '../pdf/metadata.ts';
import { crossReferences, type Place, readCrossReferences } from '../pdf/object-streams.ts';
import { encryptStream, newEncryption } from './encryption-dictionary.ts';

/** What the metadata of a protected copy says: some viewers that save it leave them readable. */
export interface OpenMetadata {
  /** A title that tells nothing. */
  title: string;
  language: string;
  date: Date;
}

/** The head of an object that is a stream, as it is written. */
const STREAM = /^(\d+) 0 obj\n(<<\n[^]*?\n>>)\nstream\n/;

/** A text in a dictionary; names and numbers tell nothing. */
const TEXT = /\(|(?<!<)<(?!<)/;

/** How far the head of a stream may reach. */
const LONGEST_HEAD = 20_000;

interface Stream {
  dictionary: string;
  content: Buffer;
}

/** The stream at a byte of the file. */
const streamAt = (bytes: Buffer, offset: number): Stream => {
  const head = STREAM.exec(bytes.subarray(offset, offset + LONGEST_HEAD).toString('latin1'));
  const length = /\/Length (\d+)\n/.exec(head?.[2] ?? '')?.[1];
  if (!head?.[2] || length === undefined) throw new Error(`a PDF that the program has not written, at byte ${offset}`);
  const start = offset + head[0].length;
  return { dictionary: head[2], content: bytes.subarray(start, start + Number(length)) };
};

const written = (id: number, { dictionary, content }: Stream): Buffer =>
  Buffer.concat([
    Buffer.from(`${id} 0 obj\n${dictionary.replace(/\/Length \d+\n/, `/Length ${content.length}\n`)}\nstream\n`, 'latin1'),
    content,
    Buffer.from('\nendstream\nendobj\n'),
  ]);

/**
 * The same PDF, encrypted: with all its texts, and with metadata that tell nothing. All texts stand in object streams (pdf/document.ts), which
 * are encrypted as a whole; so none is left readable, also not in the catalogue or in pages. Keys and salts are random, so that no two are alike.
 *
 * @param bytes as the program has written them
 * @param password one that `faultOfPassword` finds nothing wrong with
 * @returns a PDF whose id is a digest of it where that was so before: `isUntouched` knows it without the password
 */
export const protectPdf = (bytes: Buffer, password: string, metadata: OpenMetadata): Buffer => {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(bytes.subarray(-64).toString('latin1'))?.[1]);
  const table = streamAt(bytes, start);
  const places = readCrossReferences(inflateSync(table.content));
  const [, root, info] = /\/Root (\d+ 0 R)\n\/Info (\d+ 0 R)\n/.exec(table.dictionary) ?? [];
  if (root === undefined || info === undefined) throw new Error('a PDF without a catalogue');
  const { key, dictionary } = newEncryption(password);
  const head = bytes.subarray(0, Math.min(...places.flatMap((place) => ('offset' in place ? [place.offset] : []))));
  const parts: Uint8Array[] = [head];
  const moved: Place[] = [...places];
  let offset = head.length;
  const add = (id: number, part: Buffer): void => {
    moved[id - 1] = { offset };
    parts.push(part);
    offset += part.length;
  };
  // The table itself is the last object.
  const own = places.length - 1;
  for (const [index, place] of places.slice(0, own).entries()) {
    if (!('offset' in place)) continue;
    const stream = streamAt(bytes, place.offset);
    // It would stay readable; the program writes texts into object streams alone.
    if (TEXT.test(stream.dictionary)) throw new Error(`a text beside the stream ${index + 1}`);
    const plain = stream.dictionary.includes('/Type /Metadata\n') ? Buffer.from(xmpPacket(metadata)) : stream.content;
    add(index + 1, written(index + 1, { ...stream, content: encryptStream(key, plain) }));
  }
  add(own + 1, Buffer.from(`${own + 1} 0 obj\n${dictionary}\nendobj\n`));
  // A copy that holds answers stays one that must not be overwritten.
  const id = fileId(isUntouched(bytes) ? parts : [...parts, Buffer.from('answers')]).toString('hex');
  moved.push({ offset });
  const { content } = crossReferences(moved);
  const packed = deflateSync(content);
  const trailer = table.dictionary
    .replace(/\/Size \d+\n/, `/Size ${moved.length + 1}\n`)
    .replace(/\/Info \d+ 0 R\n/, `/Info ${info}\n/Encrypt ${own + 1} 0 R\n`)
    .replace(/\/ID \[[^\]]*\]/, `/ID [<${id}> <${id}>]`);
  parts.push(written(own + 2, { dictionary: trailer, content: packed }), Buffer.from(`startxref\n${offset}\n%%EOF\n`));
  return Buffer.concat(parts);
};

/** Loads the objects of a PDF: within limits, and decrypted. */
import { PDFHexString, type PDFContext, PDFName, PDFRawStream, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { BoundedParser, type Change, withoutObjectStreams } from './bounded-parser.ts';
import { Decryption } from './decrypt.ts';
import { Objects } from './objects.ts';
import { LIMITS, TooLarge } from './limits.ts';

/** The entry of a trailer for the encryption dictionary; trailers themselves are never encrypted (ISO 32000-1, 7.6.1). */
const ENTRY = /\/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)/;

export interface Loaded {
  context: PDFContext;
  /** Whether it was encrypted in the file. */
  decrypted: boolean;
}

/**
 * Loads a PDF.
 *
 * @param password tried where it does not open without one
 * @throws TooLarge beyond the limits
 * @throws Locked when it asks for a password, or for another one
 * @throws Error when it is damaged
 */
export const loadObjects = async (bytes: Uint8Array, password?: string): Promise<Loaded> => {
  if (bytes.length > LIMITS.bytes) throw new TooLarge(`at most ${LIMITS.bytes / 1e6} MB`, `${Math.round(bytes.length / 1e6)} MB`);
  const decrypt = ENTRY.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
    ? await decryptionOf(bytes, password)
    : undefined;
  const context = await parse(bytes, decrypt);
  // Object streams have been read: they are dropped, and so is the encryption dictionary.
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const type = object instanceof PDFRawStream ? object.dict.get(PDFName.of('Type')) : undefined;
    if (type === PDFName.of('ObjStm') || type === PDFName.of('XRef')) context.delete(ref);
  }
  if (decrypt) {
    // Hashes of the password must not go into what is written of it.
    if (context.trailerInfo.Encrypt instanceof PDFRef) context.delete(context.trailerInfo.Encrypt);
    delete context.trailerInfo.Encrypt;
  }
  return { context, decrypted: decrypt !== undefined };
};

const parse = async (bytes: Uint8Array, change?: Change): Promise<PDFContext> => {
  const parser = new BoundedParser(bytes, change);
  try {
    const context = await parser.parseDocument();
    if (parser.refused) throw parser.refused;
    return context;
  } catch (thrown) {
    throw parser.refused ?? thrown;
  }
};

/** The function that decrypts objects; nothing where the file only looks encrypted. */
const decryptionOf = async (bytes: Uint8Array, password: string | undefined): Promise<Change | undefined> => {
  const context = await parse(bytes, withoutObjectStreams);
  const objects = new Objects(context);
  const { Encrypt, ID } = context.trailerInfo;
  const dict = objects.asDict(Encrypt);
  if (!dict) return undefined;
  const [id] = objects.asList(ID) ?? [];
  const first = objects.follow(id);
  const decryption = new Decryption(objects, dict, first instanceof PDFString || first instanceof PDFHexString ? first.asBytes() : new Uint8Array(), password);
  const own = Encrypt instanceof PDFRef ? Encrypt.toString() : '';
  return (object, ref) => (ref.toString() === own ? object : decryption.object(object, ref));
};

/** Seals what is kept on disk: whole, unchanged and kept for the same purpose, or it is not taken. */
import { createHash } from 'node:crypto';

/** In bytes: SHA-256. */
const SEAL = 32;

const sealOf = (key: string, content: Uint8Array): Buffer => createHash('sha256').update(`${key.length} ${key}`).update(content).digest();

/**
 * Puts a seal before a content.
 *
 * @param key everything that the content was made from, or a digest of it
 */
export const seal = (key: string, content: Uint8Array): Buffer => Buffer.concat([sealOf(key, content), content]);

/**
 * Takes the content out of sealed bytes.
 *
 * @param key as it was sealed with
 * @returns nothing where a byte has changed, bytes are missing, or the key is another
 */
export const unseal = (key: string, sealed: Buffer): Buffer | undefined => {
  const content = sealed.subarray(SEAL);
  return sealed.length >= SEAL && sealOf(key, content).equals(sealed.subarray(0, SEAL)) ? content : undefined;
};

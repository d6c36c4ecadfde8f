/** The hash of passwords in encrypted PDFs (ISO 32000-2, 7.6.4.3.4), for those who write them and those who read them. */
import { createCipheriv, createHash } from 'node:crypto';

const HASHES = ['sha256', 'sha384', 'sha512'] as const;

/** Rounds that are always made, and how much lower than their number the last byte must be. */
const ROUNDS = 64;
const BELOW = 32;

/**
 * The hash of a password by algorithm 2.B, for revision 6; its first step is the whole hash of revision 5.
 *
 * @param password in UTF-8
 * @param salt eight bytes
 * @param user for the owner's password: the 48 bytes of the entry U
 * @returns 32 bytes
 */
export const passwordHash = (revision: number, password: Uint8Array, salt: Uint8Array, user: Uint8Array = new Uint8Array()): Buffer => {
  let key = createHash('sha256').update(password).update(salt).update(user).digest();
  if (revision < 6) return key;
  for (let round = 0, last = 0; round < ROUNDS || last > round - BELOW; round += 1) {
    const part = Buffer.concat([password, key, user]);
    const block = Buffer.concat(Array.from({ length: 64 }, () => part));
    const encrypted = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false).update(block);
    // The first 16 bytes as one number, modulo 3: 256 is 1 modulo 3.
    const rest = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % HASHES.length;
    key = createHash(HASHES[rest] as (typeof HASHES)[number])
      .update(encrypted)
      .digest();
    last = encrypted.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
};

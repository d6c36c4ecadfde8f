/** The keys of encrypted PDFs from their passwords, of users and of owners (ISO 32000-2, 7.6.4). */
import { createDecipheriv, createHash } from 'node:crypto';
import { passwordHash } from '../protection/password-hash.ts';

/** The padding of passwords shorter than 32 bytes (algorithm 2). */
const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

export const md5 = (...parts: Uint8Array[]): Buffer => {
  const made = createHash('md5');
  for (const part of parts) made.update(part);
  return made.digest();
};

/** RC4, which OpenSSL no longer offers by default. */
export const rc4 = (key: Uint8Array, bytes: Uint8Array): Buffer => {
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

/** What a file says of its keys. */
export interface KeyEntries {
  /** From 2 to 6. */
  revision: number;
  /** The length of the key in bytes. */
  length: number;
  id: Uint8Array;
  user: Buffer;
  userKey: Uint8Array;
  owner: Buffer;
  ownerKey: Uint8Array;
  permissions: number;
  /** Whether the metadata are encrypted. */
  metadata: boolean;
}

/**
 * The key of a file.
 *
 * @param password of a user or of the owner; empty for a file that opens without one
 * @returns nothing where it does not open the file
 */
export const keyFrom = (entries: KeyEntries, password: string): Buffer | undefined => {
  const forms = [...new Set([password.normalize('NFC'), password])];
  // Later revisions have UTF-8, earlier ones a single byte a letter; some programs write UTF-8 there too.
  const bytes = forms.flatMap((form) => (entries.revision >= 5 ? [Buffer.from(form)] : [Buffer.from(form, 'latin1'), Buffer.from(form)]));
  for (const secret of bytes) {
    const key = entries.revision >= 5 ? keyOfLater(entries, secret.subarray(0, 127)) : keyOfEarlier(entries, secret);
    if (key) return key;
  }
  return undefined;
};

/** The key of revisions 2 to 4. */
const keyOfEarlier = (entries: KeyEntries, secret: Uint8Array): Buffer | undefined => keyOfUser(entries, secret) ?? keyOfUser(entries, userOf(entries, secret));

const padded = (secret: Uint8Array): Buffer => Buffer.concat([secret, PAD]).subarray(0, PAD.length);

/** A key that is changed from round to round. */
const turned = (key: Uint8Array, round: number): Uint8Array => key.map((byte) => byte ^ round);

/** The user’s password from the owner’s (algorithm 7). */
const userOf = ({ revision, length, owner }: KeyEntries, secret: Uint8Array): Uint8Array => {
  let key = md5(padded(secret));
  if (revision >= 3) for (let round = 0; round < 50; round += 1) key = md5(key);
  key = key.subarray(0, length);
  let found: Buffer = owner.subarray(0, 32);
  if (revision < 3) return rc4(key, found);
  for (let round = 19; round >= 0; round -= 1) found = rc4(turned(key, round), found);
  return found;
};

/** The key by the user’s password (algorithms 2, 4 and 5). */
const keyOfUser = ({ revision, length, id, user, owner, permissions, metadata }: KeyEntries, secret: Uint8Array): Buffer | undefined => {
  const flags = Buffer.alloc(4);
  flags.writeInt32LE(permissions | 0);
  const unsealed = revision >= 4 && !metadata ? Buffer.alloc(4, 0xff) : Buffer.alloc(0);
  let key = md5(padded(secret), owner.subarray(0, 32), flags, id, unsealed).subarray(0, length);
  if (revision < 3) return rc4(key, PAD).equals(user.subarray(0, 32)) ? key : undefined;
  for (let round = 0; round < 50; round += 1) key = md5(key).subarray(0, length);
  let check = md5(PAD, id);
  for (let round = 0; round < 20; round += 1) check = rc4(turned(key, round), check);
  return check.subarray(0, 16).equals(user.subarray(0, 16)) ? key : undefined;
};

/** The key of revisions 5 and 6 (algorithm 2.A). */
const keyOfLater = ({ revision, user, userKey, owner, ownerKey }: KeyEntries, secret: Uint8Array): Buffer | undefined => {
  const whole = user.subarray(0, 48);
  const ways = [
    { check: owner, under: ownerKey, of: whole },
    { check: user, under: userKey, of: new Uint8Array() },
  ];
  for (const { check, under, of } of ways) {
    if (under.length < 32 || !passwordHash(revision, secret, check.subarray(32, 40), of).equals(check.subarray(0, 32))) continue;
    const cipher = createDecipheriv('aes-256-cbc', passwordHash(revision, secret, check.subarray(40, 48), of), Buffer.alloc(16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(under.subarray(0, 32)), cipher.final()]);
  }
  return undefined;
};

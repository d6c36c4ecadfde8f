/** The encryption dictionary of protected copies: AES with a key of 256 bits, revision 6 (ISO 32000-2, 7.6). */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { composed } from './password.ts';
import { passwordHash } from './password-hash.ts';

const REVISION = 6;

/** All that a reader may do, and reading aloud with it: the two lowest bits are never set. */
const ALL_PERMISSIONS = -4;

/** Bytes of salts, hashes and keys. */
const SALT = 8;
const KEY = 32;
const BLOCK = 16;

const withKey = (key: Uint8Array, bytes: Uint8Array): Buffer => createCipheriv('aes-256-cbc', key, Buffer.alloc(BLOCK)).setAutoPadding(false).update(bytes);

/** A hash with its salts, and the key of the file under it (algorithms 8 and 9). */
const entries = (password: Uint8Array, key: Uint8Array, user?: Uint8Array): { hash: Buffer; key: Buffer } => {
  const [check, under] = [randomBytes(SALT), randomBytes(SALT)];
  return {
    hash: Buffer.concat([passwordHash(REVISION, password, check, user), check, under]),
    key: withKey(passwordHash(REVISION, password, under, user), key),
  };
};

/** The permissions, so that nobody changes them (algorithm 10). */
const sealedPermissions = (key: Uint8Array): Buffer => {
  const plain = Buffer.concat([Buffer.alloc(8, 0xff), Buffer.from('Tadb'), randomBytes(4)]);
  plain.writeInt32LE(ALL_PERMISSIONS, 0);
  return createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(plain);
};

const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`;

/**
 * A new key, and the dictionary that gives it to who knows the password.
 *
 * There is no second password for an owner: what opens the file gives every right, and nobody else has one.
 */
export const newEncryption = (password: string): { key: Buffer; dictionary: string } => {
  const secret = Buffer.from(composed(password));
  const key = randomBytes(KEY);
  const user = entries(secret, key);
  const owner = entries(secret, key, user.hash);
  const dictionary = [
    '<<',
    `/Filter /Standard\n/V 5\n/R ${REVISION}\n/Length ${KEY * 8}\n/P ${ALL_PERMISSIONS}\n/EncryptMetadata true`,
    `/U ${hex(user.hash)}\n/UE ${hex(user.key)}\n/O ${hex(owner.hash)}\n/OE ${hex(owner.key)}\n/Perms ${hex(sealedPermissions(key))}`,
    `/CF << /StdCF << /Type /CryptFilter /CFM /AESV3 /AuthEvent /DocOpen /Length ${KEY} >> >>\n/StmF /StdCF\n/StrF /StdCF`,
    '>>',
  ].join('\n');
  return { key, dictionary };
};

/** The part of the dictionary that a password is checked by, as it is written above. */
const WRITTEN = /\/R 6\n[^>]*?\/U <([0-9a-f]{96})>\n\/UE <([0-9a-f]{64})>\n/;

/**
 * The key of a file that the program has encrypted.
 *
 * @param text the file, one byte a character
 * @returns nothing where the password does not open it, or another program has written it
 */
export const keyOfWritten = (text: string, password: string): Buffer | undefined => {
  const [, user, under] = WRITTEN.exec(text) ?? [];
  if (user === undefined || under === undefined) return undefined;
  const secret = Buffer.from(composed(password));
  const check = Buffer.from(user, 'hex');
  const salt = (index: number): Buffer => check.subarray(KEY + index * SALT, KEY + (index + 1) * SALT);
  if (!passwordHash(REVISION, secret, salt(0)).equals(check.subarray(0, KEY))) return undefined;
  return createDecipheriv('aes-256-cbc', passwordHash(REVISION, secret, salt(1)), Buffer.alloc(BLOCK))
    .setAutoPadding(false)
    .update(Buffer.from(under, 'hex'));
};

/** Encrypts what a stream holds. */
export const encryptStream = (key: Uint8Array, bytes: Uint8Array): Buffer => {
  const start = randomBytes(BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, start);
  return Buffer.concat([start, cipher.update(bytes), cipher.final()]);
};

/** What a stream holds that was encrypted so; @throws Error for another key */
export const decryptStream = (key: Uint8Array, bytes: Uint8Array): Buffer => {
  const cipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, BLOCK));
  return Buffer.concat([cipher.update(bytes.subarray(BLOCK)), cipher.final()]);
};

/** Keeps files between two runs of the program in a private folder of the person. Whatever goes wrong there, the program works without them. */
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { seal, unseal } from './sealed.ts';
import { readPackaged } from './packaged.ts';

/** All files together, in bytes: those used longest ago are removed beyond that. */
const MOST_BYTES = 48 * 1024 * 1024;
/** In milliseconds: a file that was not used for so long is removed. */
const LONGEST_UNUSED = 30 * 24 * 60 * 60 * 1000;
/** In milliseconds: how exactly the last use of a file is noted. */
const USE_NOTED_WITHIN = 24 * 60 * 60 * 1000;

const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;
/** The bits of a mode that let others write. */
const OTHERS_WRITE = 0o022;

/** The name of a temporary file: it is removed with the files that were not used for long. */
const TEMPORARY = '.tmp';

/** Whether an entry belongs to whoever runs this program, and nobody else may write it. Windows keeps a person's folders to that person. */
const isPrivate = ({ uid, mode }: { uid: number; mode: number }): boolean =>
  process.getuid === undefined || (uid === process.getuid() && (mode & OTHERS_WRITE) === 0);

const isOwnFolder = (folder: string): boolean => {
  const entry = lstatSync(folder);
  return entry.isDirectory() && isPrivate(entry);
};

/** The file of a key. Its name tells nothing but the kind. */
const nameOf = (kind: string, key: string): string => `${kind}-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
const fileOf = (folder: string, kind: string, key: string): string => join(folder, nameOf(kind, key));

/**
 * Reads what was kept, or came with the program.
 *
 * @param kind a word for what is kept, part of the file's name
 * @param key everything that it was made from, the version of the program included
 * @param folder absolute path of the cache; left out, that of the person, if there is to be one
 * @returns nothing where it was not kept, is damaged, or may have been written by somebody else
 */
export const recall = (kind: string, key: string, folder = cacheFolder()): Buffer | undefined =>
  folder === undefined ? undefined : (readPrivate(kind, key, folder) ?? unsealed(key, readPackaged(nameOf(kind, key))));

const unsealed = (key: string, content: Buffer | undefined): Buffer | undefined => content && unseal(key, content);

const readPrivate = (kind: string, key: string, folder: string): Buffer | undefined => {
  try {
    if (!isOwnFolder(folder)) return undefined;
    const file = fileOf(folder, kind, key);
    const handle = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const entry = fstatSync(handle);
      if (!entry.isFile() || !isPrivate(entry) || entry.size > MOST_BYTES) return undefined;
      const content = unseal(key, readFileSync(handle));
      if (content && Date.now() - entry.mtimeMs > USE_NOTED_WITHIN) utimesSync(file, new Date(), new Date());
      return content;
    } finally {
      closeSync(handle);
    }
  } catch {
    // There is none, or it cannot be read: it is made again.
    return undefined;
  }
};

/**
 * Keeps a content for later runs, and removes what has not been used for long. Another run may read or write the same file meanwhile: it is
 * renamed into its place.
 *
 * @returns whether it was kept
 */
export const keep = (kind: string, key: string, content: Uint8Array, folder = cacheFolder()): boolean => {
  if (folder === undefined) return false;
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: PRIVATE_FOLDER });
    try {
      mkdirSync(folder, { mode: PRIVATE_FOLDER });
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
    }
    if (!isOwnFolder(folder)) return false;
    // Only the person may know what was built here, and when.
    chmodSync(folder, PRIVATE_FOLDER);
    const file = fileOf(folder, kind, key);
    const temporary = `${file}.${randomBytes(6).toString('hex')}${TEMPORARY}`;
    try {
      writeFileSync(temporary, seal(key, content), { flag: 'wx', mode: PRIVATE_FILE });
      renameSync(temporary, file);
    } catch (thrown) {
      rmSync(temporary, { force: true });
      throw thrown;
    }
    removeUnused(folder);
    return true;
  } catch {
    // A full or read-only disk, or a folder of somebody else: the program works without.
    return false;
  }
};

/** Removes files that were not used for long, and then those used longest ago until the rest is small enough. */
const removeUnused = (folder: string): void => {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ file: join(folder, name), name, ...sizeAndUse(join(folder, name)) }))
    .toSorted((one, other) => other.used - one.used);
  let bytes = 0;
  for (const { file, name, size, used } of files) {
    bytes += size;
    const longest = name.endsWith(TEMPORARY) ? USE_NOTED_WITHIN : LONGEST_UNUSED;
    if (bytes > MOST_BYTES || Date.now() - used > longest) rmSync(file, { force: true });
  }
};

const sizeAndUse = (file: string): { size: number; used: number } => {
  const { size = 0, mtimeMs = 0 } = lstatSync(file, { throwIfNoEntry: false }) ?? {};
  return { size, used: mtimeMs };
};

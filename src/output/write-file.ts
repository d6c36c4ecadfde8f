/** Writing a file whole or not at all. */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, fsyncSync, openSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { followed } from './symbolic-links.ts';
import { uninterrupted } from '../system/uninterrupted.ts';

/**
 * Makes a folder and those above it that are missing, one at a time: Node's own recursive mkdir runs for ever where a file system
 * refuses new folders as not found (`/proc`).
 *
 * @param made takes those that were made, the topmost first
 */
const makeFolders = async (folder: string, made: string[]): Promise<void> => {
  if (
    await stat(folder).then(
      (entry) => entry.isDirectory(),
      () => false,
    )
  )
    return;
  if (dirname(folder) !== folder) await makeFolders(dirname(folder), made);
  await mkdir(folder).then(
    () => made.push(folder),
    (error: NodeJS.ErrnoException) => {
      // Somebody else may have made it meanwhile.
      if (error.code !== 'EEXIST') throw error;
    },
  );
};

/** Makes sure that a power cut does not undo what was done in a folder, where the system can (Windows cannot, nor can some network disks). */
export const syncFolder = (folder: string): void => {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The file itself is safe: it was synced before it got its name.
  }
};

/** Removes folders that were made for nothing, but none in which somebody has put something since. */
const removeEmpty = (folders: readonly string[]): void => {
  try {
    for (const folder of folders.toReversed()) rmdirSync(folder);
  } catch {
    // What is in the way is not ours.
  }
};

/** A program that was killed leaves its temporary file behind; one as old as this (milliseconds) belongs to no program that still writes. */
const ABANDONED = 10 * 60 * 1000;

/** The bits of a mode that say who may read, write and run. */
const PERMISSIONS = 0o777;

/** How the names of a target's temporary files begin: short, for the target's own name may be as long as names can be. */
const prefixOf = (path: string): string => `.mendbook.${createHash('sha256').update(basename(path)).digest('hex').slice(0, 8)}.`;

/** Removes what earlier programs left behind when they were killed: it may hold somebody's answers. */
const removeAbandoned = (path: string): void => {
  const folder = dirname(path);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefixOf(path)) || !name.endsWith('.tmp')) continue;
    const file = join(folder, name);
    const { mtimeMs = Date.now() } = statSync(file, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > ABANDONED) rmSync(file, { force: true });
  }
};

/**
 * Writes bytes to a temporary file beside the target, then renames it: the target is the old file or the new one, never
 * a part of either, also when the program is killed or the disk is full. Missing folders are made; a link is followed.
 * @param path Absolute path
 * @param like Who may read it (permission bits) where there is no file yet; a file that is replaced hands on its own
 * @throws NodeJS.ErrnoException when it cannot be written; nothing is left behind then
 */
export const writeWhole = async (path: string, bytes: Uint8Array, like?: number): Promise<void> => {
  const made: string[] = [];
  try {
    await makeFolders(dirname(path), made);
    await replace(path, bytes, like);
    for (const folder of made) syncFolder(dirname(folder));
  } catch (error) {
    removeEmpty(made);
    throw error;
  }
};

const replace = async (path: string, bytes: Uint8Array, like?: number): Promise<void> => {
  const target = await followed(path);
  const temporary = join(dirname(target), `${prefixOf(target)}${randomBytes(6).toString('hex')}.tmp`);
  const mode = (await stat(target).catch(() => undefined))?.mode ?? like;
  // In one go: a signal is heard before or after it. Work handed to other threads would go on while the process ends, and leave its file.
  await uninterrupted(() => {
    try {
      const file = openSync(temporary, 'wx');
      try {
        if (mode !== undefined) fchmodSync(file, mode & PERMISSIONS);
        writeFileSync(file, bytes);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, target);
      syncFolder(dirname(target));
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  });
  try {
    removeAbandoned(target);
  } catch {
    // The PDF is written; a folder that cannot be listed is no reason to say otherwise.
  }
};

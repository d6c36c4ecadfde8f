/** Writes a file atomically: completely, or not at all. */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, fsyncSync, openSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { resolveLinks } from './symbolic-links.ts';
import { uninterrupted } from '../system/uninterrupted.ts';

/**
 * Makes a folder and the missing folders above it, one at a time: Node's recursive mkdir never returns on file systems that refuse new
 * folders with ENOENT (`/proc`).
 *
 * @param made the folders that were made are added here, the topmost first
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
      // Another program may have made it in the meantime.
      if (error.code !== 'EEXIST') throw error;
    },
  );
};

/** Flushes a folder to disk, so that a power cut does not undo a rename in it. Windows and some network disks cannot do that. */
export const syncFolder = (folder: string): void => {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The contents of the file are safe: they were synced before it was renamed.
  }
};

/** Removes folders that were made for a file that could not be written, unless they hold something by now. */
const removeEmpty = (folders: readonly string[]): void => {
  try {
    for (const folder of folders.toReversed()) rmdirSync(folder);
  } catch {
    // A folder that is not empty holds files of somebody else.
  }
};

/** In milliseconds: a temporary file of this age was left behind by a program that was killed. */
const ABANDONED = 10 * 60 * 1000;

/** The permission bits of a file's mode. */
const PERMISSIONS = 0o777;

/** The prefix of the temporary files of a target. It is short, since the target's own name may have the greatest possible length. */
const prefixOf = (path: string): string => `.mendbook.${createHash('sha256').update(basename(path)).digest('hex').slice(0, 8)}.`;

/** Removes the temporary files of programs that were killed: they may hold somebody's answers. */
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
 * a part of either, also when the program is killed or the disk is full. Missing folders are made; symbolic links are resolveLinks.
 * @param path absolute path
 * @param mode permission bits for a new file; a file that is replaced keeps those of its own that are among them, and without a mode all
 * @throws NodeJS.ErrnoException when it cannot be written; nothing is left behind then
 */
export const writeWhole = async (path: string, bytes: Uint8Array, mode?: number): Promise<void> => {
  const made: string[] = [];
  try {
    await makeFolders(dirname(path), made);
    await replace(path, bytes, mode);
    for (const folder of made) syncFolder(dirname(folder));
  } catch (error) {
    removeEmpty(made);
    throw error;
  }
};

const replace = async (path: string, bytes: Uint8Array, mode?: number): Promise<void> => {
  const target = await resolveLinks(path);
  const temporary = join(dirname(target), `${prefixOf(target)}${randomBytes(6).toString('hex')}.tmp`);
  const before = (await stat(target).catch(() => undefined))?.mode;
  const permissions = before !== undefined && mode !== undefined ? before & mode : (before ?? mode);
  // Synchronous and without interruption: asynchronous writes would go on while a signal ends the process, and leave the temporary file behind.
  await uninterrupted(() => {
    try {
      const file = openSync(temporary, 'wx');
      try {
        if (permissions !== undefined) fchmodSync(file, permissions & PERMISSIONS);
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
    // The file is written: a folder that cannot be listed does not change that.
  }
};

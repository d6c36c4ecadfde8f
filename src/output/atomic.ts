/** Writing a file whole or not at all. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder and those above it that are missing, one at a time: Node's own recursive mkdir runs for ever where a file system
 * refuses new folders as not found (`/proc`).
 */
const makeFolders = async (folder: string): Promise<void> => {
  if (await stat(folder).then((entry) => entry.isDirectory(), () => false)) return;
  if (dirname(folder) !== folder) await makeFolders(dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Somebody else may have made it meanwhile.
    if (error.code !== 'EEXIST') throw error;
  });
};

/**
 * Writes bytes to a temporary file beside the target, then renames it: the target is the old file or the new one, never
 * a part of either, also when the program is interrupted or the disk is full. Missing folders are made.
 * @param path Absolute path
 * @throws NodeJS.ErrnoException when it cannot be written; nothing is left behind then
 */
export const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  await makeFolders(dirname(path));
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  // In one go: a signal is heard before or after it. Work handed to other threads would go on while the process ends, and leave its file.
  try {
    const file = openSync(temporary, 'wx');
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
};

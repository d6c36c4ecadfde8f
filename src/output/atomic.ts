/** Writing a file whole or not at all. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { rmSync } from 'node:fs';
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
  const clean = () => rmSync(temporary, { force: true });
  process.once('exit', clean);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
    process.off('exit', clean);
  }
};

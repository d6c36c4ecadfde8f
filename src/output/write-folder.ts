/** Writes a folder with all its files, or nothing. */
import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { uninterrupted } from '../system/uninterrupted.ts';
import { syncFolder } from './write-file.ts';

/** The contents of a folder: the contents of each file by its relative path, with forward slashes. */
export type FolderFiles = ReadonlyMap<string, string | Uint8Array>;

/** The missing folders above a path, the topmost first. */
const missingAbove = (path: string): string[] => {
  const above = dirname(path);
  if (above === path || lstatSync(above, { throwIfNoEntry: false })) return [];
  return [...missingAbove(above), above];
};

/** Writes the files. Folders are made one at a time: Node's recursive mkdir never returns on file systems that refuse new folders with ENOENT (`/proc`). */
const fill = (folder: string, files: FolderFiles): void => {
  const made = new Set([folder]);
  for (const [name, contents] of files) {
    const parts = name.split('/');
    for (const [index] of parts.slice(1).entries()) {
      const inner = join(folder, ...parts.slice(0, index + 1));
      if (!made.has(inner)) mkdirSync(inner);
      made.add(inner);
    }
    writeFileSync(join(folder, ...parts), contents, { flag: 'wx' });
  }
};

const notEmpty = (folder: string): NodeJS.ErrnoException => Object.assign(new Error(`there is something in ${folder}`), { code: 'ENOTEMPTY' });

/** Moves the files into an existing folder one by one. The folder itself is not replaced: it may be the working folder of a shell. */
const moveInto = (folder: string, temporary: string): void => {
  if (readdirSync(folder).some((name) => name !== basename(temporary))) throw notEmpty(folder);
  const moved: string[] = [];
  try {
    for (const name of readdirSync(temporary)) {
      renameSync(join(temporary, name), join(folder, name));
      moved.push(name);
    }
    rmdirSync(temporary);
  } catch (error) {
    for (const name of moved) rmSync(join(folder, name), { recursive: true, force: true });
    throw error;
  }
};

/**
 * Writes a folder with all its files, or nothing when a file cannot be written. Missing folders above it are made.
 *
 * @param folder absolute path; it must not exist, or be empty
 * @throws NodeJS.ErrnoException when it cannot be written, ENOTEMPTY when it is not empty; nothing is left behind then
 */
export const writeFolder = async (folder: string, files: FolderFiles): Promise<void> =>
  uninterrupted(() => {
    const made: string[] = [];
    const exists = lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
    let temporary: string | undefined;
    try {
      for (const above of missingAbove(folder)) {
        mkdirSync(above);
        made.push(above);
      }
      // The files are first written to a temporary folder on the same disk, which can then be renamed.
      temporary = join(exists ? folder : dirname(folder), `.mendbook-${randomBytes(6).toString('hex')}`);
      mkdirSync(temporary);
      fill(temporary, files);
      if (exists) moveInto(folder, temporary);
      else renameSync(temporary, folder);
      for (const parent of [folder, dirname(folder), ...made.map((above) => dirname(above))]) syncFolder(parent);
    } catch (error) {
      if (temporary) rmSync(temporary, { recursive: true, force: true });
      for (const above of made.toReversed()) rmdirSync(above);
      throw error;
    }
  });

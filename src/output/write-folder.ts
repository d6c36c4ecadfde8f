/** Writing a folder whole or not at all. */
import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { uninterrupted } from '../system/uninterrupted.ts';
import { syncFolder } from './write-file.ts';

/** The contents of a folder: paths from it with `/` between, and what stands in each file. */
export type FolderFiles = ReadonlyMap<string, string | Uint8Array>;

/** The folders above a path that are missing, the topmost first. */
const missingAbove = (path: string): string[] => {
  const above = dirname(path);
  if (above === path || lstatSync(above, { throwIfNoEntry: false })) return [];
  return [...missingAbove(above), above];
};

/** One level at a time: Node's own recursive mkdir runs for ever where a file system refuses new folders as not found (`/proc`). */
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

const taken = (folder: string): NodeJS.ErrnoException => Object.assign(new Error(`there is something in ${folder}`), { code: 'ENOTEMPTY' });

/** Files go into a folder that is there one by one, since the folder itself may be the one that somebody works in. */
const moveInto = (folder: string, stage: string): void => {
  if (readdirSync(folder).some((name) => name !== basename(stage))) throw taken(folder);
  const moved: string[] = [];
  try {
    for (const name of readdirSync(stage)) {
      renameSync(join(stage, name), join(folder, name));
      moved.push(name);
    }
    rmdirSync(stage);
  } catch (error) {
    for (const name of moved) rmSync(join(folder, name), { recursive: true, force: true });
    throw error;
  }
};

/**
 * Writes a folder: all of its files, or none when one cannot be written or a signal comes meanwhile. Missing folders above it are made.
 *
 * @param folder absolute path; nothing is there yet, or an empty folder
 * @throws NodeJS.ErrnoException when it cannot be written, or (ENOTEMPTY) when there is something in it; nothing is left behind then
 */
export const writeFolder = async (folder: string, files: FolderFiles): Promise<void> =>
  uninterrupted(() => {
    const made: string[] = [];
    const there = lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
    let stage: string | undefined;
    try {
      for (const above of missingAbove(folder)) {
        mkdirSync(above);
        made.push(above);
      }
      // On the same disk as its place, so that it gets there in one move.
      stage = join(there ? folder : dirname(folder), `.mendbook-${randomBytes(6).toString('hex')}`);
      mkdirSync(stage);
      fill(stage, files);
      if (there) moveInto(folder, stage);
      else renameSync(stage, folder);
      for (const parent of [folder, dirname(folder), ...made.map((above) => dirname(above))]) syncFolder(parent);
    } catch (error) {
      if (stage) rmSync(stage, { recursive: true, force: true });
      for (const above of made.toReversed()) rmdirSync(above);
      throw error;
    }
  });

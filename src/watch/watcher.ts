/** One set of eyes on the disk: chokidar on the folders above what is followed. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { FSWatcher } from 'chokidar';
import { isRelevant, leadsTo } from './relevant-paths.ts';

export interface LookoutOptions {
  /** Absolute paths, there or not; of a folder, all that is in it. */
  followed: readonly string[];
  /** Never looked at. */
  except: readonly string[];
  /** Told of each path that something has happened to, often several times. */
  seen: (file: string) => void;
}

export interface Lookout {
  /** Whether it still sees everything: chokidar goes on to look at a folder that was exchanged for another of the same name. */
  isWhole(): Promise<boolean>;
  close(): Promise<void>;
}

const inode = async (folder: string): Promise<number | undefined> => (await stat(folder).catch(() => undefined))?.ino;

/** The nearest folder above a path that is there. */
const folderAbove = async (file: string): Promise<string> => {
  let folder = path.dirname(file);
  while (path.dirname(folder) !== folder && !(await stat(folder).catch(() => undefined))?.isDirectory()) folder = path.dirname(folder);
  return folder;
};

const foldersAbove = async (files: readonly string[]): Promise<string[]> => [...new Set(await Promise.all(files.map(folderAbove)))];

/**
 * Begins to look; what is followed may come and go, for the folders above it are looked at as well.
 * What cannot be looked at (a folder that may not be read, say) is passed over: a build says what is wrong with it.
 *
 * @returns once every change from now on is seen
 */
export const lookOut = async ({ followed, except, seen }: LookoutOptions): Promise<Lookout> => {
  const concerns = (file: string): boolean => leadsTo(file, followed) || isRelevant(file, followed, except);
  /** Every folder that is looked at, as it was when that began. */
  const folders = new Map<string, number>();
  const above = await foldersAbove(followed);
  const watcher = new FSWatcher({ ignorePermissionErrors: true, ignored: (file: string) => !concerns(file) });
  let began = false;
  /** Folders have come or gone. */
  let moved = false;
  watcher.on('error', () => undefined);
  watcher.on('addDir', (folder, status) => {
    if (status) folders.set(folder, status.ino);
    moved ||= began;
  });
  watcher.on('unlinkDir', () => {
    moved = true;
  });
  watcher.on('all', (_, file) => began && concerns(file) && seen(file));
  // What the system tells, before chokidar makes sense of it: it passes over a folder that was exchanged, and a second change within 50 ms.
  watcher.on('raw', (_, name: string | null, about) => {
    const { watchedPath: at } = about as { watchedPath: string };
    const file = folders.has(at) && name ? path.join(at, name) : at;
    if (began && concerns(file)) seen(file);
  });
  watcher.add(above);
  if (above.length > 0) await new Promise<void>((resolve) => watcher.once('ready', resolve));
  began = true;
  return {
    isWhole: async () => {
      if (moved || (await foldersAbove(followed)).toSorted().join('\n') !== above.toSorted().join('\n')) return false;
      const same = await Promise.all([...folders].map(async ([folder, number]) => number === (await inode(folder))));
      return !same.includes(false);
    },
    close: () => watcher.close(),
  };
};

/** Watches a fixed set of paths with chokidar, through the folders above them, so that paths may be missing at first. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { FSWatcher } from 'chokidar';
import { isRelevant, isAboveFollowed } from './relevant-paths.ts';

export interface WatcherOptions {
  /** Absolute paths, there or not; of a folder, all that is in it. */
  followed: readonly string[];
  /** Absolute paths that are never watched. */
  except: readonly string[];
  /** Called with each changed path, often several times for one change. */
  onEvent: (file: string) => void;
}

export interface Watcher {
  /** Whether every change is still noticed. It is not after a folder was replaced by another of the same name: chokidar keeps watching the old one. */
  isComplete(): Promise<boolean>;
  close(): Promise<void>;
}

const inode = async (folder: string): Promise<number | undefined> => (await stat(folder).catch(() => undefined))?.ino;

/** The nearest existing folder above a path. */
const folderAbove = async (file: string): Promise<string> => {
  let folder = path.dirname(file);
  while (path.dirname(folder) !== folder && !(await stat(folder).catch(() => undefined))?.isDirectory()) folder = path.dirname(folder);
  return folder;
};

const foldersAbove = async (files: readonly string[]): Promise<string[]> => [...new Set(await Promise.all(files.map(folderAbove)))];

/**
 * Starts watching. Watched paths may be created and deleted, because the folders above them are watched too.
 * Paths that cannot be watched (such as a folder without read permission) are skipped: the build reports what is wrong with them.
 *
 * @returns once every later change will be noticed
 */
export const startWatcher = async ({ followed, except, onEvent }: WatcherOptions): Promise<Watcher> => {
  const isWatched = (file: string): boolean => isAboveFollowed(file, followed) || isRelevant(file, followed, except);
  /** The watched folders, with their inode numbers when watching began. */
  const folders = new Map<string, number>();
  const above = await foldersAbove(followed);
  const watcher = new FSWatcher({ ignorePermissionErrors: true, ignored: (file: string) => !isWatched(file) });
  let began = false;
  /** Whether folders were created or deleted since then. */
  let foldersChanged = false;
  watcher.on('error', () => undefined);
  watcher.on('addDir', (folder, status) => {
    if (status) folders.set(folder, status.ino);
    foldersChanged ||= began;
  });
  watcher.on('unlinkDir', () => {
    foldersChanged = true;
  });
  watcher.on('all', (_, file) => began && isWatched(file) && onEvent(file));
  // The events of the system itself: chokidar drops those of a replaced folder, and a second change within 50 ms.
  watcher.on('raw', (_, name: string | null, about) => {
    const { watchedPath: at } = about as { watchedPath: string };
    const file = folders.has(at) && name ? path.join(at, name) : at;
    if (began && isWatched(file)) onEvent(file);
  });
  watcher.add(above);
  if (above.length > 0) await new Promise<void>((resolve) => watcher.once('ready', resolve));
  began = true;
  return {
    isComplete: async () => {
      if (foldersChanged || (await foldersAbove(followed)).toSorted().join('\n') !== above.toSorted().join('\n')) return false;
      const same = await Promise.all([...folders].map(async ([folder, number]) => number === (await inode(folder))));
      return !same.includes(false);
    },
    close: () => watcher.close(),
  };
};

/** Whether files were changed since a given time: finds changes from before the watcher was ready. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** The coarsest resolution of file times, in milliseconds: FAT stores them in steps of two seconds. */
const TIME_RESOLUTION = 2000;

const isIgnored = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

/**
 * Whether any of some files and folders, or anything inside the folders, may have changed since a time. A missing path counts as changed.
 *
 * @param paths absolute paths
 * @param since in milliseconds, as `Date.now()` gives it
 */
export const changedSince = async (paths: readonly string[], since: number): Promise<boolean> => {
  const changed = await Promise.all(
    paths.map(async (one) => {
      const status = await stat(one).catch(() => undefined);
      if (!status || Math.max(status.mtimeMs, status.ctimeMs) >= since - TIME_RESOLUTION) return true;
      if (!status.isDirectory()) return false;
      const names = await readdir(one).catch(() => []);
      return changedSince(
        names.filter((name) => !isIgnored(name)).map((name) => path.join(one, name)),
        since,
      );
    }),
  );
  return changed.includes(true);
};

/** Whether something was saved lately: for the time before it was watched. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Times of files may be as coarse as two seconds (FAT). */
const COARSE = 2000;

const isAside = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

/**
 * Whether files and folders, or anything in them, may have changed since a time; one that is not there may have.
 *
 * @param paths absolute
 * @param since as of Date.now(), in milliseconds
 */
export const changedSince = async (paths: readonly string[], since: number): Promise<boolean> => {
  const changed = await Promise.all(
    paths.map(async (one) => {
      const status = await stat(one).catch(() => undefined);
      if (!status || Math.max(status.mtimeMs, status.ctimeMs) >= since - COARSE) return true;
      if (!status.isDirectory()) return false;
      const names = await readdir(one).catch(() => []);
      return changedSince(
        names.filter((name) => !isAside(name)).map((name) => path.join(one, name)),
        since,
      );
    }),
  );
  return changed.includes(true);
};

/** Says whether the bundles in .build/ are newer than their sources. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What bundles are made of: folders or files of the repository. */
const MADE_OF = ['src', 'templates', 'package-lock.json'];

/** Whether something below a path was changed after a time, in milliseconds; folders count too, since files may be gone from them. */
const changedSince = (path, time) => {
  const entry = statSync(path);
  return entry.mtimeMs > time || (entry.isDirectory() && readdirSync(path).some((name) => changedSince(join(path, name), time)));
};

/**
 * Looks whether nothing was changed since the bundles were made. It runs before each start: in one go is quickest.
 *
 * @param root absolute path of the repository
 * @returns false too when there are no bundles, or when something cannot be looked at
 */
export const isFresh = (root) => {
  try {
    const { mtimeMs } = statSync(join(root, '.build/cli.js'));
    return !MADE_OF.some((name) => changedSince(join(root, name), mtimeMs));
  } catch {
    return false;
  }
};

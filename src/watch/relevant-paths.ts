/** Which paths are worth a look when something changes. */
import path from 'node:path';
import { isWithin } from '../system/paths.ts';

/** What no build reads: libraries, hidden files (.git, locks, our own temporary files), and the copies that editors keep. */
const isAside = (name: string): boolean =>
  name === 'node_modules' || name.startsWith('.') || name.endsWith('~') || /^#.*#$/.test(name) || name === '4913' || /\.(?:swp|swx|swo|tmp|part)$/i.test(name);

/**
 * Whether a change of a path can matter to a build.
 *
 * @param file absolute path
 * @param followed the files and folders that the build depends on
 * @param except files and folders that it does not depend on, wherever they lie: what it writes
 */
export const isRelevant = (file: string, followed: readonly string[], except: readonly string[]): boolean => {
  if (except.some((folder) => isWithin(folder, file))) return false;
  return followed.some((one) => isWithin(one, file) && !path.relative(one, file).split(path.sep).some(isAside));
};

/** Whether a path leads to something that is followed: where it may appear. */
export const leadsTo = (folder: string, followed: readonly string[]): boolean => followed.some((one) => isWithin(folder, one));

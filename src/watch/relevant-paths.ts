/** Which changed paths can matter to a build, and which are ignored. */
import path from 'node:path';
import { isWithin } from '../system/paths.ts';

/** Files that no build reads: libraries, hidden files (.git, lock files, our own temporary files) and backup copies of editors. */
const isIgnored = (name: string): boolean =>
  name === 'node_modules' || name.startsWith('.') || name.endsWith('~') || /^#.*#$/.test(name) || name === '4913' || /\.(?:swp|swx|swo|tmp|part)$/i.test(name);

/**
 * Whether a change of a path can matter to a build.
 *
 * @param file absolute path
 * @param followed the files and folders that the build depends on
 * @param except files and folders that the build writes: never relevant, wherever they lie
 */
export const isRelevant = (file: string, followed: readonly string[], except: readonly string[]): boolean => {
  if (except.some((folder) => isWithin(folder, file))) return false;
  return followed.some((one) => isWithin(one, file) && !path.relative(one, file).split(path.sep).some(isIgnored));
};

/** Whether a folder lies above a followed path, which may be missing now and appear there later. */
export const isAboveFollowed = (folder: string, followed: readonly string[]): boolean => followed.some((one) => isWithin(folder, one));

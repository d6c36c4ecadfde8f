/** Paths as people are shown them. */
import system from 'node:path';

/**
 * A path as it is shown to somebody who stands in a folder: from there when it leads below, else as it is.
 *
 * @param file absolute path; the folder itself is shown as it is, and so is what is no path, such as `-`
 * @param cwd absolute path of the folder
 * @param path the rules for paths: those of the system, unless a test asks for others
 */
export const shownPath = (file: string, cwd: string, path: Pick<typeof system, 'relative' | 'isAbsolute' | 'sep'> = system): string => {
  if (!path.isAbsolute(file)) return file;
  const relative = path.relative(cwd, file);
  return relative === '' || relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative) ? file : relative;
};

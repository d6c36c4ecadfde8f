/** How paths are shown in messages. */
import system from 'node:path';

/**
 * A path as it is shown in messages: relative when it lies in the working folder, otherwise absolute.
 *
 * @param file absolute path; other text, such as `-`, and the working folder itself are returned unchanged
 * @param cwd absolute path of the working folder
 * @param path the rules for paths: those of the system, unless a test asks for others
 */
export const shownPath = (file: string, cwd: string, path: Pick<typeof system, 'relative' | 'isAbsolute' | 'sep'> = system): string => {
  if (!path.isAbsolute(file)) return file;
  const relative = path.relative(cwd, file);
  return relative === '' || relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative) ? file : relative;
};

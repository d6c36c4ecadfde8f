/** Compares paths by the rules of the operating system. */
import system from 'node:path';

/** The rules for paths: those of the system, or those that a test asks for (`path.win32`, `path.posix`). */
type PathRules = Pick<typeof system, 'relative' | 'isAbsolute' | 'sep'>;

/** Whether a path is a folder, or something in it; both are absolute. */
export const isWithin = (folder: string, inner: string, path: PathRules = system): boolean => {
  const relative = path.relative(folder, inner);
  return relative === '' || (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative));
};

/**
 * The path of a file from a folder with forward slashes, as imports and YAML write it on every system.
 *
 * @param folder absolute path
 * @param file absolute path; one on another drive stays absolute
 */
export const pathFrom = (folder: string, file: string, path: PathRules = system): string => path.relative(folder, file).replaceAll(path.sep, '/');

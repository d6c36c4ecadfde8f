/** Paths held against each other, on the system that the program runs on. */
import path from 'node:path';

/** Whether a path is a folder, or something in it. */
export const isWithin = (folder: string, inner: string): boolean => {
  const relative = path.relative(folder, inner);
  return relative === '' || (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative));
};

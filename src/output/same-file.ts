/** Tells whether two paths lead to one file, also through symbolic links. */
import { realpath } from 'node:fs/promises';

/** Whether two absolute paths lead to the same place; a path to nothing is compared as it is written. */
export const sameFile = async (one: string, other: string): Promise<boolean> => {
  const real = (file: string): Promise<string> => realpath(file).catch(() => file);
  return (await real(one)) === (await real(other));
};

/** Resolves symbolic links to a file that is written: the link itself is never replaced, and its target need not exist yet. */
import { lstat, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** The longest chain of links that Linux follows. */
const MOST_LINKS = 40;

/**
 * The path that a chain of links leads to.
 *
 * @param path absolute path
 * @returns an absolute path that is not a link; neither it nor its folder need exist
 * @throws NodeJS.ErrnoException ELOOP for links that form a circle
 */
export const resolveLinks = async (path: string): Promise<string> => {
  let place = path;
  for (let links = 0; links <= MOST_LINKS; links += 1) {
    const real = await realpath(dirname(place)).catch((thrown: NodeJS.ErrnoException) => {
      if (thrown.code === 'ELOOP') throw thrown;
      return dirname(place);
    });
    place = join(real, basename(place));
    const entry = await lstat(place).catch(() => undefined);
    if (!entry?.isSymbolicLink()) return place;
    place = resolve(real, await readlink(place));
  }
  throw Object.assign(new Error(`the links at ${path} lead in a circle`), { code: 'ELOOP' });
};

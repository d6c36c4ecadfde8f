/** Links as the place to write to: they are followed, also where nothing is at their end yet, and never replaced. */
import { lstat, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** As many links in a row as Linux follows. */
const MOST_LINKS = 40;

/**
 * Where a path leads when its links are followed.
 *
 * @param path absolute
 * @returns an absolute path that is no link; there need be nothing, and not even its folder
 * @throws NodeJS.ErrnoException ELOOP where links lead in a circle
 */
export const followed = async (path: string): Promise<string> => {
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

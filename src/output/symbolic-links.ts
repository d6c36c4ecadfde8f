/** Resolves symbolic links to a file that is written: the link itself is never replaced, and its target need not exist yet. */
import { lstat, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

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

/** A link stands where a file of a folder was to be written: it would be written somewhere else. */
export class LinkInFolder extends Error {
  /** Absolute path of the link. */
  readonly link: string;

  constructor(link: string) {
    super(`${link} is a link`);
    this.link = link;
  }
}

/**
 * Makes sure that what is written into a folder stays there: somebody else may have made the folder.
 *
 * @param folder absolute path, which may be a link itself
 * @param files paths from there
 * @throws LinkInFolder
 */
export const refuseLinks = async (folder: string, files: readonly string[]): Promise<void> => {
  const places = files.flatMap((file) => {
    const parts = relative(folder, join(folder, file)).split(sep);
    return parts.map((_, index) => join(folder, ...parts.slice(0, index + 1)));
  });
  const entries = await Promise.all(places.map((place) => lstat(place).catch(() => undefined)));
  const link = places.find((_, index) => entries[index]?.isSymbolicLink());
  if (link !== undefined) throw new LinkInFolder(link);
};

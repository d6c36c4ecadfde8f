/** Reads what was made of the shipped workbook when the package was, so that a person's first build need not make it (packaging/keep-shipped.mjs). */
import { readFileSync } from 'node:fs';

/** Beside the bundles of the compiled program; there is none beside its sources. */
const FOLDER = new URL('kept/', import.meta.url);

/**
 * Reads a file that came with the program, which is trusted as the program itself is.
 *
 * @param name of the file, as in the cache of a person
 * @param folder the one that it lies in; ends in a slash
 * @returns its bytes, still sealed; nothing where there is no such file
 */
export const readPackaged = (name: string, folder = FOLDER): Buffer | undefined => {
  try {
    return readFileSync(new URL(name, folder));
  } catch {
    return undefined;
  }
};

/** Finds the folder of this package, which holds the shipped content, from the sources and from the bundled program alike. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package: the nearest one above this file whose package.json has our name. */
export function packageRoot(): string {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    if (nameIn(path.join(folder, 'package.json')) === 'mendbook') return folder;
    if (folder === path.dirname(folder)) throw new Error('the package that the program belongs to was not found above it');
  }
}

function nameIn(file: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name;
  } catch {
    // No package.json here: the search continues in the folder above.
    return undefined;
  }
}

/** The version of this program. */
export const programVersion = (): string => (JSON.parse(readFileSync(path.join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;

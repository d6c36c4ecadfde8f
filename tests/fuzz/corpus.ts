/**
 * Cases that failed once. Each is a folder of `corpus/<kind>/` with the files of the case, from the working folder, and perhaps the options
 * of the copy in `options.json`.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AskedOptions } from '../../src/options/option-values.ts';
import type { Files } from './subject.ts';

export interface KeptCase {
  /** Its folder, which says what it is. */
  name: string;
  files: Files;
  options: AskedOptions;
}

/** The file with the options of a case. */
export const OPTIONS_FILE = 'options.json';

/**
 * The cases that are kept of a kind.
 *
 * @param folder absolute path of `corpus`
 */
export const keptCases = async (folder: string, kind: string): Promise<KeptCase[]> => {
  const entries = await readdir(path.join(folder, kind), { withFileTypes: true, recursive: true }).catch(() => []);
  const cases = new Map<string, Files>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const [name = '', ...rest] = path.relative(path.join(folder, kind), file).split(path.sep);
    const files = cases.get(name) ?? new Map<string, Buffer>();
    cases.set(name, files.set(rest.join('/'), await readFile(file)));
  }
  const read = ([name, files]: [string, Files]): KeptCase => {
    const options = JSON.parse(files.get(OPTIONS_FILE)?.toString() ?? '{}') as AskedOptions;
    files.delete(OPTIONS_FILE);
    return { name, files, options };
  };
  return [...cases].map(read).toSorted((one, other) => one.name.localeCompare(other.name));
};

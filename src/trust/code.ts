/** Code that did not come with the program, as it would run: its files, and what it is known by. */
import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { pathFrom } from '../system/paths.ts';

/** The code of one template. */
export interface TemplateCode {
  /** Absolute path of the template. */
  folder: string;
  /** What would run, by the absolute paths that links lead to: the very bytes that were put together, not those that lie there later. */
  files: ReadonlyMap<string, Uint8Array>;
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The path that links lead to, in the letters that the disk has; a folder that is not there keeps its own. */
export const realFolder = (folder: string): Promise<string> => realpath(folder).catch(() => folder);

/**
 * What files of code are known by: their contents, and their names from the template's folder, wherever that lies.
 *
 * @param only absolute paths of those that count
 */
export const digestOf = async ({ folder, files }: TemplateCode, only: readonly string[] = [...files.keys()]): Promise<string> => {
  const home = await realFolder(folder);
  const named = only.map((file) => [pathFrom(home, file), sha256(files.get(file) ?? '')]);
  return sha256(JSON.stringify(named.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))));
};

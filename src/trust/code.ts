/** Computes the digest by which code that did not come with the program is known. */
import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { pathFrom } from '../system/paths.ts';

/** The code of one template. */
export interface TemplateCode {
  /** Absolute path of the template. */
  folder: string;
  /** The bytes of the code that would run, by absolute path with links resolved: those that were bundled, even if the files change later. */
  files: ReadonlyMap<string, Uint8Array>;
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The path of a folder with links resolved, in the disk's own spelling; unchanged where it does not exist. */
export const realFolder = (folder: string): Promise<string> => realpath(folder).catch(() => folder);

/**
 * The digest of code: of the files' contents, and of their paths relative to the template's folder.
 *
 * @param only absolute paths of the files to include
 */
export const digestOf = async ({ folder, files }: TemplateCode, only: readonly string[] = [...files.keys()]): Promise<string> => {
  const home = await realFolder(folder);
  const named = only.map((file) => [pathFrom(home, file), sha256(files.get(file) ?? '')]);
  return sha256(JSON.stringify(named.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))));
};

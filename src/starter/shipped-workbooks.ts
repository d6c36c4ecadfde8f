/** The shipped workbooks that a new one can be copied from. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { languagesIn } from '../content/workbook-folder.ts';
import { shippedWorkbooks } from '../content/find-workbook.ts';
import { packageRoot } from '../system/package-root.ts';

/** A workbook that can be copied. */
export interface Source {
  /** The name of its folder. */
  name: string;
  /** Absolute path. */
  folder: string;
  /** Its language folders, English first, which is the default. */
  languages: string[];
}

/** The shipped content: workbooks, help lines, the licence. */
const content = (): string => path.join(packageRoot(), 'content');

/** Every workbook that can be copied. */
export const sources = async (): Promise<Source[]> =>
  Promise.all(
    (await shippedWorkbooks(content())).map(async (name) => {
      const folder = path.join(content(), name);
      const languages = await languagesIn(folder);
      return { name, folder, languages: languages.toSorted((a, b) => Number(b === 'en') - Number(a === 'en')) };
    }),
  );

/** The licence of the shipped text, as Markdown. */
export const licenseText = (): Promise<string> => readFile(path.join(content(), 'LICENSE.md'), 'utf8');

/** The files of a language folder, by their relative paths with forward slashes. */
export const filesOf = async (folder: string): Promise<Map<string, Buffer>> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)));
  const read = names.toSorted().map(async (name) => [name.replaceAll(path.sep, '/'), await readFile(path.join(folder, name))] as const);
  return new Map(await Promise.all(read));
};

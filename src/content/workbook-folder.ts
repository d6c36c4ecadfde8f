/** Looks into the folder of a workbook: its languages, and the files of its steps and pages. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';

/** The names of the language folders: those with a `workbook.yaml`. */
export async function languagesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(entries.map(async ({ name }) => ((await exists(path.join(folder, name, 'workbook.yaml'))) ? name : undefined)));
  return found.filter((name) => name !== undefined).toSorted();
}

/**
 * The workbook that something lies in.
 *
 * @param place absolute path of a file or folder
 * @returns the nearest folder above it that holds a language; nothing where there is none
 */
export async function workbookAround(place: string): Promise<string | undefined> {
  const folder = path.dirname(place);
  if (folder === place) return undefined;
  return (await languagesIn(folder)).length > 0 ? folder : workbookAround(folder);
}

/**
 * Checks that a folder holds a workbook in a language.
 *
 * @param folder absolute path of the workbook
 * @param language the name of the language folder
 * @returns errors; empty when its `workbook.yaml` exists
 */
export async function checkFolder(folder: string, language: string): Promise<Diagnostic[]> {
  const status = await stat(folder).catch(() => undefined);
  if (!status?.isDirectory()) {
    const found = status ? 'a file' : 'none';
    return [
      error(
        'not-a-workbook',
        `expected a workbook folder at ${folder}, found ${found}`,
        undefined,
        'give the name of a workbook, or a folder with a folder for each language in it',
      ),
    ];
  }
  // A path such as ../other is not a language, even if it leads to a workbook.yaml.
  if (/^[a-z0-9-]+$/i.test(language) && (await exists(path.join(folder, language, 'workbook.yaml')))) return [];
  const languages = await languagesIn(folder);
  const looked = `${language}/workbook.yaml`;
  if (languages.length > 0) {
    return [error('no-language', `expected ${looked} in ${folder}, found no such file`, undefined, `languages of this workbook: ${languages.join(', ')}`)];
  }
  const around = await workbookAround(folder);
  const hint = around
    ? `this lies in a workbook: give the workbook’s folder, ${around}`
    : 'a workbook is a folder with a folder for each language, such as en/workbook.yaml';
  return [error('not-a-workbook', `expected ${looked} in ${folder}, found no workbook in any language`, undefined, hint)];
}

/** The names of the YAML files in a folder; empty when the folder does not exist. */
export async function yamlFilesIn(folder: string): Promise<{ names: string[]; diagnostics: Diagnostic[] }> {
  try {
    const names = await readdir(folder);
    return { names: names.filter((name) => /\.ya?ml$/i.test(name) && !name.startsWith('.')).toSorted(), diagnostics: [] };
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return { names: [], diagnostics: [] };
    const found = code === 'ENOTDIR' ? 'a file' : `one that cannot be read (${code ?? String(thrown)})`;
    return {
      names: [],
      diagnostics: [error('unreadable', `expected a folder, found ${found}`, { file: folder, start: 0, end: 0 }, 'check its name and its permissions')],
    };
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

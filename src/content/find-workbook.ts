/** Finds the folder of a workbook: any folder, or a workbook that is shipped with the program. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { packageRoot } from '../system/package-root.ts';
import { workbookAround } from './workbook-folder.ts';

/** The workbook that is built when none is named. */
export const DEFAULT_WORKBOOK = 'rebuilding-trust';

/** Folders in content/ that are not workbooks, but data for all of them. */
const SHARED = new Set(['strings', 'progress', 'help-lines']);

/**
 * Finds the folder of a workbook.
 *
 * @param name a folder, relative to `cwd`, or the name of a shipped workbook; the default workbook when left out
 * @param cwd absolute path of the working folder
 * @param shipped the folder of the shipped workbooks
 * @returns the absolute path of the folder, or what is wrong with the name
 */
export async function findWorkbook(
  name: string | undefined,
  cwd: string,
  shipped = path.join(packageRoot(), 'content'),
): Promise<{ folder?: string; diagnostics: Diagnostic[] }> {
  const wanted = name ?? DEFAULT_WORKBOOK;
  const here = path.resolve(cwd, wanted);
  const status = wanted === '' || wanted.includes('\0') ? undefined : await stat(here).catch(() => undefined);
  if (status?.isDirectory()) return { folder: here, diagnostics: [] };

  const names = await shippedWorkbooks(shipped);
  if (names.includes(wanted)) return { folder: path.join(shipped, wanted), diagnostics: [] };
  const list = `shipped workbooks: ${names.join(', ')}; or give a folder`;
  if (status) {
    const around = await workbookAround(here);
    return refuse(
      `expected the folder of a workbook, found the file ${wanted}`,
      around ? `it lies in a workbook: give the workbook’s folder, ${around}` : list,
    );
  }
  if (/[\\/]/.test(wanted) || wanted.startsWith('.')) {
    const near = nearest(path.basename(here), await foldersIn(path.dirname(here)));
    return refuse(`expected the folder of a workbook at ${here}, found none`, near ? `did you mean "${path.join(path.dirname(wanted), near)}"?` : list);
  }
  const near = nearest(wanted, [...(await foldersIn(cwd)), ...names]);
  return refuse(`expected a folder or the name of a shipped workbook, found "${wanted}"`, near ? `did you mean "${near}"?` : list);
}

/** The names of the folders in a folder; none where it cannot be read. */
const foldersIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isDirectory()).map(({ name }) => name);

const refuse = (message: string, hint: string) => ({ diagnostics: [error('no-workbook', message, undefined, hint)] });

/** The names of the workbooks under a folder, such as the shipped ones under content/. */
export async function shippedWorkbooks(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !SHARED.has(entry.name))
    .map(({ name }) => name)
    .toSorted();
}

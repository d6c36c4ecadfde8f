/** Where practice.yaml lies: in the workbook's folder, or where an option says. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';

export const PRACTICE_FILE = 'practice.yaml';

/** Names that somebody, or an editor, has given to a file that is meant. */
const MEANT = /^practice\.ya?ml(?:\.txt)?$/i;

/**
 * Looks for the file of the practice in a workbook's folder, beside the folders of its languages.
 *
 * @param folder absolute path of the workbook
 * @param languages names of language folders, in which the file would be missed
 * @returns its absolute path where it is there, and warnings about files that are meant and not read
 */
export const findPractice = async (folder: string, languages: readonly string[]): Promise<{ file?: string; diagnostics: Diagnostic[] }> => {
  const namesIn = (place: string) => readdir(place).catch(() => [] as string[]);
  const [here, ...inside] = await Promise.all([namesIn(folder), ...languages.map((language) => namesIn(path.join(folder, language)))]);
  const file = path.join(folder, PRACTICE_FILE);
  const missed = [
    ...(here ?? []).filter((name) => MEANT.test(name) && name !== PRACTICE_FILE).map((name) => path.join(folder, name)),
    ...inside.flatMap((names, index) => names.filter((name) => MEANT.test(name)).map((name) => path.join(folder, languages[index] ?? '', name))),
  ];
  const diagnostics = missed.map((found) =>
    warning(
      'practice-place',
      `expected the practice’s file at ${path.relative(path.dirname(folder), file)}, found ${path.relative(path.dirname(folder), found)}: it is not read`,
      { file: found, start: 0, end: 0 },
      `move it to ${file}`,
    ),
  );
  return here?.includes(PRACTICE_FILE) ? { file, diagnostics } : { diagnostics };
};

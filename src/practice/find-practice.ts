/** Finds practice.yaml in a workbook's folder, and similar names that were probably meant. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';

export const PRACTICE_FILE = 'practice.yaml';

/** Other spellings of the name, by people or their editors. */
const MEANT = /^practice\.ya?ml(?:\.txt)?$/i;

/**
 * Looks for practice.yaml in a workbook's folder.
 *
 * @param folder absolute path of the workbook
 * @param languages names of the language folders, where the file is not read
 * @returns its absolute path if it exists, and warnings about files with a wrong name or place
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

/** Warns of one file of answers that the rows of several clients name: a cell that was filled down by mistake gives one client’s answers to all. */
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import type { AskedCopy } from '../list/asked-copies.ts';
import { namedRows } from '../list/named-rows.ts';
import { asLookedUp } from '../system/as-looked-up.ts';

/** The file of the answers of a copy, an absolute path: it is given from the folder of the list. */
export const fileOfAnswers = ({ answers }: Pick<AskedCopy, 'answers'>): string | undefined =>
  answers && path.resolve(path.dirname(answers.at.file), answers.text);

/** Whether values that rows give differ; a row that gives none may be of any client. */
export const differ = (values: readonly (string | undefined)[]): boolean =>
  new Set(values.flatMap((value) => (value === undefined ? [] : [asLookedUp(value)]))).size > 1;

/** Warnings of files that rows with different names, ids or roles share. */
export const warningsOfSharedAnswers = (copies: readonly AskedCopy[]): Diagnostic[] => {
  const byFile = new Map<string, AskedCopy[]>();
  for (const copy of copies) {
    const file = fileOfAnswers(copy);
    if (file !== undefined) byFile.set(file, [...(byFile.get(file) ?? []), copy]);
  }
  return [...byFile.values()].flatMap((sharing) => {
    const { answers } = sharing.at(-1) ?? {};
    const roles = sharing.map(({ options: { for: role } }) => (role === 'both' ? undefined : role));
    const isOfSeveral = differ(roles) || differ(sharing.map(({ id }) => id)) || differ(sharing.map(({ options: { name } }) => name));
    if (!answers || !isOfSeveral) return [];
    return [
      warning(
        'two-people',
        `expected answers of one person, found ${answers.text} in ${namedRows(sharing.map(({ row }) => row))}, column answers: each copy gets what stands in it`,
        answers.at,
        'name the filled copy of each client in its own row; leave it so if that file was filled in beforehand for all of them',
      ),
    ];
  });
};

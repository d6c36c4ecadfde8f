/** Warns of one folder for several clients under --folders: who gets the folder would get the copies of another. */
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import type { AskedCopy } from '../list/asked-copies.ts';
import { namedRows } from '../list/named-rows.ts';
import { asLookedUp } from '../system/as-looked-up.ts';
import { differ } from './shared-answers.ts';

/** What one client has in all rows; the edition, dates and words to a reader may differ. */
const OF_ONE_CLIENT = [
  ({ id }) => id,
  ({ options }) => options.name,
  ({ options }) => (options.for === 'both' ? undefined : options.for),
  ({ options }) => options.relationship,
  ({ options }) => options.other,
  ({ options }) => options.country,
] satisfies ((copy: AskedCopy) => string | undefined)[];

/**
 * Warnings of folders that rows with different ids share, or other rows that cannot be of one client.
 *
 * @param copies with their files, absolute paths; those whose row names the file are left out, since they lie where it says
 */
export const warningsOfSharedFolders = (copies: readonly { asked: AskedCopy; target: string }[]): Diagnostic[] => {
  const byFolder = new Map<string, { asked: AskedCopy; target: string }[]>();
  for (const copy of copies.filter(({ asked }) => !asked.file)) {
    const folder = asLookedUp(path.dirname(copy.target));
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), copy]);
  }
  return [...byFolder.values()].flatMap((sharing) => {
    const last = sharing.at(-1);
    if (!last || !OF_ONE_CLIENT.some((read) => differ(sharing.map(({ asked }) => read(asked))))) return [];
    const rows = namedRows([...new Set(sharing.map(({ asked }) => asked.row))]);
    return [
      warning(
        'two-of-one-folder',
        `expected a folder for each client, found ${path.basename(path.dirname(last.target))} for ${rows}`,
        last.asked.row.at,
        'give each client an id, and name folders by it: --name-pattern "{id} {book}"; leave it so if the rows are of one client',
      ),
    ];
  });
};

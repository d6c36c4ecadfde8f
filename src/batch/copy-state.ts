/** Says what happens to the file of a copy: it is made, left as it is, or kept because somebody has written into it. */
import { readFile } from 'node:fs/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import type { AskedCopy } from '../list/asked-copies.ts';
import { namedRows } from '../list/named-rows.ts';
import { checkTarget } from '../output/check-target.ts';
import { type NewCopy, replacesCopyOfAnother } from '../refill/replaced-copy.ts';
import { foundCopy } from './recorded-digest.ts';

/** What happens to the file of a copy. */
export type CopyState = 'new' | 'changed' | 'as it was' | 'kept: has answers';

/** Whether a copy is made in this run. */
export const isDue = ({ state }: { state: CopyState }): boolean => state === 'new' || state === 'changed';

export interface Expected {
  /** The digest of all that the copy is made from. */
  digest: string;
  password: string | undefined;
  /** The folders of its workbook and template. */
  folders: readonly string[];
  /** Whether a copy that is as it was is made anew. */
  force: boolean;
  whose: NewCopy;
}

/**
 * What stands in the place of a copy, and whether it may be replaced.
 *
 * @param target absolute path
 * @returns the state; `blocked` are errors where something stands there that is no copy of this program, or the copy of another client
 */
export const stateOf = async (target: string, { digest, password, folders, force, whose }: Expected): Promise<{ state: CopyState; blocked: Diagnostic[] }> => {
  const bytes = await readFile(target).catch(() => undefined);
  const found = bytes?.subarray(0, 1024).includes('%PDF-') ? await foundCopy(bytes, target, password) : undefined;
  // Answers that were saved into this very copy stay in it.
  if (found?.digest === digest && (found.untouched || !force)) return { state: force ? 'changed' : 'as it was', blocked: [] };
  const blocked = await checkTarget(target, false, folders);
  if (found?.ours && blocked.length > 0 && blocked.every(({ code }) => code === 'output-in-use')) return { state: 'kept: has answers', blocked: [] };
  // Only a copy as it was made may be replaced at all.
  const ofAnother = found?.untouched && !force ? replacesCopyOfAnother(found.whose, whose, target, 'batch') : [];
  return { state: bytes ? 'changed' : 'new', blocked: [...blocked.map(withWaysOut), ...ofAnother] };
};

const ANOTHER_NAME = 'give the copy another name with --name-pattern or the column file';

/** The problem with a file that is in the way, with the ways out of a batch: `--out` is a folder there, and `--force` writes over no answers. */
export const withWaysOut = (one: Diagnostic): Diagnostic => {
  if (one.code === 'output-in-use' || one.code === 'output-no-pdf') return { ...one, hints: [`move that file away, or ${ANOTHER_NAME}`] };
  return one.hints ? { ...one, hints: one.hints.map((hint) => hint.replace('choose another name with --out', ANOTHER_NAME)) } : one;
};

/** Tells which rows have a copy that is kept, and how to have a new one all the same. */
export const warningOfKept = (copies: readonly { asked: AskedCopy; state: CopyState }[]): Diagnostic[] => {
  const kept = copies.filter(({ state }) => state === 'kept: has answers');
  const [first] = kept;
  if (!first) return [];
  const named = namedRows(kept.map(({ asked }) => asked.row));
  const copiesOf = kept.length === 1 ? 'the copy that stands there: it is kept' : `${kept.length} copies that stand there: they are kept`;
  return [
    warning(
      'answers-kept',
      `expected to make ${named} anew, found that somebody has written into ${copiesOf}`,
      first.asked.row.at,
      'for a new copy beside it, change its name: by a word of the row, such as a date with --name-pattern "{name} {session}", or by the column file',
      'to carry the answers on as well, name the file that has them in the column answers, from the folder of the list',
      'for a new copy of the same name, move the file away first; --force never writes over answers',
    ),
  ];
};

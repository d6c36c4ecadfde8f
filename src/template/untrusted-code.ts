/** The diagnostic for code that may not run: which files it is, and how to allow it. */
import { counted } from '../diagnostics/counted.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { shellWord } from '../system/shell-quote.ts';
import type { Verdict } from '../trust/trust.ts';

/** The most files that are named. */
const NAMED = 6;

/**
 * The diagnostic for code that nobody allowed.
 *
 * @param folder absolute path of the template
 * @param cwd absolute path of the working folder
 */
export const untrusted = (folder: string, { files, changed }: Extract<Verdict, { allowed: false }>, cwd: string): Diagnostic => {
  const ordered = files.toSorted();
  const names = ordered.map((file) => shownPath(file, folder));
  const rest = names.length > NAMED ? ` and ${counted(names.length - NAMED, 'more file')}` : '';
  const found = changed ? 'files that have changed since you allowed them' : 'files that nobody has allowed';
  return error(
    'untrusted-template',
    `expected code that came with the program, was made here or that you have allowed, found ${found}: ${names.slice(0, NAMED).join(', ')}${rest}`,
    { file: ordered[0] ?? folder, start: 0, end: 0 },
    'nothing of it has run; it can do all that you can: read, change and send your files',
    `if you trust whoever wrote it: mendbook template trust ${shellWord(shownPath(folder, cwd))}`,
  );
};

/** Writes the planned copies of a batch, whole files only. */
import type { Writable } from 'node:stream';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { deliver } from '../output/write-pdf.ts';
import { fillCopy, isFilled } from './given-words.ts';
import type { Books } from './books.ts';
import { isDue, withWaysOut } from './copy-state.ts';
import type { PlannedCopy } from './plan.ts';

export interface WriteRun {
  stdout: Writable;
  signal?: AbortSignal | undefined;
  /** Called after each copy. */
  written?: ((copy: PlannedCopy, done: number, of: number) => void) | undefined;
}

/**
 * Makes and writes the copies that are new or changed. It ends at the first file that cannot be written: what is missing then is made by
 * the next run.
 *
 * @returns the copies that were written, and what went wrong
 * @throws the reason of the signal, when it was aborted
 */
export const writeCopies = async (
  planned: readonly PlannedCopy[],
  books: Books,
  { stdout, signal, written }: WriteRun,
): Promise<{ made: PlannedCopy[]; diagnostics: Diagnostic[] }> => {
  const made: PlannedCopy[] = [];
  const diagnostics: Diagnostic[] = [];
  const due = planned.filter(isDue);
  // All copies of a book follow each other, so that it is built once however many books there are.
  for (const copies of groupedBy(due, ({ key }) => key)) {
    for (const copy of copies) {
      signal?.throwIfAborted();
      const { asked, target } = copy;
      const { password } = asked;
      const { book, diagnostics: wrong } = await books.of(asked, signal);
      const { pdf, diagnostics: own } = (await book?.copies.copy({ name: asked.options.name, copy: copy.copy }, signal)) ?? { diagnostics: wrong };
      const filled = pdf && book && isFilled(asked) ? await fillCopy(pdf.bytes, asked, book) : undefined;
      const bytes = filled ? filled.bytes : pdf?.bytes;
      const told = filled?.diagnostics ?? (pdf ? [] : own);
      diagnostics.push(...told.filter(({ severity }) => filled || severity === 'error').map((one) => (one.at ? one : { ...one, at: asked.row.at })));
      if (bytes && book) {
        const mode = filled ? OWNER_ALONE : undefined;
        const failure = await deliver(target, password === undefined ? bytes : book.protect(bytes, password), { stdout, mode });
        diagnostics.push(...failure.filter(isError).map(withWaysOut));
      }
      if (diagnostics.some(isError)) return { made, diagnostics };
      made.push(copy);
      written?.(copy, made.length, due.length);
    }
  }
  return { made, diagnostics };
};

/** Words about a person are for nobody but the one who makes the copies. */
const OWNER_ALONE = 0o600;

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

const groupedBy = <T>(items: readonly T[], key: (item: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
};

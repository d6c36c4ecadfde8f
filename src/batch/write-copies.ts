/** Writes the planned copies of a batch, whole files only. */
import type { Writable } from 'node:stream';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { deliver } from '../output/write-pdf.ts';
import type { Books } from './books.ts';
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
  const due = planned.filter(({ state }) => state !== 'as it was');
  // All copies of a book follow each other, so that it is built once however many books there are.
  for (const copies of groupedBy(due, ({ key }) => key)) {
    for (const copy of copies) {
      signal?.throwIfAborted();
      const { asked, target } = copy;
      const { password } = asked;
      const { book, diagnostics: told } = await books.of(asked, signal);
      const { pdf, diagnostics: own } = (await book?.copies.copy({ name: asked.options.name, copy: copy.copy }, signal)) ?? { diagnostics: told };
      const failure =
        pdf && book
          ? await deliver(target, password === undefined ? pdf.bytes : book.protect(pdf.bytes, password), { stdout })
          : own.map((one) => (one.at ? one : { ...one, at: asked.row.at }));
      diagnostics.push(...failure.filter(({ severity }) => severity === 'error'));
      if (diagnostics.length > 0) return { made, diagnostics };
      made.push(copy);
      written?.(copy, made.length, due.length);
    }
  }
  return { made, diagnostics };
};

const groupedBy = <T>(items: readonly T[], key: (item: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
};

/** Writes a finished PDF to its file, or to stdout. */
import { stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { counted } from '../diagnostics/counted.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import { writeWhole } from './write-file.ts';
import { checkTarget, writeFailure } from './check-target.ts';

export interface WritePdfOptions {
  /** Overwrite a PDF with answers in it. */
  force?: boolean | undefined;
  stdout: Writable;
  /** Permission bits for a new file; one that is replaced gets no others. */
  mode?: number | undefined;
}

/**
 * Writes a PDF. The target is checked again first, since the build took a while.
 *
 * @param target absolute path, or `-` for stdout
 * @returns errors when nothing was written; warnings about a file that was written
 */
export const deliver = async (target: string, bytes: Uint8Array, { force = false, stdout, mode }: WritePdfOptions): Promise<Diagnostic[]> => {
  if (target === '-') {
    // A closed pipe is handled where the streams of the process are set up.
    await new Promise<void>((resolve) => stdout.write(bytes, () => resolve()));
    return [];
  }
  const blocked = await checkTarget(target, force);
  if (blocked.length > 0) return blocked;
  try {
    const names = (await stat(target).catch(() => undefined))?.nlink ?? 1;
    await writeWhole(target, bytes, mode);
    return names > 1 ? [otherNames(target, names - 1)] : [];
  } catch (thrown) {
    return [writeFailure(target, thrown as NodeJS.ErrnoException)];
  }
};

/** A file with several hard links is replaced under one name only: the other names keep the old file. */
const otherNames = (target: string, others: number): Diagnostic =>
  warning(
    'output-linked',
    `expected a file with one name, found ${counted(others, 'other name')} of it: ${target} is the new PDF, the other is the old one`,
    undefined,
    'to have the new PDF under both, link it again, or use a symbolic link: that is followed',
  );

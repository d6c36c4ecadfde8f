/** Handing over what was made: to a file, whole, or to stdout. */
import { stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { counted } from '../diagnostics/counted.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import { writeWhole } from './write-file.ts';
import { checkTarget, writeFailure } from './check-target.ts';

export interface DeliverOptions {
  /** Overwrite whatever is there. */
  force?: boolean | undefined;
  stdout: Writable;
  /** Who may read it (permission bits), where there is no file yet. */
  mode?: number | undefined;
}

/**
 * Writes bytes to their target. Making them took a while: whether something of the user's has come in the way meanwhile is looked at again.
 *
 * @param target absolute path, or `-` for stdout
 * @returns what kept it from being written, as errors; what is to be known of a file that was written, as warnings
 */
export const deliver = async (target: string, bytes: Uint8Array, { force = false, stdout, mode }: DeliverOptions): Promise<Diagnostic[]> => {
  if (target === '-') {
    // A pipe that is closed or full ends the program where the stream is set up.
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

/** A file is replaced by a new one: where the old one has several names (hard links), the others keep it. */
const otherNames = (target: string, others: number): Diagnostic =>
  warning(
    'output-linked',
    `expected a file with one name, found ${counted(others, 'other name')} of it: ${target} is the new PDF, the other is the old one`,
    undefined,
    'to have the new PDF under both, link it again, or use a symbolic link: that is followed',
  );

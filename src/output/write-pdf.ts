/** Handing over what was made: to a file, whole, or to stdout. */
import type { Writable } from 'node:stream';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { writeWhole } from './atomic.ts';
import { checkTarget, writeFailure } from './protect.ts';

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
 * @returns what kept it from being written; nothing when all is well
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
    await writeWhole(target, bytes, mode);
    return [];
  } catch (thrown) {
    return [writeFailure(target, thrown as NodeJS.ErrnoException)];
  }
};

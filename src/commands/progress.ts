/** `mendbook progress`: compares filled copies of one person in time. */
import path from 'node:path';
import { stat } from 'node:fs/promises';
import { readFilledCopies } from '../api/read-copies.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { writeFailure } from '../output/check-target.ts';
import { writeWhole } from '../output/write-file.ts';
import { compareCopies } from '../questions/progress.ts';
import { comparisonText } from '../questions/progress-text.ts';
import { type PasswordOptions, Passwords, readWithPassword } from './passwords.ts';
import { ofTwoPeople } from '../questions/two-people.ts';
import { say, type Streams, tell } from './streams.ts';

export interface ProgressOptions extends Streams, PasswordOptions {
  /** The copies, the oldest first. */
  files: readonly string[];
  format?: 'text' | 'json';
  only?: readonly string[];
  /** The two are partners beside each other, who have both agreed. */
  together?: boolean;
  out?: string;
  force?: boolean;
  quiet?: boolean;
}

/** Answers are for nobody but the one who reads them. */
const OWNER_ALONE = 0o600;

/**
 * Compares copies.
 *
 * @returns the exit code: 0 done, 1 a copy cannot be read or the output not be written, 2 wrong usage
 */
export const progress = async (options: ProgressOptions): Promise<number> => {
  const { cwd, stdout, files, out = '-', quiet, together = false } = options;
  const stop = async (code: number, ...diagnostics: readonly Diagnostic[]): Promise<number> => {
    await tell(diagnostics, [], options);
    return code;
  };
  if (files.length < 2)
    return stop(
      2,
      error(
        'few-copies',
        `expected two copies or more, found ${files.length}`,
        undefined,
        'give an earlier and a later copy: mendbook progress november.pdf december.pdf',
      ),
    );
  const target = out === '-' ? undefined : path.resolve(cwd, out);
  if (target && !options.force && (await stat(target).catch(() => undefined))) {
    return stop(
      1,
      error(
        'file-there',
        `expected no file there yet, found one: ${shownPath(target, cwd)}`,
        undefined,
        'choose another name with --out, or run the command again with --force',
      ),
    );
  }
  const passwords = new Passwords(options);
  const { copies, diagnostics, wrongUsage } = await readFilledCopies({
    files,
    cwd,
    only: options.only,
    unlock: (file, read) => readWithPassword(file, passwords, read),
  });
  if (diagnostics.some(({ severity }) => severity === 'error')) return stop(wrongUsage ? 2 : 1, ...diagnostics);
  const mixed = together ? undefined : ofTwoPeople(copies);
  if (mixed !== undefined)
    return stop(
      2,
      ...diagnostics,
      error('two-people', `expected copies of one person, found ${mixed}`, undefined, 'where both have agreed to be compared, say so with --together'),
    );
  await tell(diagnostics, [], options);
  const comparison = compareCopies(copies);
  const text = options.format === 'json' ? `${JSON.stringify({ form: 1, together, ...comparison }, null, 2)}\n` : comparisonText(comparison, together);
  if (!target) stdout.write(text);
  else {
    try {
      await writeWhole(target, Buffer.from(text), OWNER_ALONE);
    } catch (thrown) {
      return stop(1, writeFailure(target, thrown as NodeJS.ErrnoException));
    }
    if (!quiet) say(options, shownPath(target, cwd));
  }
  return 0;
};

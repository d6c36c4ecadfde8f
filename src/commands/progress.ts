/** `mendbook progress`: compares filled copies of one person in time. */
import { readFilledCopies } from '../api/read-copies.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { compareCopies } from '../questions/progress.ts';
import { comparisonText } from '../questions/progress-text.ts';
import { fileInTheWay, type OutputOptions, outputFile, writeOutput } from './answers-output.ts';
import { type PasswordOptions, Passwords, readWithPassword } from './passwords.ts';
import { ofTwoPeople } from '../questions/two-people.ts';
import { say, type Streams, tell } from './streams.ts';

export interface ProgressOptions extends Streams, OutputOptions, PasswordOptions {
  /** The copies, the oldest first. */
  files: readonly string[];
  format?: 'text' | 'json';
  only?: readonly string[];
  /** The two are partners beside each other, who have both agreed. */
  together?: boolean;
  quiet?: boolean;
}

/**
 * Compares copies.
 *
 * @returns the exit code: 0 done, 1 a copy cannot be read or the output not be written, 2 wrong usage
 */
export const progress = async (options: ProgressOptions): Promise<number> => {
  const { cwd, files, quiet, together = false } = options;
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
  const target = outputFile(options);
  const inTheWay = await fileInTheWay(options);
  if (inTheWay) return stop(1, inTheWay);
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
  const failure = await writeOutput(text, options);
  if (failure) return stop(1, failure);
  if (target && !quiet) say(options, shownPath(target, cwd));
  return 0;
};

/** The exit codes of commands, by what is wrong. */
import { reasonOf } from '../api/reason.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * The exit code after these diagnostics.
 *
 * @param wrongUsage whether it is known that the command line was wrong
 * @returns 0 without an error, 2 where what stands on the command line is wrong, else 1
 */
export const exitCodeOf = (diagnostics: readonly Diagnostic[], wrongUsage = false): 0 | 1 | 2 => {
  if (!diagnostics.some(({ severity }) => severity === 'error')) return 0;
  return reasonOf(diagnostics, wrongUsage) === 'usage' ? 2 : 1;
};

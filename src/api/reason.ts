/** Says what is wrong: the request, or what stands in the files that it names. */
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Refused } from './types.ts';

/** Problems with what was asked for, whatever the files say. One with a place stands in a file, such as the cell of a list. */
const OF_THE_REQUEST: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'few-copies',
  'no-file',
  'no-workbook',
  'not-a-workbook',
  'option',
  'other-workbook',
  'refused-combination',
  'same-file',
  'two-people',
  'unknown-page',
]);

/**
 * Why something was not made: wrong usage, exit code 2 of the command line, where the request itself names what there is not or what does not go
 * together; else the input, exit code 1: files that were read, or what stands in the way of those to write.
 *
 * @param wrongUsage what is known besides
 */
export const reasonOf = (diagnostics: readonly Diagnostic[], wrongUsage = false): Refused['reason'] =>
  wrongUsage || diagnostics.some(({ severity, code, at }) => severity === 'error' && !at && OF_THE_REQUEST.has(code)) ? 'usage' : 'input';

/** Prints diagnostics on one line each, in the form that compilers use and editors read. */
import type { Diagnostic } from './diagnostic.ts';
import { sortDiagnostics } from './sort.ts';
import { shownPath } from './shown-path.ts';
import { placeOf } from './shown-place.ts';
import type { SourceFile } from './source-file.ts';
import { visible } from './width.ts';

/**
 * `file:line:column: error: message [code]`, in order, one a line.
 *
 * @param cwd paths below it are shown relative to it
 */
export function printShort(diagnostics: readonly Diagnostic[], sources: readonly SourceFile[], cwd: string): string {
  return sortDiagnostics(diagnostics)
    .map((diagnostic) => {
      const { at, severity, message, code } = diagnostic;
      const place = placeOf(diagnostic, sources);
      const where = at && place ? `${shownPath(at.file, cwd)}:${place.start.line}:${place.start.column}: ` : '';
      return `${visible(`${where}${severity}: ${message} [${code}]`)}\n`;
    })
    .join('');
}

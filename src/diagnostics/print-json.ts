/** Prints diagnostics as JSON, for programs. */
import type { Diagnostic } from './diagnostic.ts';
import { sortDiagnostics } from './sort.ts';
import { shownPath } from './shown-path.ts';
import { placeOf } from './shown-place.ts';
import type { SourceFile } from './source-file.ts';

/**
 * An array of objects with `file`, `line`, `column`, `endLine`, `endColumn` (left out when it is about no file),
 * `severity`, `code`, `message` and `hints`; lines and columns count from 1, columns in characters.
 *
 * @param cwd paths below it are given relative to it
 */
export const printJson = (diagnostics: readonly Diagnostic[], sources: readonly SourceFile[], cwd: string): string =>
  `${JSON.stringify(jsonRows(diagnostics, sources, cwd), null, 2)}\n`;

/** The objects of that array. */
export const jsonRows = (diagnostics: readonly Diagnostic[], sources: readonly SourceFile[], cwd: string): object[] =>
  sortDiagnostics(diagnostics).map((diagnostic) => {
    const { at, severity, code, message, hints = [] } = diagnostic;
    const place = placeOf(diagnostic, sources);
    const fields = { severity, code, message, hints };
    if (!at || !place) return fields;
    const { start, end } = place;
    return Object.assign({ file: shownPath(at.file, cwd), line: start.line, column: start.column, endLine: end.line, endColumn: end.column }, fields);
  });

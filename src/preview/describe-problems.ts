/** Diagnostics in words, for the page. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { frame } from '../diagnostics/code-frame.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { placeOf } from '../diagnostics/shown-place.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { visible } from '../diagnostics/width.ts';
import type { Problem } from './protocol.ts';

/** Columns of a line of the file: what is longer is cut round the place. */
const COLUMNS = 88;

const plain = (text: string): string => text;

/**
 * Tells diagnostics as `build` does, errors first.
 *
 * @param cwd paths below it are shown relative to it
 */
export const problemsOf = (diagnostics: readonly Diagnostic[], sources: readonly SourceFile[], cwd: string): Problem[] => {
  const told = sortDiagnostics(diagnostics).filter(({ severity }) => severity !== 'suggestion');
  return [...told.filter(({ severity }) => severity === 'error'), ...told.filter(({ severity }) => severity !== 'error')].map((diagnostic) => {
    const { severity, code, message, hints = [], at } = diagnostic;
    const place = placeOf(diagnostic, sources);
    return {
      severity,
      code,
      message: visible(message),
      ...(at && place ? { place: `${visible(shownPath(at.file, cwd))}:${place.start.line}:${place.start.column}` } : {}),
      frame: place ? frame(place, { columns: COLUMNS, quiet: plain, loud: plain }) : [],
      hints: hints.map(visible),
    };
  });
};

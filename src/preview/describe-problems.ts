/** Turns diagnostics into the problems that the page shows. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { frame } from '../diagnostics/code-frame.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { placeOf } from '../diagnostics/shown-place.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { visible } from '../diagnostics/width.ts';
import type { Problem } from './protocol.ts';

/** The width of a code frame, in characters: longer lines are cut. */
const COLUMNS = 88;

const plain = (text: string): string => text;

/**
 * Describes diagnostics as `build` prints them, errors first; suggestions are left out.
 *
 * @param cwd paths below it are shown relative to it
 */
export const problemsOf = (diagnostics: readonly Diagnostic[], sources: readonly SourceFile[], cwd: string): Problem[] => {
  const shown = sortDiagnostics(diagnostics).filter(({ severity }) => severity !== 'suggestion');
  return [...shown.filter(({ severity }) => severity === 'error'), ...shown.filter(({ severity }) => severity !== 'error')].map((diagnostic) => {
    const { severity, code, message, hints = [], at } = diagnostic;
    const place = placeOf(diagnostic, sources);
    return {
      severity,
      code,
      message: visible(message),
      ...(at && place ? { place: `${visible(shownPath(at.file, cwd))}:${place.start.line}:${place.start.column}` } : {}),
      frame: place ? frame(place, { columns: COLUMNS, dim: plain, bright: plain }) : [],
      hints: hints.map(visible),
    };
  });
};

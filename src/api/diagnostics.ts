/** Converts diagnostics to the form of the public API, with lines and columns, and back. */
import type { Diagnostic as Told } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import { placeOf } from '../diagnostics/shown-place.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import type { Diagnostic, Report } from './types.ts';

/** A report of diagnostics, sorted and without duplicates. */
export const reportOf = (told: readonly Told[], sources: readonly SourceFile[]): Report => ({
  diagnostics: sortDiagnostics(told).map((one) => publicDiagnostic(one, sources)),
  sources: [...new Map(sources.map(({ file, text }) => [file, { file, text }])).values()],
});

const publicDiagnostic = (told: Told, sources: readonly SourceFile[]): Diagnostic => {
  const { severity, code, message, hints = [], at } = told;
  const place = placeOf(told, sources);
  if (!at || !place) return { severity, code, message, hints };
  const { start, end } = place;
  const lines = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  return { severity, code, message, hints, ...at, ...lines };
};

/** The internal form of a diagnostic that `reportOf` returned. */
export const toldOf = ({ severity, code, message, hints, file, start = 0, end = 0 }: Diagnostic): Told => ({
  severity,
  // Callers may add diagnostics with codes of their own; here these are only shown.
  code: code as Told['code'],
  message,
  hints,
  ...(file === undefined ? {} : { at: { file, start, end } }),
});

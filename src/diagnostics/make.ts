/** Functions that make diagnostics of each severity. */
import type { DiagnosticCode } from './codes.ts';
import type { Diagnostic, Location, Severity } from './diagnostic.ts';

const make =
  (severity: Severity) =>
  (code: DiagnosticCode, message: string, at?: Location, ...hints: string[]): Diagnostic => {
    const diagnostic: Diagnostic = { code, severity, message };
    if (at) diagnostic.at = at;
    if (hints.length > 0) diagnostic.hints = hints;
    return diagnostic;
  };

/** A problem that keeps the PDF from being made: code, message, place, hints. */
export const error = make('error');
/** A problem that does not keep the PDF from being made. */
export const warning = make('warning');
/** No problem, but something that could be better. */
export const suggestion = make('suggestion');

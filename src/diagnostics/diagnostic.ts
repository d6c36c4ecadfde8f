/** The type of a diagnostic: a problem in a file or an option, as a value that is returned, never thrown. */
import type { DiagnosticCode } from './codes.ts';

export type Severity = 'error' | 'warning' | 'suggestion';

/** A place in a file, as character offsets; line and column are computed when they are printed. */
export interface Location {
  /** Absolute path. */
  file: string;
  /** Offset of the first character, from 0. */
  start: number;
  /** Offset after the last character. */
  end: number;
}

export interface Diagnostic {
  /** What it is, for programs and tests, such as `unknown-key`. */
  code: DiagnosticCode;
  severity: Severity;
  /** Lower case, no full stop: "expected X, found Y". */
  message: string;
  /** Where it is; left out when it is not about a file, but about an option for example. */
  at?: Location;
  /** What to do about it. */
  hints?: string[];
}

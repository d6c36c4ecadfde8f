/** The order in which diagnostics are told, and how many there are. */
import { counted } from './counted.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';

/** Each thing once: what has the same code, place and words as one before is left out. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const told = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { severity, code, message, at } = diagnostic;
    const key = JSON.stringify([severity, code, message, at?.file, at?.start, at?.end]);
    if (!told.has(key)) told.set(key, diagnostic);
  }
  return [...told.values()];
}

/** By file, then by place, each thing once; what is about no file comes first, the order of equals is kept. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return distinct(diagnostics).toSorted((a, b) => {
    const [left, right] = [a.at, b.at];
    if (!left || !right) return Number(left !== undefined) - Number(right !== undefined);
    if (left.file !== right.file) return left.file < right.file ? -1 : 1;
    return left.start - right.start || left.end - right.end;
  });
}

const SEVERITIES: Severity[] = ['error', 'warning', 'suggestion'];

/** How many things are told, each counted once: such as "2 errors, 1 warning in 3 files"; "no problems" when there are none, suggestions or not. */
export function summary(all: readonly Diagnostic[]): string {
  const diagnostics = distinct(all);
  if (diagnostics.length === 0) return 'no problems';
  const fine = diagnostics.every(({ severity }) => severity === 'suggestion');
  const parts = SEVERITIES.flatMap((severity) => {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return number > 0 ? [counted(number, severity)] : [];
  });
  const files = new Set(diagnostics.flatMap(({ at }) => (at ? [at.file] : [])));
  return (fine ? 'no problems, ' : '') + parts.join(', ') + (files.size > 0 ? ` in ${counted(files.size, 'file')}` : '');
}

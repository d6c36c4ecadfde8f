/** Sorts diagnostics, removes duplicates, and counts them for a summary. */
import { counted } from './counted.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';

/** Without duplicates: diagnostics with the same code, place and message. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const first = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { severity, code, message, at } = diagnostic;
    const key = JSON.stringify([severity, code, message, at?.file, at?.start, at?.end]);
    if (!first.has(key)) first.set(key, diagnostic);
  }
  return [...first.values()];
}

/** Sorted by file, then by place, without duplicates. Those about no file come first; equal ones keep their order. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return distinct(diagnostics).toSorted((a, b) => {
    const [left, right] = [a.at, b.at];
    if (!left || !right) return Number(left !== undefined) - Number(right !== undefined);
    if (left.file !== right.file) return left.file < right.file ? -1 : 1;
    return left.start - right.start || left.end - right.end;
  });
}

const SEVERITIES: Severity[] = ['error', 'warning', 'suggestion'];

/** The numbers of diagnostics, duplicates counted once: such as "2 errors, 1 warning in 3 files"; "no problems" without errors and warnings, also before a number of suggestions. */
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

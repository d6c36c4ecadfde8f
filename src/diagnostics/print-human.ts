/** Diagnostics for people: what, where, a code frame, what to do. */
import { styleText } from 'node:util';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { frame } from './code-frame.ts';
import { sortDiagnostics, summary } from './sort.ts';
import { shownPath } from './shown-path.ts';
import { placeOf } from './shown-place.ts';
import type { SourceFile } from './source-file.ts';
import { steerable, type Terminal } from './terminal.ts';
import { visible } from './width.ts';

export interface HumanOptions {
  /** Paths below it are shown relative to it. */
  cwd: string;
  /** Where it is told: a terminal gets colours, and lines of its width. */
  stream?: object;
  env?: Record<string, string | undefined>;
}

const COLORS = { error: 'red', warning: 'yellow', suggestion: 'cyan' } as const satisfies Record<Severity, string>;

/**
 * Tells diagnostics in order, with a summary as the last line.
 *
 * @param diagnostics in any order
 * @param sources the files they are about; without a file's text its frame is left out
 * @returns lines of text, the last one ended; empty when there is nothing to tell
 */
export function printHuman(diagnostics: readonly Diagnostic[], sources: readonly SourceFile[], { cwd, stream = {}, env = process.env }: HumanOptions): string {
  if (diagnostics.length === 0) return '';
  // A terminal that does not know its width says 0.
  const columns = (stream as Terminal).columns || 100;
  // https://no-color.org: present and not empty.
  const color = steerable(stream, env) !== undefined && !env.NO_COLOR;
  const paint = (format: Parameters<typeof styleText>[0], text: string) => (color && text ? styleText(format, text, { validateStream: false }) : text);
  const quiet = (text: string) => paint('dim', text);
  const told = sortDiagnostics(diagnostics).map((diagnostic) => {
    const { severity, code, message, hints = [], at } = diagnostic;
    const place = placeOf(diagnostic, sources);
    const lines = [`${paint([COLORS[severity], 'bold'], severity)}${quiet(`[${code}]`)}: ${paint('bold', visible(message))}`];
    if (at && place) {
      lines.push(`  ${quiet('-->')} ${visible(shownPath(at.file, cwd))}:${place.start.line}:${place.start.column}`);
      const loud = (text: string) => paint([COLORS[severity], 'bold'], text);
      lines.push(...frame(place, { columns: Math.max(40, columns - 8), quiet, loud }));
    }
    lines.push(...hints.map((hint) => `  ${quiet('=')} ${visible(hint)}`));
    return `${lines.join('\n')}\n`;
  });
  return `${told.join('\n')}\n${summary(diagnostics)}\n`;
}

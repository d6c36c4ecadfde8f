/** Prints diagnostics for people: message, place, code frame and hints. */
import { styleText } from 'node:util';
import { asCalled } from './as-called.ts';
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
  /** The stream that the text is for: a terminal gets colours, and lines of its width. */
  stream?: object;
  env?: Record<string, string | undefined>;
}

const COLORS = { error: 'red', warning: 'yellow', suggestion: 'cyan' } as const satisfies Record<Severity, string>;

/**
 * Formats diagnostics in order, with a summary as the last line.
 *
 * @param diagnostics in any order
 * @param sources the files they are about; the code frame is left out where the text is missing
 * @returns lines of text, each with a line end; empty without diagnostics
 */
export function printHuman(diagnostics: readonly Diagnostic[], sources: readonly SourceFile[], { cwd, stream = {}, env = process.env }: HumanOptions): string {
  if (diagnostics.length === 0) return '';
  // A terminal that does not know its width says 0.
  const columns = (stream as Terminal).columns || 100;
  // https://no-color.org: present and not empty.
  const color = steerable(stream, env) !== undefined && !env.NO_COLOR;
  const paint = (format: Parameters<typeof styleText>[0], text: string) => (color && text ? styleText(format, text, { validateStream: false }) : text);
  const dim = (text: string) => paint('dim', text);
  const texts = sortDiagnostics(diagnostics).map((diagnostic) => {
    const { severity, code, message, hints = [], at } = diagnostic;
    const place = placeOf(diagnostic, sources);
    const lines = [`${paint([COLORS[severity], 'bold'], severity)}${dim(`[${code}]`)}: ${paint('bold', visible(asCalled(message, env)))}`];
    if (at && place) {
      lines.push(`  ${dim('-->')} ${visible(shownPath(at.file, cwd))}:${place.start.line}:${place.start.column}`);
      const bright = (text: string) => paint([COLORS[severity], 'bold'], text);
      lines.push(...frame(place, { columns: Math.max(40, columns - 8), dim, bright }));
    }
    lines.push(...hints.map((hint) => `  ${dim('=')} ${visible(asCalled(hint, env))}`));
    return `${lines.join('\n')}\n`;
  });
  return `${texts.join('\n')}\n${summary(diagnostics)}\n`;
}

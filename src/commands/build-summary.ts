/** Prints the summary of a build. */
import { counted } from '../diagnostics/counted.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { UNNUMBERED } from '../layout/numbering.ts';
import type { FieldReport } from '../pdf/fields.ts';
import type { Ink } from './compare-ink.ts';
import { say, type Streams } from './streams.ts';

export interface Summary {
  /** Absolute path, or `-`. */
  target: string;
  pages: number;
  fields: readonly FieldReport[];
  /** What is printed on each page as its number. */
  labels: readonly string[];
  seconds: number;
  warnings: readonly Diagnostic[];
  /** The name of the practice that the copy carries. */
  practice?: string;
  /** That the copy is on another paper than the one of its country. */
  paper?: string | undefined;
  ink?: Ink;
  /** What about sheets, each, the engine does not know: react-pdf laid them out, which takes longer. */
  unknown: readonly string[];
  /** The command that makes a packet with fewer pages, where the whole workbook was made. */
  shorter?: string | undefined;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** How much of the pages is ink, with and without the ink saver. */
const inkLine = ({ built, counterpart, saved }: Ink): string =>
  `ink on ${percent(built)} of the paper${counterpart === undefined ? '' : `, ${percent(counterpart)} ${saved ? 'without' : 'with'} --ink-saver`}`;

/** A page as it is numbered in print, with its place in the file where that is another; by its place alone where no number is printed on it. @param page from 1 */
const pageWords = (page: number, labels: readonly string[]): string => {
  const label = labels[page - 1] ?? `${page}`;
  if (label.startsWith(UNNUMBERED)) return `page without a number (${page} in the file)`;
  return label === `${page}` ? `page ${label}` : `page ${label} (${page} in the file)`;
};

/** Prints the summary on stderr, with `verbose` after a line for each field. */
export const summarize = (
  { cwd, stderr, verbose }: Streams & { verbose?: boolean },
  { target, pages, fields, labels, seconds, warnings, practice, paper, ink, unknown, shorter }: Summary,
): void => {
  if (verbose) {
    const shown = fields.map(({ page }) => pageWords(page, labels));
    const widest = Math.max(...shown.map(({ length }) => length));
    for (const [index, field] of fields.entries()) {
      const takes = field.kind === 'check' ? 'tick box' : `${field.capacity} characters`;
      say({ stderr }, `  ${shown[index]?.padEnd(widest)}  ${field.name.padEnd(44)} ${takes}`);
    }
  }
  const toWrite = fields.filter(({ kind }) => kind === 'text').length;
  const shown = shownPath(target, cwd);
  const warned = warnings.filter(({ severity }) => severity === 'warning').length;
  say(
    { stderr },
    shown === '-' ? 'Written to stdout' : shown,
    `  ${counted(pages, 'page')}, ${counted(fields.length, 'field')} (${toWrite} to write in, ${fields.length - toWrite} to tick), ${seconds.toFixed(1)} s, ${counted(warned, 'warning')}`,
  );
  if (practice) say({ stderr }, `  for ${practice}`);
  if (paper) say({ stderr }, `  ${paper}`);
  if (verbose && unknown.length > 0)
    say({ stderr }, `  ${counted(unknown.length, 'sheet')} laid out the long way, for ${[...new Set(unknown)].toSorted().join('; ')}`);
  if (ink) say({ stderr }, `  ${inkLine(ink)}`);
  if (shorter) say({ stderr }, `  to begin with fewer pages: ${shorter}`);
};

/** What a batch tells at its end: a table of a dry run, a summary, or JSON. */
import { jsonRows } from '../diagnostics/print-json.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { visible, width } from '../diagnostics/width.ts';
import { type CopyState, isDue } from '../batch/copy-state.ts';
import type { Plan, PlannedCopy } from '../batch/plan.ts';
import { say, type Streams } from './streams.ts';

export interface BatchReport {
  plan: Plan;
  /** The copies that were written. */
  made: readonly PlannedCopy[];
  seconds: number;
  cwd: string;
  dryRun: boolean;
  /** Whether it ended before all copies were made. */
  failed: boolean;
}

const HEADS = ['row', 'file', 'pages', 'fields', ''];
/** The columns with numbers, which end alike. */
const NUMBERS = new Set([0, 2, 3]);

/** The table of a dry run: who gets what. */
export const dryRunTable = ({ plan, cwd }: Pick<BatchReport, 'plan' | 'cwd'>): string => {
  const rows = plan.copies.map(({ asked, target, pages, fields, state }) => [
    String(asked.row.number),
    visible(shownPath(target, cwd)),
    String(pages),
    String(fields),
    state,
  ]);
  const all = [HEADS, ...rows];
  const widths = HEADS.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  const cell = (text: string, column: number): string => {
    const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(text)));
    return NUMBERS.has(column) ? space + text : text + space;
  };
  return all.map((row) => `${row.map(cell).join('  ').trimEnd()}\n`).join('');
};

/** The states, and how they are said of several copies. */
const STATES: readonly (readonly [one: CopyState, several: string])[] = [
  ['new', 'new'],
  ['changed', 'changed'],
  ['as it was', 'as they were'],
  ['kept: has answers', 'kept: have answers'],
];

/** Prints the summary on stderr. */
export const summarizeBatch = ({ plan: { copies, notes }, made, seconds, cwd, dryRun, failed }: BatchReport, streams: Streams): void => {
  if (copies.length === 0 || (failed && made.length === 0)) return;
  const due = copies.filter(isDue);
  const told = STATES.flatMap(([state, several]) => {
    const number = copies.filter((copy) => copy.state === state).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? state : several}`];
  }).join(', ');
  if (dryRun) say(streams, `${copies.length === 1 ? '1 copy' : `${copies.length} copies`}: ${told}. Nothing was written.`);
  else if (failed) say(streams, `${made.length} of ${due.length} written; run the same command again for the others`);
  else {
    const replaced = made.filter(({ state }) => state === 'changed');
    for (const { target } of replaced) say(streams, `  replaced: ${shownPath(target, cwd)}`);
    say(streams, `${copies.length === 1 ? '1 copy' : `${copies.length} copies`}: ${told}, ${seconds.toFixed(1)} s`);
  }
  if (!failed) for (const note of notes) say(streams, `  ${note}`);
};

/** The report for programs: `copies` (row, id, file, pages, fields, state, protected), `written`, `seconds` and `diagnostics`. */
export const batchJson = ({ plan, made, seconds, cwd }: BatchReport, sources: readonly SourceFile[]): string => {
  const copies = plan.copies.map(({ asked, target, pages, fields, state, copy }) => ({
    row: asked.row.number,
    id: copy.id ?? null,
    file: shownPath(target, cwd),
    pages,
    fields,
    state,
    protected: asked.password !== undefined,
  }));
  return `${JSON.stringify({ copies, written: made.length, seconds: Number(seconds.toFixed(3)), diagnostics: jsonRows(plan.diagnostics, sources, cwd) }, null, 2)}\n`;
};

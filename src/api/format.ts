/** `formatDiagnostics` of the public API: diagnostics as text for people, editors and programs. */
import { printHuman } from '../diagnostics/print-human.ts';
import { printJson } from '../diagnostics/print-json.ts';
import { printShort } from '../diagnostics/print-short.ts';
import { sourceFile } from '../diagnostics/source-file.ts';
import { toldOf } from './diagnostics.ts';
import type { FormatOptions, Report } from './types.ts';

/** See `formatDiagnostics` of the public API. */
export const format = (report: Report, { format: how = 'human', cwd = process.cwd(), color = false, columns = 100 }: FormatOptions): string => {
  const told = report.diagnostics.map(toldOf);
  const sources = report.sources.map(({ file, text }) => sourceFile(file, text));
  if (how === 'json') return printJson(told, sources, cwd);
  if (how === 'short') return printShort(told, sources, cwd);
  return printHuman(told, sources, { cwd, stream: { isTTY: color, columns }, env: {} });
};

/** The report of a build for programs: one JSON object. */
import { jsonRows } from '../diagnostics/print-json.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import type { Attempt } from './build-once.ts';

/**
 * The report of a build: `file`, `pages`, `fields` (name, label, kind, page, capacity), `seconds` and `diagnostics` (as `check` gives them).
 * Where nothing was written, the first four are null. `asBuilt` is there where options were taken over from a filled copy,
 * or have to be given `again`.
 *
 * @param cwd paths below it are given relative to it
 */
export const reportJson = ({
  made,
  asBuilt,
  diagnostics,
  sources,
  cwd,
}: Pick<Attempt, 'made' | 'asBuilt' | 'diagnostics' | 'sources'> & { cwd: string }): string => {
  const written = made
    ? { file: shownPath(made.target, cwd), pages: made.pdf.pages, fields: made.pdf.fields, seconds: Number(made.seconds.toFixed(3)) }
    : { file: null, pages: null, fields: null, seconds: null };
  return `${JSON.stringify({ ...written, ...(asBuilt ? { asBuilt } : {}), diagnostics: jsonRows(diagnostics, sources, cwd) }, null, 2)}\n`;
};

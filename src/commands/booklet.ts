/** `mendbook booklet`: puts the pages of a PDF on the sheets of a booklet. */
import { counted } from '../diagnostics/counted.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { sameFile } from '../output/same-file.ts';
import { deliver } from '../output/write-pdf.ts';
import { checkEnding } from '../output/check-ending.ts';
import { checkTarget, targetOf } from '../output/check-target.ts';
import { SHEET_TITLES, type SheetName, type Size } from '../booklet/sheets.ts';
import { noPdf, PAGES_ON_A_SHEET, runBooklet } from '../api/booklet.ts';
import { readPdf } from '../api/read-pdf.ts';
import { openNow, type PasswordOptions, Passwords, readWithPassword } from './passwords.ts';
import { say, type Streams, tell } from './streams.ts';
import { exitCodeOf } from './exit-code.ts';

export interface BookletOptions extends Streams, PasswordOptions {
  /** The PDF to print. */
  file: string;
  /** The PDF to write, a folder for it, or `-` for stdout; left out, beside the other one. */
  out?: string;
  /** In millimetres. */
  sheetThickness: number;
  /** Pages are made smaller or larger, so that two fill such a sheet. */
  fit?: SheetName;
  force?: boolean;
  quiet?: boolean;
}

const POINTS_PER_MM = 72 / 25.4;

/**
 * Puts the pages of a PDF on the sheets of a booklet. Nothing is written when it cannot be done.
 *
 * @returns the exit code: 0 done, 1 the file cannot be used or the target not be written, 2 wrong usage
 */
export const booklet = async (options: BookletOptions): Promise<number> => {
  const { cwd, file } = options;
  const stop = async (code: number, ...told: readonly Diagnostic[]): Promise<number> => {
    await tell(told, [], options);
    return code;
  };
  const source = path.resolve(cwd, file);
  const { bytes, found } = await readPdf(source);
  if (!bytes) return stop(2, noPdf(file, found));

  const name = `${path.basename(source, path.extname(source))}-sheets.pdf`;
  const toStdout = options.out === '-';
  const target = toStdout ? '-' : options.out === undefined ? path.join(path.dirname(source), name) : await targetOf(options.out, name, cwd);
  if (!toStdout && (await sameFile(source, target))) {
    return stop(
      2,
      error('same-file', `expected another file to write than the one that is read, found ${options.out}`, undefined, 'choose another name with --out'),
    );
  }
  const blocked = toStdout ? [] : [...(await checkTarget(target, options.force ?? false)), ...(await checkEnding(target))];
  if (blocked.length > 0) return stop(exitCodeOf(blocked), ...blocked);

  const { made, diagnostics, unlocked } = await readWithPassword(file, new Passwords(options), (password) =>
    runBooklet(bytes, file, password === undefined ? options : { ...options, password }),
  );
  if (!made) return stop(exitCodeOf(diagnostics), ...diagnostics);
  const failure = await deliver(target, made.bytes, options);
  if (failure.some(({ severity }) => severity === 'error')) return stop(1, ...failure);
  await stop(0, ...failure, ...diagnostics, ...(unlocked ? [openNow(file)] : []));
  if (!options.quiet) summarize(options, { target, count: made.sheets, ...made });
  return 0;
};

interface Made {
  target: string;
  pages: number;
  count: number;
  name?: SheetName;
  size: Size;
  scale: number;
}

const rounded = (points: number): number => Math.round(points / POINTS_PER_MM);

/** Prints what was made, and how to print the sheets. */
const summarize = ({ cwd, stderr }: Streams, { target, pages, count, name, size, scale }: Made): void => {
  const shown = shownPath(target, cwd);
  const sheet = name ? SHEET_TITLES[name] : `${rounded(size.width)} × ${rounded(size.height)} mm`;
  const blank = count * PAGES_ON_A_SHEET - pages;
  const parts = [
    `${counted(pages, 'page')} on ${counted(count, 'sheet')} of ${sheet}`,
    ...(blank > 0 ? [`${counted(blank, 'page')} left blank`] : []),
    ...(scale === 1 ? [] : [`${Math.round(100 * scale)} % of their size`]),
  ];
  const how = '  print on both sides at 100 %, flipped on the short edge; fold, and staple in the fold';
  say({ stderr }, shown === '-' ? 'Written to stdout' : shown, `  ${parts.join(', ')}`, how);
};

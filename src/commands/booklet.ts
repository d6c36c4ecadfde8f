/** `mendbook booklet`: from a PDF to print to the sheets of a booklet. */
import { counted } from '../diagnostics/counted.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import { deliver } from '../output/write-pdf.ts';
import { checkTarget, targetOf } from '../output/protect.ts';
import { scaleFor, SHEET_TITLES, SHEETS, sheetFor, type SheetName, type Size } from '../booklet/sheets.ts';
import { say, type Streams, tell } from './streams.ts';

export interface BookletOptions extends Streams {
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
/** A stapler for use at home goes through so many sheets of 80 g/m². */
const STAPLED = 20;
const PAGES_ON_A_SHEET = 4;

/**
 * Puts the pages of a PDF on the sheets of a booklet. Nothing is written when it cannot be done.
 *
 * @returns the exit code: 0 done, 1 the file cannot be used or the target not be written, 2 wrong usage
 */
export const booklet = async (options: BookletOptions): Promise<number> => {
  const { cwd, file, fit } = options;
  const stop = async (code: number, ...told: readonly Diagnostic[]): Promise<number> => {
    await tell(told, [], options);
    return code;
  };
  const source = path.resolve(cwd, file);
  const bytes = await readFile(source).catch((thrown: NodeJS.ErrnoException) => thrown);
  if (bytes instanceof Error) return stop(2, unreadable(file, bytes));

  const name = `${path.basename(source, path.extname(source))}-sheets.pdf`;
  const toStdout = options.out === '-';
  const target = toStdout ? '-' : options.out === undefined ? path.join(path.dirname(source), name) : await targetOf(options.out, name, cwd);
  if (!toStdout && (await sameFile(source, target))) {
    return stop(
      2,
      error('same-file', `expected another file to write than the one that is read, found ${options.out}`, undefined, 'choose another name with --out'),
    );
  }
  const blocked = toStdout ? [] : await checkTarget(target, options.force ?? false);
  if (blocked.length > 0) return stop(1, ...blocked);

  const [{ brokenPdf, openPrintPdf }, { impose }, { pageFrame }] = await Promise.all([
    import('../booklet/open.ts'),
    import('../booklet/impose.ts'),
    import('../booklet/page-frame.ts'),
  ]);
  const { opened, diagnostics } = await openPrintPdf(bytes, file);
  if (!opened) return stop(1, ...diagnostics);
  let made: { sheets: Uint8Array; name?: SheetName; size: Size; scale: number };
  try {
    const page = largest(opened.pages.map((one) => pageFrame(one).size));
    const sheet: { size: Size; name?: SheetName } = fit ? { size: SHEETS[fit], name: fit } : sheetFor(page);
    const scale = fit ? scaleFor(page, sheet.size) : 1;
    made = { ...sheet, scale, sheets: await impose(opened, { sheet: sheet.size, scale, thickness: options.sheetThickness * POINTS_PER_MM }) };
  } catch {
    // Whatever the pages hold, they come from outside.
    return stop(1, ...diagnostics, brokenPdf(file));
  }

  const failure = await deliver(target, made.sheets, options);
  if (failure.some(({ severity }) => severity === 'error')) return stop(1, ...failure);
  const pages = opened.pages.length;
  const count = Math.ceil(pages / PAGES_ON_A_SHEET);
  await stop(0, ...failure, ...diagnostics, ...(count > STAPLED ? [thick(count)] : []));
  if (!options.quiet) summarize(options, { target, pages, count, ...made });
  return 0;
};

const largest = (sizes: readonly Size[]): Size => ({
  width: Math.max(...sizes.map(({ width }) => width)),
  height: Math.max(...sizes.map(({ height }) => height)),
});

const sameFile = async (one: string, other: string): Promise<boolean> => {
  const real = (name: string): Promise<string> => realpath(name).catch(() => name);
  return (await real(one)) === (await real(other));
};

const unreadable = (file: string, { code, message }: NodeJS.ErrnoException): Diagnostic => {
  const found: Record<string, string> = { ENOENT: 'nothing there', EISDIR: 'a folder', EACCES: 'one that may not be read' };
  return error(
    'no-file',
    `expected a PDF to print, found ${found[code ?? ''] ?? message}: ${file}`,
    undefined,
    'build one with "mendbook build --paper a5 --binding booklet --flat"',
  );
};

const thick = (count: number): Diagnostic =>
  warning(
    'thick-booklet',
    `expected at most ${STAPLED} sheets, which a stapler goes through, found ${count}`,
    undefined,
    'make several booklets, one for a few steps each, such as "mendbook build --steps 1-2 …"',
  );

interface Made {
  target: string;
  pages: number;
  count: number;
  name?: SheetName;
  size: Size;
  scale: number;
}

const rounded = (points: number): number => Math.round(points / POINTS_PER_MM);

/** What was made, and how it is printed. */
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

/** `booklet` of the public API: puts the pages of a PDF on the sheets of a booklet. */
import { scaleFor, SHEET_THICKNESS, SHEETS, SHEET_NAMES, sheetFor, type SheetName, type Size, THICKEST } from '../booklet/sheets.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import { reportOf } from './diagnostics.ts';
import { readPdf } from './read-pdf.ts';
import type { BookletOptions, BookletPdf, ReadControl, Refused } from './types.ts';

const POINTS_PER_MM = 72 / 25.4;
/** How many sheets of 80 g/m² a home stapler can staple. */
const STAPLED = 20;
export const PAGES_ON_A_SHEET = 4;

/** The imposed sheets. */
export interface MadeSheets {
  bytes: Uint8Array;
  pages: number;
  sheets: number;
  size: Size;
  /** The name of a usual size. */
  name?: SheetName;
  scale: number;
}

/**
 * Imposes the bytes of a PDF.
 *
 * @param file its name, for the diagnostics
 * @throws the reason of the signal, when it was aborted
 */
export const runBooklet = async (
  bytes: Uint8Array,
  file: string,
  { fit, sheetThickness = SHEET_THICKNESS, signal, password }: BookletOptions & ReadControl,
): Promise<{ made?: MadeSheets; diagnostics: Diagnostic[] }> => {
  const [{ brokenPdf, openPrintPdf }, { impose }, { pageFrame }] = await Promise.all([
    import('../booklet/open-printable.ts'),
    import('../booklet/impose.ts'),
    import('../booklet/page-frame.ts'),
  ]);
  signal?.throwIfAborted();
  const { opened, diagnostics } = await openPrintPdf(bytes, file, password);
  if (!opened) return { diagnostics };
  signal?.throwIfAborted();
  const pages = opened.pages.length;
  const sheets = Math.ceil(pages / PAGES_ON_A_SHEET);
  try {
    const page = largest(opened.pages.map((one) => pageFrame(one).size));
    const sheet: { size: Size; name?: SheetName } = fit ? { size: SHEETS[fit], name: fit } : sheetFor(page);
    const scale = fit ? scaleFor(page, sheet.size) : 1;
    const made = await impose(opened, { sheet: sheet.size, scale, thickness: sheetThickness * POINTS_PER_MM });
    return { made: { ...sheet, scale, bytes: made, pages, sheets }, diagnostics: [...diagnostics, ...(sheets > STAPLED ? [thick(sheets)] : [])] };
  } catch (thrown) {
    // The pages come from outside: an error in reading them is a fault of the file.
    return { diagnostics: [...diagnostics, brokenPdf(file, thrown)] };
  }
};

/** See `booklet` of the public API. */
export const bookletFor = async (
  input: string | Uint8Array,
  { fit, sheetThickness, signal, password }: BookletOptions & ReadControl,
): Promise<BookletPdf | Refused> => {
  const usage = (told: Diagnostic): Refused => ({ ok: false, reason: 'usage', ...reportOf([told], []) });
  if (fit !== undefined && !SHEET_NAMES.includes(fit)) return usage(wrong('fit', `one of ${SHEET_NAMES.join(', ')}`, fit));
  if (sheetThickness !== undefined && !(sheetThickness >= 0 && sheetThickness <= THICKEST))
    return usage(wrong('sheetThickness', `millimetres from 0 to ${THICKEST}`, sheetThickness));
  const { bytes, name, found } = await readPdf(input);
  if (!bytes) return usage(noPdf(name, found));
  const { made, diagnostics } = await runBooklet(bytes, name, {
    ...(fit ? { fit } : {}),
    ...(sheetThickness === undefined ? {} : { sheetThickness }),
    ...(signal ? { signal } : {}),
    ...(password === undefined ? {} : { password }),
  });
  const report = reportOf(diagnostics, []);
  if (!made) return { ok: false, reason: 'input', ...report };
  const { pages, sheets, size, scale } = made;
  return { ok: true, bytes: made.bytes, pages, sheets, sheetSize: size, scale, ...report };
};

const wrong = (name: string, expected: string, found: unknown): Diagnostic =>
  error(
    'option',
    `expected ${expected} for the option ${name}, found ${JSON.stringify(found)}`,
    undefined,
    'see docs/use-from-code.md for what each option takes',
  );

/** The diagnostic for a PDF to print that cannot be read. @param found what is there instead */
export const noPdf = (file: string, found: string): Diagnostic =>
  error('no-file', `expected a PDF to print, found ${found}: ${file}`, undefined, 'build one with "mendbook build --paper a5 --binding booklet --flat"');

const largest = (sizes: readonly Size[]): Size => ({
  width: Math.max(...sizes.map(({ width }) => width)),
  height: Math.max(...sizes.map(({ height }) => height)),
});

const thick = (count: number): Diagnostic =>
  warning(
    'thick-booklet',
    `expected at most ${STAPLED} sheets, which a stapler goes through, found ${count}`,
    undefined,
    'make several booklets, one for a few steps each, such as "mendbook build --steps 1-2 …"',
  );

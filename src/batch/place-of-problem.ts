/** Places a problem with the options of a copy: at the cell of its row, or nowhere where the command line gives the option. */
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { AskedCopy } from '../list/asked-copies.ts';
import { hintsOfDates, isLikeDate } from '../list/spreadsheet-cells.ts';
import { type AskedOptions, flagOf, OPTION_NAMES } from '../options/option-values.ts';

/** Problems that no row has caused, each with whether the command line has. */
const OF_NO_ROW: ReadonlyMap<DiagnosticCode, boolean> = new Map<DiagnosticCode, boolean>([
  ['no-workbook', true],
  ['untrusted-template', false],
]);

/** What is said of the file of a practice that is not there: it has the place of that file. */
const NO_FILE: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>(['unreadable', 'not-a-file']);

/** The options that problems are about whose words do not name them. */
const OPTIONS_OF: Partial<Record<DiagnosticCode, string>> = {
  'no-language': 'lang',
  'no-help-lines': 'country',
  'unknown-template': 'template',
  'no-packet': 'packet',
  'other-not-named': 'other',
  'unknown-part': 'only',
  'part-twice': 'only',
  steps: 'steps',
  without: 'without',
  with: 'with',
};

/** The names of the options that a problem is about. */
const optionsIn = ({ code, message }: Diagnostic): string[] => {
  const isNamed = (name: string): boolean =>
    new RegExp(`--${name}(?![\\w-])`).test(message) || message.includes(` a ${name} `) || message.includes(`(in a ${name})`);
  return [...(OPTIONS_OF[code] === undefined ? [] : [OPTIONS_OF[code]]), ...[...OPTION_NAMES.keys()].filter(isNamed)];
};

/** A problem, and whether the command line has caused it. */
interface Placed {
  placed: Diagnostic;
  ofCommand: boolean;
}

/**
 * Where a problem of a book is told: once where it has a place, or comes from the command line; else at each row that asks for the book.
 *
 * @param copies of that book
 * @param usual the options of the command line
 * @param wrongUsage whether the book asks for what there is not
 */
export const placesOf = (
  one: Diagnostic,
  copies: readonly Pick<AskedCopy, 'row'>[],
  { usual, wrongUsage }: { usual: AskedOptions; wrongUsage: boolean },
): Placed[] => {
  const ofNoRow = OF_NO_ROW.get(one.code);
  if (ofNoRow !== undefined) return [{ placed: one, ofCommand: ofNoRow }];
  if (one.at || one.severity !== 'error') return [{ placed: one, ofCommand: wrongUsage && usual.practice !== undefined && NO_FILE.has(one.code) }];
  const named = optionsIn(one);
  return copies.map(({ row }) => {
    const cell = named.map((name) => row.cells.get(name)).find(Boolean) ?? [...row.cells.values()].find(({ text }) => one.message.includes(`"${text}"`));
    if (!cell && [...OPTION_NAMES.values()].some((name) => usual[name] !== undefined && named.includes(flagOf(name)))) return { placed: one, ofCommand: true };
    const steps = one.code === 'steps' ? row.cells.get('steps') : undefined;
    const hints = [...(one.hints ?? []), ...(steps && isLikeDate(steps) ? hintsOfDates(steps.at, '1-3') : [])];
    return { placed: { ...one, at: (cell ?? row).at, ...(hints.length > 0 ? { hints } : {}) }, ofCommand: false };
  });
};

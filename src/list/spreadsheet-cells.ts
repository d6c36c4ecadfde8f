/** Says where something is in a list as its spreadsheet shows it, and what a spreadsheet may have made of what was typed. */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import type { Cell, List } from './rows.ts';

/** Lists in YAML come from no spreadsheet. */
const isYaml = ({ file }: Location): boolean => /\.ya?ml$/i.test(file);

/** What a spreadsheet makes of a date or of steps such as 1-3: 03/12/2026, Jan-03, 3. Jan, 2026-01-03, or 46025. */
const LIKE_A_DATE = /^\d{4,}|^\d+[./]|\d-\d+-|^\d+[.\s-]+\p{L}|^\p{L}{3,}\.?[\s-]\d{1,4}$/u;

/** Whether a spreadsheet may have made the words of a cell into a date. */
export const isLikeDate = ({ text }: Pick<Cell, 'text'>): boolean => LIKE_A_DATE.test(text);

/** What to do against it, as hints; none for a list in YAML. @param example what to type */
export const hintsOfDates = (at: Location, example: string): string[] =>
  isYaml(at)
    ? []
    : [`a spreadsheet changes what it takes for a date: format the column as Text (in Excel, LibreOffice and Numbers alike), then type ${example} again`];

const keyOf = ({ start, end }: Location): string => `${start}-${end}`;

/**
 * Adds to messages the row, and the column, that a spreadsheet shows: lines of the file are others as soon as a cell has several lines.
 * A message that tells of its row already, and one about the names of the columns, stays as it is.
 */
export const withCells = (diagnostics: readonly Diagnostic[], { rows, source }: Pick<List, 'rows' | 'source'>): Diagnostic[] => {
  if (diagnostics.length === 0 || isYaml({ file: source.file, start: 0, end: 0 })) return [...diagnostics];
  const places = new Map<string, string>();
  for (const { number, at, cells } of rows) {
    places.set(keyOf(at), `row ${number}`);
    for (const [column, cell] of cells) places.set(keyOf(cell.at), `row ${number}, column ${column}`);
  }
  return diagnostics.map((one) => {
    const place = one.at?.file === source.file ? places.get(keyOf(one.at)) : undefined;
    return place === undefined || /\brows? \d/.test(one.message) ? one : { ...one, message: `${one.message} (${place})` };
  });
};

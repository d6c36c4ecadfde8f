/** Reads a list from CSV, with the place of every cell. */
import { type CastingContext, CsvError, parse } from 'csv-parse/sync';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { counted } from '../diagnostics/counted.ts';
import { findDelimiter, DELIMITER_NAMES } from './delimiter.ts';
import { type Cell, columnName, type Head, type List, type Row } from './rows.ts';

/**
 * Reads a text of CSV: RFC 4180 with commas, semicolons or tabs. Its first row are the names of the columns; rows without any text are left out.
 *
 * @param source the text, decoded
 */
export const readCsv = (source: SourceFile): List => {
  const { delimiter, start } = findDelimiter(source.text);
  const list: List = { heads: [], rows: [], diagnostics: [], source };
  const records = recordsOf(source, delimiter, start, list.diagnostics);
  const [first, ...rest] = records.map((cells, index) => ({ cells, number: index + 1 })).filter(({ cells }) => cells.some(({ text }) => text !== ''));
  if (!first) {
    if (list.diagnostics.length > 0) return list;
    const hint = 'the first row names the columns, such as name,for; mendbook batch --sample writes an example';
    return { ...list, diagnostics: [error('empty', 'expected a row with the names of the columns, found an empty list', within(source, 0, 0), hint)] };
  }
  list.heads = first.cells.flatMap(({ text, at }, index): Head[] =>
    // A column without a name is allowed as long as nothing stands in it.
    text === '' && rest.every(({ cells }) => (cells[index]?.text ?? '') === '') ? [] : [{ name: columnName(text), written: text, at }],
  );
  const named = first.cells.map(({ text }) => columnName(text));
  for (const { cells, number } of rest) {
    const at = spanOf(cells, source.file);
    const more = cells.slice(named.length).find(({ text }) => text !== '');
    if (more) {
      const hint = `put cells with ${DELIMITER_NAMES[delimiter]} in them between quotation marks: "…"`;
      const message = `expected at most ${counted(named.length, 'cell')} as in the first row, found ${cells.length} in row ${number}`;
      list.diagnostics.push(error('ragged-row', message, more.at, hint));
      continue;
    }
    const filled = cells.flatMap((cell, index): [string, Cell][] => (cell.text === '' ? [] : [[named[index] ?? '', cell]]));
    list.rows.push({ number, at, cells: new Map(filled) } satisfies Row);
  }
  return list;
};

const within = ({ file }: SourceFile, start: number, end: number): Location => ({ file, start, end });

/** From the first cell with text to the last. */
const spanOf = (cells: readonly Cell[], file: string): Location => {
  const filled = cells.filter(({ text }) => text !== '');
  return { file, start: filled[0]?.at.start ?? 0, end: filled.at(-1)?.at.end ?? 0 };
};

/** The cells of every record, empty ones too. */
const recordsOf = (source: SourceFile, delimiter: string, start: number, diagnostics: Diagnostic[]): Cell[][] => {
  const text = source.text.slice(start);
  const bytes = Buffer.from(text);
  // Where the text is at in bytes (as the parser counts) and in characters (as diagnostics do).
  let [byte, at, lastEnd] = [0, start, start];
  const place = (context: CastingContext): Location => {
    at += bytes.subarray(byte, context.bytes).toString().length;
    const from = byte === 0 ? start : lastEnd + skipped(source.text, lastEnd, delimiter);
    byte = context.bytes;
    lastEnd = at;
    return { file: source.file, start: Math.min(from, at), end: at };
  };
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      cast: (value, context): Cell => ({ text: value.replaceAll('\r\n', '\n').trim().normalize('NFC'), at: place(context) }),
    }) as unknown as Cell[][];
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const wrong = lastEnd + skipped(source.text, lastEnd, delimiter);
    diagnostics.push(quoteFault(thrown, { file: source.file, start: wrong, end: wrong + 1 }));
    return [];
  }
};

/** How long the sign is that ends a cell: a delimiter or a line end. */
const skipped = (text: string, end: number, delimiter: string): number => {
  if (text.startsWith(delimiter, end)) return delimiter.length;
  return /^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
};

/** The faults of quotation marks, which the parser stops at. */
const quoteFault = ({ code, message }: CsvError, at: Location): Diagnostic => {
  const twice = 'a cell with quotation marks stands between quotation marks, and those inside are doubled: "Ana ""Annie"" Smith"';
  if (code === 'CSV_QUOTE_NOT_CLOSED') return error('list-quotes', 'expected a quotation mark at the end of the cell that begins here, found none', at, twice);
  if (code === 'INVALID_OPENING_QUOTE') return error('list-quotes', 'expected quotation marks around the whole cell, found one within it', at, twice);
  if (code === 'CSV_INVALID_CLOSING_QUOTE') {
    return error('list-quotes', 'expected the end of the cell behind its closing quotation mark, found more text', at, twice);
  }
  return error('list-quotes', `expected a list in CSV, found something else (${message})`, at, twice);
};

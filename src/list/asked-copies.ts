/** Turns the rows of a list into copies to make: parsed options, and what only the list says. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Option } from '../options/declarations.ts';
import type { AskedOptions } from '../options/option-values.ts';
import { clientSign, type Parse, WrongValue } from '../options/parse-values.ts';
import { day, dayAndTime } from '../options/parse-dates.ts';
import { OPTIONS } from '../options/table.ts';
import { type Column, LIST_COLUMNS } from './columns.ts';
import type { Cell, Row } from './rows.ts';
import { hintsOfDates } from './spreadsheet-cells.ts';

/** One copy that a row asks for. */
export interface AskedCopy {
  row: Row;
  options: AskedOptions;
  /** The sign of the client, as in its column. */
  id?: string;
  file?: Cell;
  /** The file of its answers, from the folder of the list. */
  answers?: Cell;
  password?: string;
  /** Values of the workbook’s variables, by name. */
  variables: Record<string, string>;
  /** Words to fill in beforehand, by the names of the fields. */
  fill: ReadonlyMap<string, Cell>;
  /** What stands in each column, by its name: for the names of files. */
  words: ReadonlyMap<string, string>;
}

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'on']);
const NO = new Set(['no', 'n', 'false', '0', 'off']);

/**
 * The copies that rows ask for: one a row, or one for each edition in its column `copies`.
 *
 * @param usual the options of the command line, which hold where a row says nothing
 */
export const askedCopies = (
  rows: readonly Row[],
  columns: ReadonlyMap<string, Column>,
  usual: AskedOptions,
): { copies: AskedCopy[]; diagnostics: Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  const copies = rows.flatMap((row) => copiesOf(row, columns, usual, diagnostics));
  return { copies, diagnostics };
};

const copiesOf = (row: Row, columns: ReadonlyMap<string, Column>, usual: AskedOptions, diagnostics: Diagnostic[]): AskedCopy[] => {
  const options: Record<string, unknown> = { ...usual };
  const variables: Record<string, string> = {};
  const fill = new Map<string, Cell>();
  const said = new Map<string, Cell>();
  for (const [name, cell] of row.cells) {
    const column = columns.get(name);
    if (!column) continue;
    if ('list' in column) said.set(column.list, cell);
    else if ('field' in column) fill.set(column.field, cell);
    else if ('variable' in column) variables[column.variable] = cell.text;
    else {
      const read = valueOf(cell, OPTIONS[column.option]);
      if (read.diagnostic) diagnostics.push(read.diagnostic);
      else options[column.option] = read.value;
    }
  }
  const words = new Map([...row.cells].map(([name, { text }]) => [name, text]));
  const [file, answers, password] = [said.get('file'), said.get('answers'), said.get('password')?.text];
  const id = said.get('id');
  const sign = id && parsed(id, clientSign, LIST_COLUMNS.id);
  if (sign?.diagnostic) diagnostics.push(sign.diagnostic);
  const copy: AskedCopy = {
    row,
    // The values were parsed by the options themselves.
    options: options as AskedOptions,
    variables,
    fill,
    words,
    ...(sign?.value === undefined ? {} : { id: sign.value }),
    ...(file ? { file } : {}),
    ...(answers ? { answers } : {}),
    ...(password === undefined ? {} : { password }),
  };
  const asked = said.get('copies');
  if (!asked) return [copy];
  const editions = editionsOf(asked, diagnostics);
  if (editions.length > 1 && file) {
    const hint = 'leave the column empty for this client, or give each copy a row of its own';
    diagnostics.push(error('wrong-value', `expected one copy for the file "${file.text}", found ${editions.length}`, file.at, hint));
  }
  return editions.map((edition) => ({ ...copy, options: { ...copy.options, edition }, words: new Map([...words, ['edition', edition]]) }));
};

type Edition = NonNullable<AskedOptions['edition']>;

/** The editions of a client, each once. */
const editionsOf = ({ text, at }: Cell, diagnostics: Diagnostic[]): Edition[] => {
  const { values } = OPTIONS.edition;
  const editions = new Set<Edition>();
  for (const word of text.split(/[,;+\n]/).map((part) => part.trim().toLowerCase())) {
    const known = values.find((value) => value === word);
    if (known) editions.add(known);
    else if (word !== '') diagnostics.push(error('wrong-value', `expected editions such as client, counselor, found "${word}"`, at, waysTo(word, values)));
  }
  return [...editions];
};

const waysTo = (word: string, values: readonly string[]): string => {
  const near = nearest(word, values);
  return near ? `did you mean "${near}"?` : `one of: ${values.join(', ')}`;
};

/** The value of an option from a cell. */
const valueOf = ({ text, at }: Cell, option: Option): { value?: unknown; diagnostic?: Diagnostic } => {
  const word = text.toLowerCase();
  if (option.kind === 'switch') {
    if (YES.has(word)) return { value: true };
    if (NO.has(word)) return { value: false };
    return { diagnostic: error('wrong-value', `expected yes or no, found "${text}"`, at, 'write yes, no, or nothing') };
  }
  const isDate = option.parse === day || option.parse === dayAndTime;
  const read = parsed<unknown>({ text, at }, option.parse, option.help, ...(isDate ? hintsOfDates(at, '2026-12-03') : []));
  if (!read.diagnostic || option.kind !== 'choice') return read;
  return { diagnostic: error('wrong-value', `expected one of ${option.values.join(', ')}, found "${text}"`, at, waysTo(word, option.values)) };
};

/** What a parser reads in a cell, or what is wrong there. */
const parsed = <Value>({ text, at }: Cell, parse: Parse<Value>, ...hints: string[]): { value?: Value; diagnostic?: Diagnostic } => {
  try {
    return { value: parse(text) };
  } catch (thrown) {
    if (!(thrown instanceof WrongValue)) throw thrown;
    const { message } = thrown;
    return { diagnostic: error('wrong-value', `${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, '')}`, at, ...hints) };
  }
};

/** The rows of a list of copies, as they are written: texts with their places. */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';

/** What is written in a cell. */
export interface Cell {
  /** Without spaces around it, in NFC; line ends are LF. */
  text: string;
  at: Location;
}

/** A column: its head as it is written, and the name that the cells are found by. */
export interface Head {
  name: string;
  written: string;
  at: Location;
}

export interface Row {
  /** As a spreadsheet counts its rows, where the head is row 1; in YAML, the clients from 1. */
  number: number;
  at: Location;
  /** The cells that are not empty, by the names of their columns. */
  cells: ReadonlyMap<string, Cell>;
}

/** A list that was read. */
export interface List {
  heads: Head[];
  rows: Row[];
  diagnostics: Diagnostic[];
  source: SourceFile;
}

/** The name of a column, from its head in any case, with spaces or underscores: `Large Print` is `large-print`. What is filled in keeps its case. */
export const columnName = (written: string): string => {
  const name = written.trim().normalize('NFC');
  const field = /^fill\s*\.\s*(.+)$/i.exec(name)?.[1];
  return field === undefined ? name.toLowerCase().replaceAll(/[\s_]+/g, '-') : `fill.${field}`;
};

/** Splits the words of the cells of a table into those of its row and the head of its column. */
import type { RecordedField } from '../record/question-map.ts';

/** What stands behind the id of a question in the name of a cell: its row and its column. */
const CELL = /^_(\d+)_(\d+)$/;

/** A cell, by the end of its name. */
export interface GridCell {
  suffix: string;
  row: string;
  /** The words of the row. */
  label: string;
  /** The head of the column; empty where it has none. */
  head: string;
}

/** The cells of a table, in the order of its fields. */
export const cellsOf = (fields: readonly RecordedField[]): GridCell[] => {
  const heads = headsOf(fields);
  return fields.map(([suffix, , words]) => {
    const [, row = suffix, column = ''] = CELL.exec(suffix) ?? [];
    const head = heads.get(column) ?? '';
    return { suffix, row, head, label: head !== '' && words.endsWith(`, ${head}`) ? words.slice(0, -head.length - 2) : words };
  });
};

/** Whether fields are cells of one table: all are numbered by row and column, and the cells of a row have its words in common. */
export const isGrid = (fields: readonly RecordedField[]): boolean => {
  const labels = new Map<string, Set<string>>();
  for (const { row, label } of cellsOf(fields)) labels.set(row, (labels.get(row) ?? new Set()).add(label));
  return fields.every(([suffix, kind]) => kind === 'text' && CELL.test(suffix)) && [...labels.values()].every(({ size }) => size === 1);
};

/** The head of each column: what the words of its cells have in common at their ends. */
const headsOf = (fields: readonly RecordedField[]): Map<string, string> => {
  const columns = new Map<string, string[]>();
  for (const [suffix, , words] of fields) {
    const column = CELL.exec(suffix)?.[2];
    if (column !== undefined) columns.set(column, [...(columns.get(column) ?? []), words]);
  }
  return new Map([...columns].map(([column, words]) => [column, sharedTail(words)]));
};

const sharedTail = ([first = '', ...rest]: readonly string[]): string => {
  for (let at = first.indexOf(', '); at >= 0; at = first.indexOf(', ', at + 1)) {
    const tail = first.slice(at);
    if (rest.every((words) => words.endsWith(tail))) return tail.slice(2);
  }
  return '';
};

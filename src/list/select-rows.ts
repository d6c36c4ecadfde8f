/** Chooses rows of a list: by their numbers, by what stands in a column, and the share of one of several machines. */
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { asLookedUp } from '../system/as-looked-up.ts';
import { columnName, type List, type Row } from './rows.ts';

export interface RowChoice {
  /** Numbers and ranges: `3-7,12`. */
  rows?: string | undefined;
  /** Columns and what stands in them: `name=Ana`; all have to hold. */
  where?: readonly string[] | undefined;
  /** One of several equal shares: `3/16`. */
  shard?: string | undefined;
}

/**
 * Chooses rows.
 *
 * @returns the rows, in the order of the list, and what is wrong with the choice
 */
export const selectRows = (list: Pick<List, 'heads' | 'rows'>, { rows, where = [], shard }: RowChoice): { rows: Row[]; diagnostics: Diagnostic[] } => {
  const numbered = rows === undefined ? undefined : readNumbers(rows, list.rows);
  const conditions = where.map((written) => readCondition(written, list));
  const share = shard === undefined ? undefined : readShard(shard);
  const diagnostics = [numbered, ...conditions, share].flatMap((one) => one?.diagnostics ?? []);
  if (diagnostics.length > 0) return { rows: [], diagnostics };
  const chosen = list.rows.filter(
    (row) => (numbered?.has(row.number) ?? true) && conditions.every(({ holds }) => holds(row)) && (share ? shardOf(row, share.of) === share.number : true),
  );
  // A share may well be empty where the list is short.
  if (chosen.length > 0 || share || list.rows.length === 0) return { rows: chosen, diagnostics: [] };
  const asked = [...(rows === undefined ? [] : [`--rows ${rows}`]), ...where.map((one) => `--where ${one}`)].join(' ');
  return {
    rows: [],
    diagnostics: [wrong(`expected rows of the list, found none for ${asked}`, 'mendbook batch <list> --dry-run shows all rows with their numbers')],
  };
};

const wrong = (message: string, ...hints: string[]): Diagnostic => error('list-choice', message, undefined, ...hints);

interface Numbers {
  has: (number: number) => boolean;
  diagnostics: Diagnostic[];
}

const readNumbers = (written: string, rows: readonly Row[]): Numbers => {
  const parts = written.split(',').map((part) => /^\s*(\d{1,9})\s*(?:-\s*(\d{1,9})\s*)?$/.exec(part));
  const ranges = parts.map((part) => [Number(part?.[1]), Number(part?.[2] ?? part?.[1])] as const);
  const hint = `rows are numbered from ${rows[0]?.number ?? 1} to ${rows.at(-1)?.number ?? 1}: as the spreadsheet counts them, with the names of the columns in row 1; in YAML from the first client`;
  const none = { has: () => false, diagnostics: [wrong(`expected rows such as 3-7,12, found "${written}"`, hint)] };
  if (parts.includes(null) || ranges.some(([from, to]) => from > to)) return none;
  const known = new Set(rows.map(({ number }) => number));
  const lost = ranges.filter(([from, to]) => from === to && !known.has(from)).map(([from]) => from);
  const diagnostics = lost.length > 0 ? [wrong(`expected rows of the list, found ${lost.join(', ')}`, hint)] : [];
  return { has: (number) => ranges.some(([from, to]) => from <= number && number <= to), diagnostics };
};

interface Condition {
  holds: (row: Row) => boolean;
  diagnostics: Diagnostic[];
}

const readCondition = (written: string, { heads }: Pick<List, 'heads'>): Condition => {
  const [column = '', ...rest] = written.split('=');
  const none = (message: string, hint: string): Condition => ({ holds: () => false, diagnostics: [wrong(message, hint)] });
  if (rest.length === 0) return none(`expected a column and what stands in it, such as name=Ana, found "${written}"`, 'write --where "column=words"');
  const name = columnName(column);
  const names = heads.map((head) => head.name);
  if (!names.includes(name)) {
    const near = nearest(name, names);
    return none(`expected a column of the list, found "${column.trim()}"`, near ? `did you mean "${near}"?` : `columns of the list: ${names.join(', ')}`);
  }
  const words = asLookedUp(rest.join('='));
  return { holds: ({ cells }) => asLookedUp(cells.get(name)?.text ?? '') === words, diagnostics: [] };
};

interface Share {
  number: number;
  of: number;
  diagnostics: Diagnostic[];
}

/** The most shares of a list. */
const MOST_SHARES = 100_000;

const readShard = (written: string): Share => {
  const [, number, of] = (/^\s*(\d{1,6})\s*\/\s*(\d{1,6})\s*$/.exec(written) ?? []).map(Number);
  if (number !== undefined && of !== undefined && number >= 1 && number <= of && of <= MOST_SHARES) return { number, of, diagnostics: [] };
  const hint = 'of 16 machines, the first makes --shard 1/16 and the last --shard 16/16';
  return { number: 0, of: 1, diagnostics: [wrong(`expected a share such as 3/16, found "${written}"`, hint)] };
};

/** The share that a row belongs to, from 1. It depends on what stands in the row alone, so that new rows move no others. */
const shardOf = ({ cells }: Row, of: number): number => {
  const content = [...cells].map(([name, { text }]) => [name, text]).toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return (createHash('sha256').update(JSON.stringify(content)).digest().readUInt32BE(0) % of) + 1;
};

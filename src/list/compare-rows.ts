/** Compares the rows of a list with each other: a password or a role that some have and others lack, an id that two have, or that says a name. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import { asLookedUp } from '../system/as-looked-up.ts';
import { warningOfTellingId } from '../options/telling-id.ts';
import { namedRows } from './named-rows.ts';
import type { List, Row } from './rows.ts';

export interface Compared {
  /** The rows that copies are made of in this run. */
  chosen: readonly Row[];
  /** Whether copies without a password in their row get another one. */
  protect: boolean;
}

/** What is odd about rows beside the others of their list. Rows that are not chosen are compared with, and nothing else is said of them. */
export const compareRows = (list: Pick<List, 'rows'>, { chosen, protect }: Compared): Diagnostic[] => [
  ...(protect ? [] : openRows(list, chosen)),
  ...rowsOfOneId(list, chosen),
  ...chosen.flatMap(({ cells }) => warningOfTellingId(cells.get('id')?.text, [cells.get('name')?.text, cells.get('other')?.text], cells.get('id')?.at)),
];

const openRows = ({ rows }: Pick<List, 'rows'>, chosen: readonly Row[]): Diagnostic[] => {
  if (!rows.some(({ cells }) => cells.has('password'))) return [];
  const hint = 'write one into the cell, or give --protect: it asks for one for all copies that have none';
  return emptyCells(chosen, 'password', { what: 'a password', one: 'its copy opens without', many: 'their copies open without', hint });
};

/**
 * Warns of rows that say for nobody whose copies they are, where other rows of the list do.
 *
 * @param forBoth rows whose copies have the pages of both, because neither the command nor a packet says otherwise
 */
export const rowsWithoutRole = ({ rows }: Pick<List, 'rows'>, forBoth: readonly Row[]): Diagnostic[] => {
  if (!rows.some(({ cells }) => (cells.get('for')?.text.toLowerCase() ?? 'both') !== 'both')) return [];
  const inOrder = [...new Set(forBoth)].toSorted((one, other) => one.number - other.number);
  const hint = 'write was-hurt or broke-trust into the cell, or both where one copy is to have all pages';
  return emptyCells(inOrder, 'for', { what: 'a role', one: 'its copy has the pages of both', many: 'their copies have the pages of both', hint });
};

const CODES = { password: 'row-without-password', for: 'row-without-role' } as const;

/** One warning of the rows whose cell is empty though other rows have words there, with what follows for one copy or for many. */
const emptyCells = (
  rows: readonly Row[],
  column: keyof typeof CODES,
  { what, one, many, hint }: Record<'what' | 'one' | 'many' | 'hint', string>,
): Diagnostic[] => {
  const empty = rows.filter(({ cells }) => !cells.has(column));
  const [first] = empty;
  if (!first) return [];
  const follows = empty.length === 1 ? one : many;
  return [warning(CODES[column], `expected ${what} in ${namedRows(empty)}, column ${column}, as in other rows, found none: ${follows}`, first.at, hint)];
};

const rowsOfOneId = ({ rows }: Pick<List, 'rows'>, chosen: readonly Row[]): Diagnostic[] => {
  const byId = new Map<string, Row[]>();
  for (const row of rows) {
    const id = row.cells.get('id');
    if (id) byId.set(asLookedUp(id.text), [...(byId.get(asLookedUp(id.text)) ?? []), row]);
  }
  return [...byId.values()].flatMap((same) => {
    const told = same.slice(1).find((row) => chosen.includes(row)) ?? same.find((row) => chosen.includes(row));
    const id = told?.cells.get('id');
    if (same.length === 1 || !id) return [];
    return [
      warning(
        'two-of-one-id',
        `expected an id of its own in each row, found "${id.text}" in ${namedRows(same)}`,
        id.at,
        'give one of them another id: mendbook inspect shows it, to tell whose copy a file is',
        'several copies of one client can stand in one row: client, counselor in the column copies',
      ),
    ];
  });
};

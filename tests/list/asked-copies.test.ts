/** The rows of a list become copies to make, with the options of their columns. */
import { expect, test } from 'vitest';
import { sourceFile } from '../../src/diagnostics/source-file.ts';
import { askedCopies } from '../../src/list/asked-copies.ts';
import { columnsOf } from '../../src/list/columns.ts';
import { readCsv } from '../../src/list/read-csv.ts';

const read = (csv: string) => {
  const { heads, rows } = readCsv(sourceFile('/clients.csv', csv));
  const { copies, diagnostics } = askedCopies(rows, columnsOf(heads, []).columns, {});
  return { ids: copies.map(({ id }) => id), told: diagnostics.map(({ message }) => message) };
};

test('the sign of a client is read as build --id reads it: on one line, and no longer than a record holds', () => {
  expect(read('name,id\nAna,2026-017\nZoe,\nIda,"a\nb"\n')).toEqual({ ids: ['2026-017', undefined, 'a b'], told: [] });
  expect(read(`name,id\nAna,${'x'.repeat(101)}\n`)).toEqual({
    ids: [undefined],
    told: ['expected a sign such as 2026-017 of at most 100 characters, found 101'],
  });
});

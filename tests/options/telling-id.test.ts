/** A sign of a client that says their name is warned of, before it is kept in a file. */
import { expect, test } from 'vitest';
import { warningOfTellingId } from '../../src/options/telling-id.ts';

test.each([
  ['ana-1', ['Ana Gómez']],
  ['GOMEZ', ['Ana Gómez']],
  ['anagomez17', ['Ana Gómez']],
  ['2026 Łukasz', [undefined, 'Łukasz']],
])('%s, with %j', (id, names) => {
  expect(warningOfTellingId(id, names).map(({ code, message }) => [code, message])).toEqual([['telling-id', expect.stringContaining(`"${id}"`)]]);
});

test.each([
  ['2026-017', ['Ana Gómez']],
  ['banana-3', ['Ana']],
  ['ag-17', ['Ag Bo']],
  ['ana-1', [undefined, '']],
  [undefined, ['Ana']],
])('nothing is said of %s, with %j', (id, names) => {
  expect(warningOfTellingId(id, names)).toEqual([]);
});

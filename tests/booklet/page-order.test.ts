import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creepOf, foldedSheets } from '../../src/booklet/page-order.ts';

const shown = (pages: number): string[] =>
  foldedSheets(pages).map(({ front, back }) =>
    [front, back].map(({ left, right }) => [left, right].map((page) => (page === undefined ? '–' : page + 1)).join('|')).join(' '),
  );

test.each([
  [1, ['–|1 –|–']],
  [4, ['4|1 2|3']],
  [6, ['–|1 2|–', '6|3 4|5']],
  [8, ['8|1 2|7', '6|3 4|5']],
  [12, ['12|1 2|11', '10|3 4|9', '8|5 6|7']],
])('%i pages', (pages, sheets) => {
  expect(shown(pages)).toEqual(sheets);
});

test('folded and nested, any number of pages reads from first to last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (pages) => {
      const sheets = foldedSheets(pages);
      // Leafing through: the right half of each front and the left half of each back, inwards; then the other halves, outwards.
      const read = [
        ...sheets.flatMap(({ front, back }) => [front.right, back.left]),
        ...sheets.toReversed().flatMap(({ front, back }) => [back.right, front.left]),
      ];
      expect(read.filter((page) => page !== undefined)).toEqual(Array.from({ length: pages }, (_, index) => index));
      expect(read.findLastIndex((page) => page !== undefined)).toBe(pages - 1);
      expect(sheets).toHaveLength(Math.ceil(pages / 4));
    }),
  );
});

test('inner pages move towards the fold by a thickness for each sheet round them', () => {
  expect([0, 1, 2, 10].map((sheet) => creepOf(sheet, 0.1))).toEqual([0, 0.1, 0.2, 1]);
});

/** A list that goes on on other pages. */
import { expect, test } from 'vitest';
import { marksOf } from '../../src/layout/laid-out-node.ts';
import type { PackedPage } from '../../src/layout/packed.ts';
import type { Unit } from '../../src/layout/units.ts';
import { node, stack, table, unit } from './nodes.ts';
import { namesOf, packed } from './packed-units.ts';

/** A list whose further parts say that they go on. */
const goingOn = (items: number): Unit => ({
  ...unit(
    0,
    { split: true },
    {
      inner: stack(
        Array.from({ length: items }, () => node({ height: 30 })),
        { marks: { flow: { split: true } } },
      ),
    },
  ),
  continued: node({ height: 25, marks: { artifact: 'Layout', flow: { repeat: true }, destination: 'goes on' } }),
});
const partsOf = (pages: readonly PackedPage[]): string[][] =>
  pages.map(({ placed }) => placed.flatMap(({ node: { children = [] } }) => children.map((child) => marksOf(child).destination ?? 'item')));

test('a list that goes on on other pages says so on each of them, and not on the first', () => {
  const { pages } = packed([goingOn(21)]);
  expect(partsOf(pages).map(([first]) => first)).toEqual(['item', 'goes on', 'goes on']);
  expect(
    partsOf(pages)
      .flat()
      .filter((part) => part === 'item'),
  ).toHaveLength(21);
});

test('a list that fits on the next page stands there as a whole, where the page before has enough on it without', () => {
  const { pages } = packed([unit(150), unit(20, { keepWithNext: true }), goingOn(7)]);
  expect(namesOf(pages)).toEqual([['0'], ['1', '2']]);
});

test('a list is parted where the page before would have little on it without', () => {
  const { pages } = packed([unit(80), unit(20, { keepWithNext: true }), goingOn(8), unit(100)]);
  expect(namesOf(pages)).toEqual([
    ['0', '1', '2'],
    ['2', '3'],
  ]);
});

test('what goes on at the head of a page says so where that has room for it, if need be with smaller gaps', () => {
  const words = node({ height: 25, marks: { artifact: 'Layout', flow: { repeat: true }, destination: 'goes on' } });
  const second = { ...unit(100), mayContinue: words };
  const told = (below: number): boolean => partsOf(packed([unit(250), second, unit(below)]).pages)[1]?.[0] === 'goes on';
  expect(told(100)).toBe(true);
  // 290 of 300 points are taken, 10 of them by a gap, which gives 5 at most.
  expect(told(170)).toBe(true);
  expect(told(180)).toBe(false);
  const { pages } = packed([unit(250), second, unit(170)]);
  expect(pages[1]?.placed.map(({ top }) => top)).toEqual([0, expect.closeTo(130, 1)]);
  expect(partsOf(packed([second, unit(100)]).pages)[0]).toEqual(['goes on']);
});

test('what stands over a list that no page has room for with it is not left alone: one row stands there if two cannot', () => {
  const rows = unit(0, {}, { inner: table(3, { height: 80 }) });
  const { pages, diagnostics } = packed([unit(110, { keepWithNext: true }), rows]);
  expect(diagnostics).toEqual([]);
  expect(namesOf(pages)).toEqual([['0', '1'], ['1']]);
});

import { expect, test } from 'vitest';
import { pack } from '../../src/layout/pack.ts';
import type { Unit } from '../../src/layout/units.ts';
import { growing, node, stack, unit } from './nodes.ts';

const HEIGHT = 300;

/** The heights of what stands on each page. */
const heightsOf = (units: Unit[]): number[][] => pack(units, HEIGHT).pages.map(({ placed }) => placed.map(({ node: { box } }) => box.height));

test('a page in the middle is not left half empty where the breaks before and after it can move', () => {
  // One after the other, the pages would be full to 270, 110 and 250 points.
  expect(heightsOf([unit(60), unit(60), unit(60), unit(60), unit(110), unit(250)])).toEqual([[60, 60, 60], [60, 110], [250]]);
});

test('a last page that is nearly half empty gets what the page before has enough without', () => {
  expect(heightsOf([unit(90), unit(90), unit(90), unit(110)])).toEqual([
    [90, 90],
    [90, 110],
  ]);
});

test('the fields of a pair give up a line where it then has room on a page that would be half empty', () => {
  const space = (flow = {}) => unit(0, flow, { inner: stack([node({ height: 15 }), growing(80, { most: 0, fewer: 1, together: 'pair' })]) });
  expect(heightsOf([unit(130), space({ pairWithNext: true }), space(), unit(200)])).toEqual([[130, 75, 75], [200]]);
});

test('a field that may grow fills its page, which then is not empty', () => {
  const field = unit(0, {}, { inner: growing(100, { most: 8 }) });
  expect(heightsOf([field, unit(250), unit(250)])).toEqual([[260], [250], [250]]);
});

import { expect, test } from 'vitest';
import { growInto, levelPair, spareLines } from '../../src/layout/grow-fields.ts';
import { bottomOf, boxesIn, type LaidOutNode } from '../../src/layout/laid-out-node.ts';
import { growing, node, row, stack } from './nodes.ts';

/** Pairs of boxes in one parent that lie over each other, at any depth. */
const overlaps = (parent: LaidOutNode): [LaidOutNode, LaidOutNode][] => {
  const boxes = boxesIn(parent);
  const here = boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other): [LaidOutNode, LaidOutNode][] => {
      const beside = one.box.left >= other.box.left + other.box.width || other.box.left >= one.box.left + one.box.width;
      const below = one.box.top >= bottomOf(other) || other.box.top >= bottomOf(one);
      return beside || below ? [] : [[one, other]];
    }),
  );
  return [...here, ...boxes.flatMap(overlaps)];
};

test('a field takes whole lines and leaves the rest of the room', () => {
  const field = growing(40);
  expect(growInto([field], 50)).toEqual([40]);
  expect(field.box.height).toBe(80);
});

test('a field takes no more lines than it may', () => {
  const field = growing(40, { most: 2 });
  expect(growInto([field], 500)).toEqual([40]);
});

test('a field without a limit fills the page', () => {
  const field = growing(40, { most: Infinity });
  expect(growInto([field], 515)).toEqual([500]);
});

test('fields of several units gain a line at a time in turn', () => {
  const fields = [growing(40), growing(60), growing(20)];
  expect(growInto(fields, 90)).toEqual([40, 20, 20]);
});

test('nothing grows where there is no room for a line, or nothing that may', () => {
  const field = growing(40);
  expect(growInto([field], 19.9)).toEqual([0]);
  expect(growInto([node({ height: 40 })], 300)).toEqual([0]);
});

test('what encloses a field grows with it, and what stands below moves down', () => {
  const page = stack([node({ height: 18 }), stack([node({ height: 18 }), growing(40)]), node({ height: 30 })], { gap: 6 });
  expect(growInto([page], 60)).toEqual([60]);
  const [title, ask, after] = page.children as [LaidOutNode, LaidOutNode, LaidOutNode];
  expect(title.box).toMatchObject({ top: 0, height: 18 });
  expect(ask.box).toMatchObject({ top: 24, height: 118 });
  expect(after.box).toMatchObject({ top: 148, height: 30 });
  expect(page.box.height).toBe(178);
  expect(overlaps(page)).toEqual([]);
});

test('fields side by side grow alike and count once', () => {
  const left = growing(40);
  const right = growing(40);
  const sides = row([stack([node({ height: 18 }), left]), stack([node({ height: 18 }), right])]);
  const page = stack([sides, node({ height: 30 })]);
  expect(growInto([page], 45)).toEqual([40]);
  const fields = boxesIn(page.children?.[0] as LaidOutNode).map((side) => boxesIn(side)[1]?.box.height);
  expect(fields).toEqual([80, 80]);
  expect(page.children?.[1]?.box.top).toBe(18 + 80);
  expect(overlaps(page)).toEqual([]);
});

test('two fields of one unit, one below the other, do not run into each other', () => {
  const page = stack([stack([node({ height: 18 }), growing(40)]), stack([node({ height: 18 }), growing(60)])], { gap: 12 });
  expect(growInto([page], 100)).toEqual([100]);
  expect(overlaps(page)).toEqual([]);
});

test('lines are spared one by one from the tallest field, on copies', () => {
  const short = growing(40, { fewer: 1 });
  const tall = growing(100, { fewer: 2 });
  const steps: number[][] = [];
  const done = spareLines([short, tall], (_, lost) => {
    steps.push([...lost]);
    return false;
  });
  expect(done).toBe(false);
  expect(steps).toEqual([
    [0, 20],
    [0, 40],
    [20, 40],
  ]);
  expect([short.box.height, tall.box.height]).toEqual([40, 100]);
});

test('no more lines are spared than are enough', () => {
  let height = 0;
  const done = spareLines([growing(100, { fewer: 5 })], ([field], [lost]) => {
    height = field?.box.height ?? 0;
    return (lost ?? 0) >= 40;
  });
  expect(done).toBe(true);
  expect(height).toBe(60);
});

test('with nothing to spare nothing is asked', () => {
  let asked = false;
  expect(
    spareLines([node({ height: 10 }), growing(40)], () => {
      asked = true;
      return true;
    }),
  ).toBe(false);
  expect(asked).toBe(false);
});

test('fields that belong together grow alike or not at all', () => {
  const pairs = () => stack([growing(40, { together: 'pairs' }), growing(60, { together: 'pairs' })]);
  const enough = pairs();
  expect(growInto([enough], 50)).toEqual([40]);
  expect(enough.children?.map(({ box }) => box.height)).toEqual([60, 80]);
  expect(growInto([pairs()], 30)).toEqual([0]);
});

/** The two spaces of a pair, each under a head of its own height. */
const pairOf = (heads: [number, number], spaces: [number, number], grow: { fewer?: number } = {}): [LaidOutNode, LaidOutNode] => [
  stack([node({ height: heads[0] }), growing(spaces[0], { together: 'pair', ...grow })], { marks: { flow: { pairWithNext: true } } }),
  stack([node({ height: heads[1] }), growing(spaces[1], { together: 'pair', ...grow })]),
];

test('the two spaces of a pair gain a line each, or none', () => {
  expect(growInto(pairOf([18, 30], [40, 40]), 99)).toEqual([40, 40]);
  expect(growInto([growing(40, { most: 1 }), ...pairOf([18, 30], [40, 40])], 39)).toEqual([20, 0, 0]);
});

test('the two spaces of a pair give up a line each', () => {
  const steps: number[][] = [];
  spareLines(pairOf([18, 30], [100, 100], { fewer: 2 }), (_, lost) => {
    steps.push([...lost]);
    return false;
  });
  expect(steps).toEqual([
    [20, 20],
    [40, 40],
  ]);
});

test('of a pair that was fitted to two pages, the space with more lines loses those', () => {
  const pair = pairOf([18, 30], [100, 60]);
  expect(levelPair(pair)).toEqual([-40, 0]);
  expect(pair.map(({ children }) => children?.[1]?.box.height)).toEqual([60, 60]);
});

import { expect, test } from 'vitest';
import { bottomOf, type LaidOutNode, marksOf } from '../../src/layout/laid-out-node.ts';
import { isRead, leastHeight, partOf, rowsIn, splitAt, takeContinued } from '../../src/layout/split-unit.ts';
import { node, stack, table } from './nodes.ts';

const PAGE = 300;

/** The rows of a table by name, its repeated head as `head`, and as `(head)` where it is only drawn. */
const rowsOf = (half: LaidOutNode | undefined): string[] =>
  (half?.children ?? []).map((child) => {
    const { destination, artifact } = marksOf(child);
    return destination ?? (artifact ? '(head)' : 'head');
  });

test('a table is cut between rows, and its head is drawn again above the rest', () => {
  const halves = splitAt(table(6), 20 + 3 * 30 + 5, PAGE, false);
  expect(rowsOf(halves?.fits)).toEqual(['head', 'row 0', 'row 1', 'row 2']);
  expect(rowsOf(halves?.rest)).toEqual(['(head)', 'row 3', 'row 4', 'row 5']);
});

test('both halves are as tall as what is in them', () => {
  const halves = splitAt(table(6), 115, PAGE, false);
  expect(halves?.fits.box.height).toBe(20 + 3 * 30);
  expect(halves?.rest.box.height).toBe(20 + 3 * 30);
  expect(halves?.rest.children?.map(({ box }) => box.top)).toEqual([0, 20, 50, 80]);
});

test('the table that was cut stays as it was', () => {
  const whole = table(6);
  const before = structuredClone(whole);
  splitAt(whole, 115, PAGE, false);
  expect(whole).toEqual(before);
});

test('no row is left alone on either side', () => {
  // Five of six would fit: four go, so that two follow.
  expect(rowsOf(splitAt(table(6), 20 + 5 * 30, PAGE, false)?.fits)).toHaveLength(1 + 4);
  // One would fit: none goes.
  expect(splitAt(table(6), 20 + 30 + 5, PAGE, false)).toBeUndefined();
  // Three rows cannot be cut into two and two.
  expect(splitAt(table(3), 20 + 2 * 30, PAGE, false)).toBeUndefined();
});

test('at the head of a page, too, two rows stay together where they can', () => {
  expect(rowsOf(splitAt(table(6), 20 + 5 * 30, PAGE, true)?.rest)).toEqual(['(head)', 'row 4', 'row 5']);
});

test('at the head of a page a single row is cut off rather than none', () => {
  expect(rowsOf(splitAt(table(3), 20 + 30 + 5, PAGE, true)?.fits)).toEqual(['head', 'row 0']);
  expect(splitAt(table(3), 20 + 29, PAGE, true)).toBeUndefined();
});

test('gaps between children and padding around them are kept', () => {
  const items = Array.from({ length: 5 }, () => node({ height: 10 }));
  const list = stack(items, { gap: 6 });
  list.children = list.children?.map((child) => ({ ...child, box: { ...child.box, top: child.box.top + 4 } })) ?? [];
  list.box.height += 4 + 3;
  const halves = splitAt(list, 50, PAGE, false);
  expect(halves?.fits.children?.map(({ box }) => box.top)).toEqual([4, 20, 36]);
  expect(halves?.fits.box.height).toBe(46 + 3);
  expect(halves?.rest.children?.map(({ box }) => box.top)).toEqual([4, 20]);
});

test('a table needs its head and two rows before a cut, a short one all of it', () => {
  expect(leastHeight(table(6), PAGE)).toBe(20 + 2 * 30);
  // Cut after two rows, a third would be alone: so it is not cut there.
  expect(leastHeight(table(3), PAGE)).toBe(20 + 3 * 30);
  expect(leastHeight(table(1), PAGE)).toBe(20 + 30);
});

test('children lie within their half', () => {
  const halves = splitAt(table(9), 200, PAGE, false);
  for (const half of [halves?.fits, halves?.rest]) {
    expect(Math.max(...(half?.children ?? []).map(bottomOf))).toBeLessThanOrEqual(half?.box.height ?? 0);
  }
});

test('a row that takes a fifth of the page may stand alone on either side of a cut', () => {
  const entries = table(3, { height: 60 });
  expect(leastHeight(entries, PAGE)).toBe(20 + 60);
  expect(rowsOf(splitAt(entries, 20 + 60, PAGE, false)?.fits)).toEqual(['head', 'row 0']);
  expect(rowsOf(splitAt(entries, 20 + 2 * 60, PAGE, false)?.rest)).toEqual(['(head)', 'row 2']);
});

/** A list under words that stand at the head of its further parts. */
const goingOn = (items: number): LaidOutNode =>
  stack(
    [
      node({ height: 25, marks: { flow: { continued: true } } }),
      ...Array.from({ length: items }, (_, index) => node({ height: 30, marks: { destination: `row ${index}` } })),
    ],
    {
      marks: { role: 'L', flow: { split: true } },
    },
  );

test('what stands at the head of further parts takes no room in the whole', () => {
  const { whole, continued } = takeContinued(goingOn(6));
  expect(whole.box.height).toBe(6 * 30);
  expect(whole.children?.map(({ box }) => box.top)).toEqual([0, 30, 60, 90, 120, 150]);
  expect(continued?.box.height).toBe(25);
  expect(takeContinued(table(3))).toEqual({ whole: table(3) });
});

test('it stands over each further part, not over the first, and is not read aloud', () => {
  const { whole, continued } = takeContinued(goingOn(6));
  expect(rowsOf(partOf(whole, 0, 2, continued))).toEqual(['row 0', 'row 1']);
  const further = partOf(whole, 2, 4, continued);
  expect(rowsOf(further)).toEqual(['(head)', 'row 2', 'row 3']);
  expect(further.children?.map(({ box }) => box.top)).toEqual([0, 25, 55]);
  expect(further.box.height).toBe(25 + 2 * 30);
  expect(rowsIn(further, PAGE)).toEqual({ rows: 2, together: 2 });
});

test('of rows that take much of a page, two stand on either side of a cut where there is room for them', () => {
  const tall = table(5, { height: 0.25 * PAGE });
  const rowsAt = (rows: number): string[] => rowsOf(splitAt(tall, 20 + rows * 0.25 * PAGE, PAGE, false)?.rest as LaidOutNode);
  expect(rowsAt(4)).toEqual(['(head)', 'row 3', 'row 4']);
  expect(rowsAt(1)).toEqual(['(head)', 'row 1', 'row 2', 'row 3', 'row 4']);
});

test('a list without spaces for words is read as a whole', () => {
  const space = node({ height: 30, marks: { field: { kind: 'text' } as never } });
  expect(isRead(table(3))).toBe(true);
  expect(isRead(stack([node({ height: 20, marks: { flow: { repeat: true } } }), stack([space]), stack([space])]))).toBe(false);
});

import { expect, test } from 'vitest';
import type { LaidOutNode } from '../../src/layout/laid-out-node.ts';
import { unitsOf } from '../../src/layout/units.ts';
import { node, stack } from './nodes.ts';

const page = (children: LaidOutNode[]): LaidOutNode => node({ type: 'PAGE', height: 1000, children });
const place = (start: number) => ({ file: '/a.yaml', start, end: start + 1 });

test('each child of a page is a unit, with the gap to the one before it', () => {
  const units = unitsOf(page([node({ top: 0, height: 20 }), node({ top: 32, height: 10, left: 6 })]));
  expect(units.map(({ height, gap, left }) => ({ height, gap, left }))).toEqual([
    { height: 20, gap: 0, left: 0 },
    { height: 10, gap: 12, left: 6 },
  ]);
});

test('groups are opened, and their places add up', () => {
  const inner = node({ top: 5, left: 3, height: 30, group: {}, children: [node({ top: 1, left: 2, height: 10 }), node({ top: 16, height: 14 })] });
  const units = unitsOf(page([node({ top: 0, height: 10 }), node({ top: 20, left: 4, height: 40, group: {}, children: [inner] })]));
  expect(units.map(({ height, gap, left }) => ({ height, gap, left }))).toEqual([
    { height: 10, gap: 0, left: 0 },
    { height: 10, gap: 16, left: 9 },
    { height: 14, gap: 5, left: 7 },
  ]);
});

test('a unit knows the elements around it, outermost first, and the place of its innermost block', () => {
  const block = node({ height: 10, group: { at: place(7) }, children: [node({ height: 10 })] });
  const sheet = node({ height: 10, group: { marks: { role: 'Sect' }, at: place(1) }, children: [block] });
  const [unit] = unitsOf(page([node({ height: 10, group: { marks: { role: 'Div' } }, children: [sheet] })]));
  expect(unit?.within.map(({ role }) => role)).toEqual(['Div', 'Sect']);
  expect(unit?.at).toEqual(place(7));
});

test('a unit says how it flows', () => {
  const [unit] = unitsOf(page([node({ height: 10, marks: { flow: { keepWithNext: true, split: true } } })]));
  expect(unit?.flow).toEqual({ keepWithNext: true, split: true });
});

test('only the first unit of a group that begins a page does so', () => {
  const group = node({ height: 20, group: { breakBefore: true }, children: [node({ height: 10 }), node({ top: 10, height: 10 })] });
  const units = unitsOf(page([node({ height: 10 }), group]));
  expect(units.map(({ flow }) => flow.breakBefore ?? false)).toEqual([false, true, false]);
});

test('a break is not lost where the group has nothing in it: the next unit takes it', () => {
  const empty = node({ height: 0, group: { breakBefore: true }, children: [node({ height: 0 })] });
  const units = unitsOf(page([node({ height: 10 }), empty, node({ top: 10, height: 10 })]));
  expect(units.map(({ flow }) => flow.breakBefore ?? false)).toEqual([false, true]);
});

test('an empty box is no unit and adds no gap', () => {
  const units = unitsOf(page([node({ height: 10 }), node({ top: 22, height: 0 }), node({ top: 34, height: 10 })]));
  expect(units.map(({ gap }) => gap)).toEqual([0, 24]);
});

test('what says that a list goes on stands over each part of choices, and over spaces where a page has room for it', () => {
  const words = node({ height: 25, marks: { flow: { continued: true } } });
  const list = (row: LaidOutNode, flow = {}): LaidOutNode => stack([words, row, row], { marks: { flow } });
  const space = node({ height: 30, marks: { field: { kind: 'text' } as never } });
  const of = (child: LaidOutNode) =>
    unitsOf(page([child])).map(({ height, continued, mayContinue }) => [height, continued?.box.height, mayContinue?.box.height]);
  expect(of(list(node({ height: 30 }), { split: true }))).toEqual([[60, 25, undefined]]);
  expect(of(list(space, { split: true }))).toEqual([[60, undefined, 25]]);
  expect(of(list(space))).toEqual([[60, undefined, 25]]);
});

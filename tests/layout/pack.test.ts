import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LaidOutNode } from '../../src/layout/laid-out-node.ts';
import { bottomOf, marksOf } from '../../src/layout/laid-out-node.ts';
import { pack } from '../../src/layout/pack.ts';
import type { Unit } from '../../src/layout/units.ts';
import { growing, node, stack, table, unit } from './nodes.ts';
import { HEIGHT, named, namesOf, packed } from './packed-units.ts';

test('units follow each other with their gaps; the gap is dropped at the head of a page', () => {
  const { pages } = packed([unit(100), unit(100), unit(100), unit(50)]);
  expect(namesOf(pages)).toEqual([
    ['0', '1'],
    ['2', '3'],
  ]);
  expect(pages.map(({ placed }) => placed.map(({ top }) => top))).toEqual([
    [0, 110],
    [0, 110],
  ]);
});

test('a heading goes to the next page with what it leads to', () => {
  const { pages } = packed([unit(200), unit(30, { keepWithNext: true }), unit(100)]);
  expect(namesOf(pages)).toEqual([['0'], ['1', '2']]);
});

test('what takes more than half of a page need not keep with what follows: all of it finds its place', () => {
  const { pages, diagnostics } = packed([unit(280, { keepWithNext: true }), unit(30, { keepWithNext: true }), unit(100)]);
  expect(diagnostics).toEqual([]);
  expect(namesOf(pages)).toEqual([['0'], ['1', '2']]);
});

test('of a pair, the first goes to the next page with the second', () => {
  const { pages } = packed([unit(120), unit(90, { pairWithNext: true }), unit(90), unit(40)]);
  expect(namesOf(pages)).toEqual([['0'], ['1', '2', '3']]);
});

test('a prompt and the pair that it leads to stay on one page', () => {
  const { pages } = packed([unit(110), unit(30, { keepWithNext: true }), unit(90, { pairWithNext: true }), unit(90)]);
  expect(namesOf(pages)).toEqual([['0'], ['1', '2', '3']]);
});

test('a pair that is a little too tall for a page gives up lines alike', () => {
  const space = (flow = {}) => unit(0, flow, { inner: stack([node({ height: 20 }), growing(140, { most: 0, fewer: 2, together: 'pair' })]) });
  const { pages, diagnostics } = packed([unit(100), space({ pairWithNext: true }), space()]);
  expect(diagnostics).toEqual([]);
  expect(namesOf(pages)).toEqual([['0'], ['1', '2']]);
  expect(pages[1]?.placed.map(({ node: { box } }) => box.height)).toEqual([140, 140]);
});

test('of a pair that is taller than a page, each stands whole', () => {
  const { pages, diagnostics } = packed([unit(30, { keepWithNext: true }), unit(200, { pairWithNext: true }), unit(200)]);
  expect(diagnostics).toEqual([]);
  expect(namesOf(pages)).toEqual([['0', '1'], ['2']]);
});

test('of a pair that no page has room for, both have as many lines, and what follows moves up', () => {
  const space = (head: number, flow = {}) =>
    unit(0, {}, { inner: stack([node({ height: head }), growing(200, { most: Infinity, together: 'pair' })], { marks: { flow } }) });
  const { pages } = packed([space(80, { pairWithNext: true }), space(10), unit(20)]);
  const [first, second] = pages.flatMap(({ placed }) => placed.map(({ node: { children } }) => children?.[1]?.box.height));
  expect(pages.map(({ placed }) => placed.length)).toEqual([1, 2]);
  expect([first, second]).toEqual([220, 220]);
  const [above, below] = pages[1]?.placed ?? [];
  expect((below?.top ?? 0) - (above?.node.box.height ?? 0)).toBe(10);
});

/** A unit of the block that begins at a place in its file. */
const inBlock = (start: number, each: Unit): Unit => ({ ...each, at: { file: '/a.yaml', start, end: start + 1 } });

test('a note that would have a page to itself stands before its block, where no other break helps', () => {
  const note = unit(60, { mayMoveUp: true });
  const blocks = (last: Unit) =>
    packed([inBlock(0, unit(60, { keepWithNext: true })), inBlock(10, unit(20, { keepWithNext: true })), inBlock(10, unit(195)), inBlock(20, last)]);
  expect(namesOf(blocks(note).pages)).toEqual([
    ['0', '3'],
    ['1', '2'],
  ]);
  expect(namesOf(blocks(unit(60)).pages)).toEqual([['0', '1', '2'], ['3']]);
});

test('a note that has company keeps its place', () => {
  const { pages } = packed([inBlock(0, unit(60)), inBlock(10, unit(150)), inBlock(20, unit(60, { mayMoveUp: true })), inBlock(30, unit(150))]);
  expect(namesOf(pages).flat()).toEqual(['0', '1', '2', '3']);
});

test('a table moves as a whole where that helps as well as a cut', () => {
  // Two of its four rows would be left over.
  const { pages } = packed([unit(140), unit(20, { keepWithNext: true }), unit(0, {}, { inner: table(4) })]);
  expect(namesOf(pages)).toEqual([['0'], ['1', '2']]);
});

test('units stand a little closer where that spares a page', () => {
  const { pages } = packed([unit(90), unit(90), unit(105)]);
  expect(namesOf(pages)).toEqual([['0', '1', '2']]);
  const [, second, third] = pages[0]?.placed ?? [];
  expect(second?.top).toBeLessThan(100);
  expect(third?.top).toBeLessThan(200);
});

test('headings in a row all keep with the first unit that does not', () => {
  const { pages } = packed([unit(150), unit(30, { keepWithNext: true }), unit(30, { keepWithNext: true }), unit(100)]);
  expect(namesOf(pages)).toEqual([['0'], ['1', '2', '3']]);
});

test('a heading stays with the head and two rows of a table', () => {
  const heading = unit(30, { keepWithNext: true });
  // 300 - 180 leaves 120: 10 + 30 + 10 + (20 + 2 * 30) = 130.
  expect(namesOf(packed([unit(180), heading, unit(0, {}, { inner: table(8) })]).pages)[0]).toEqual(['0']);
  expect(namesOf(packed([unit(170), heading, unit(0, {}, { inner: table(8) })]).pages)[0]).toEqual(['0', '1', '2']);
});

test('a heading goes along where the table after it is too short to be cut', () => {
  const { pages } = packed([unit(160), unit(30, { keepWithNext: true }), unit(0, {}, { inner: table(3) })]);
  expect(namesOf(pages)).toEqual([['0'], ['1', '2']]);
});

test('a table is split between rows, on as many pages as it takes, and its units keep their place in the structure', () => {
  const { pages } = packed([unit(100), unit(0, {}, { inner: table(20) }), unit(20)]);
  expect(namesOf(pages)).toEqual([['0', '1'], ['1'], ['1', '2']]);
  const rows = pages
    .flatMap(({ placed }) => placed.flatMap(({ node: { children = [] } }) => children.map((child) => marksOf(child).destination)))
    .filter(Boolean);
  expect(rows).toEqual(Array.from({ length: 20 }, (_, index) => `row ${index}`));
});

test('a table that would begin with a single row begins on the next page', () => {
  const { pages } = packed([unit(220), unit(0, {}, { inner: table(4) })]);
  expect(namesOf(pages)).toEqual([['0'], ['1']]);
});

test('a unit that begins a page begins one, and only one', () => {
  expect(namesOf(packed([unit(50, { breakBefore: true }), unit(50), unit(50, { breakBefore: true })]).pages)).toEqual([['0', '1'], ['2']]);
});

test('nothing follows a unit that ends its page', () => {
  expect(namesOf(packed([unit(50), unit(50, { breakAfter: true }), unit(50)]).pages)).toEqual([['0', '1'], ['2']]);
});

test('a heading does not hold back a break', () => {
  expect(namesOf(packed([unit(50, { keepWithNext: true }), unit(50, { breakBefore: true })]).pages)).toEqual([['0'], ['1']]);
});

test('a page with a bare unit has no frame', () => {
  const { pages } = packed([unit(50), unit(250, { bare: true, breakBefore: true, breakAfter: true }), unit(50)]);
  expect(pages.map(({ bare }) => bare)).toEqual([false, true, false]);
});

test('a unit taller than a page is named with its place, and the others are packed', () => {
  const { pages, diagnostics } = packed([unit(50), unit(301), unit(50)]);
  expect(diagnostics).toMatchObject([{ code: 'block-too-tall', severity: 'error', at: { file: '/a.yaml', start: 3, end: 7 } }]);
  expect(diagnostics[0]?.message).toContain('301 points where 300');
  expect(namesOf(pages).flat()).toEqual(['0', '2']);
});

test('a unit that is taller than what its heading leaves of a page is named: the heading is never left alone', () => {
  const { pages, diagnostics } = packed([unit(30, { keepWithNext: true }), unit(280)]);
  expect(diagnostics).toMatchObject([{ code: 'block-too-tall', severity: 'error' }]);
  expect(diagnostics[0]?.message).toContain('280 points where 260');
  expect(namesOf(pages)).toEqual([['0']]);
});

test('on smaller paper such a unit gives up lines instead', () => {
  const ask = unit(0, {}, { inner: stack([growing(280)]) });
  const { pages, diagnostics } = pack(named([unit(30, { keepWithNext: true }), ask]), HEIGHT, true);
  expect(diagnostics).toMatchObject([{ code: 'fewer-lines', severity: 'warning' }]);
  expect(namesOf(pages)).toEqual([['0', '1']]);
});

test('a unit as tall as the page fits, also when floats are a little off', () => {
  expect(packed([unit(HEIGHT + 0.005)])).toMatchObject({ diagnostics: [], pages: [{}] });
});

test('a table with a row taller than a page is named', () => {
  expect(packed([unit(0, {}, { inner: table(5, { height: 290 }) })]).diagnostics).toMatchObject([{ code: 'block-too-tall' }]);
});

test('fields take what is left of their page', () => {
  const { pages } = packed([unit(100), unit(0, {}, { inner: stack([node({ height: 18 }), growing(40, { most: 5 })]) }), unit(30)]);
  expect(pages[0]?.placed.map(({ top, node: { box } }) => [top, box.height])).toEqual([
    [0, 100],
    [110, 138],
    [258, 30],
  ]);
});

test('fields give up lines where that spares a nearly empty page, and no page is filled beyond its foot', () => {
  const asks = [0, 1, 2].map(() => unit(0, {}, { inner: stack([node({ height: 20 }), growing(80, { fewer: 2 })]) }));
  const { pages } = packed(asks);
  expect(namesOf(pages)).toEqual([['0', '1', '2']]);
  const last = pages[0]?.placed.at(-1);
  expect((last?.top ?? 0) + (last?.node.box.height ?? 0)).toBeLessThanOrEqual(HEIGHT);
});

test('units stand closer before a field gives up a line', () => {
  const asks = [0, 1, 2].map(() => unit(0, {}, { inner: stack([node({ height: 15 }), growing(80, { most: 0, fewer: 2 })]) }));
  const { pages } = packed(asks);
  expect(namesOf(pages)).toEqual([['0', '1', '2']]);
  expect(pages[0]?.placed.map(({ node: { box } }) => box.height)).toEqual([95, 95, 95]);
  expect(pages[0]?.placed[1]?.top).toBeLessThan(105);
});

test('a last page with next to nothing on it gets company from the page before', () => {
  expect(namesOf(packed([unit(100), unit(60), unit(30, { keepWithNext: true }), unit(60), unit(45)]).pages)).toEqual([
    ['0', '1'],
    ['2', '3', '4'],
  ]);
});

test('a table is cut earlier where only two of its rows would stand on the last page', () => {
  // A head of 20 points and nine rows of 30 fill a page; two of eleven rows are left over.
  const { pages, diagnostics } = packed([unit(0, {}, { inner: table(11) })]);
  expect(diagnostics).toEqual([]);
  expect(pages.map(({ placed }) => (placed[0]?.node.children ?? []).length - 1)).toEqual([8, 3]);
});

test('the page before is not emptied for that', () => {
  expect(namesOf(packed([unit(70), unit(220), unit(30)]).pages)).toEqual([['0', '1'], ['2']]);
});

test('a half-empty page gets company from the page before, which is not half empty for it', () => {
  expect(namesOf(packed([unit(100), unit(60), unit(100), unit(110)]).pages)).toEqual([
    ['0', '1'],
    ['2', '3'],
  ]);
  expect(namesOf(packed([unit(100), unit(180), unit(110)]).pages)).toEqual([['0', '1'], ['2']]);
});

test('a half-empty page is left alone where its fields fill it, and no table is cut for it', () => {
  const asks = (last: Unit) => namesOf(packed([unit(100), unit(60), unit(100), last]).pages);
  expect(asks(unit(0, {}, { inner: stack([node({ height: 30 }), growing(80, { most: 4 })]) }))).toEqual([['0', '1', '2'], ['3']]);
  const { pages } = packed([unit(0, {}, { inner: table(12) })]);
  expect(pages.map(({ placed }) => (placed[0]?.node.children ?? []).length - 1)).toEqual([9, 3]);
});

test('fields keep their lines where no page is spared by giving them up', () => {
  const asks = [0, 1, 2].map(() => unit(0, {}, { inner: stack([node({ height: 20 }), growing(80, { most: 0, fewer: 0 })]) }));
  expect(packed(asks).pages.flatMap(({ placed }) => placed.map(({ node: { box } }) => box.height))).toEqual([100, 100, 100]);
});

/** A unit of any sort that fits on a page together with two headings. */
const anyUnit = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 20 })).map(([height, gap]) => unit(height, {}, { gap })) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 25 }).map((height) => unit(height, { keepWithNext: true })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<['breakBefore' | 'breakAfter' | 'bare']>(['breakBefore'], ['breakAfter'], ['bare']).map(([flow]) => unit(60, { [flow]: true })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 10, max: 60 }))
      .map(([rows, height]) => unit(0, {}, { inner: table(rows, { height }) })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 2 }))
      .map(([lines, most, fewer]) => unit(0, {}, { inner: stack([node({ height: 18 }), growing(lines * 20, { most, fewer: Math.min(fewer, lines - 1) })]) })),
  },
);

/** No more than two headings follow each other, as in a workbook. */
const flow = fc
  .array(anyUnit, { maxLength: 25 })
  .map((units) => units.filter((each, index) => !(each.flow.keepWithNext && units[index - 1]?.flow.keepWithNext && units[index - 2]?.flow.keepWithNext)));

const rowsIn = (placed: LaidOutNode): string[] => placed.children?.flatMap((child) => marksOf(child).destination ?? []) ?? [];

test('no unit is lost or doubled, and their order is kept', () => {
  fc.assert(
    fc.property(flow, (units) => {
      const { pages, diagnostics } = packed(units);
      expect(diagnostics).toEqual([]);
      const names = namesOf(pages).flat();
      // A table stands once on each of its pages.
      expect(names.filter((name, index) => names[index - 1] !== name)).toEqual(units.map((_, index) => String(index)));
      units.forEach((each, index) => {
        const parts = pages.flatMap(({ placed }) => placed.filter(({ within }) => within[0]?.destination === String(index)));
        if (!each.flow.split) expect(parts).toHaveLength(1);
        expect(parts.flatMap((part) => rowsIn(part.node))).toEqual(rowsIn(each.node));
      });
    }),
  );
});

test('nothing lies beyond the text area or over anything else', () => {
  fc.assert(
    fc.property(flow, (units) => {
      for (const { placed } of packed(units).pages) {
        let foot = 0;
        for (const { node: each, top } of placed) {
          expect(top).toBeGreaterThanOrEqual(foot - 0.01);
          foot = top + each.box.height;
          expect(Math.max(0, ...(each.children ?? []).map(bottomOf))).toBeLessThanOrEqual(each.box.height + 0.01);
        }
        expect(foot).toBeLessThanOrEqual(HEIGHT + 0.02);
      }
    }),
  );
});

test('no page is empty, and no page but the last of a flow ends with a heading', () => {
  fc.assert(
    fc.property(flow, (units) => {
      const { pages } = packed(units);
      pages.forEach(({ placed }, index) => {
        const last = placed.at(-1);
        expect(last).toBeDefined();
        const next = pages[index + 1]?.placed[0];
        const number = Number(last?.within[0]?.destination);
        if (!next || units[number + 1]?.flow.breakBefore) return;
        expect(units[number]?.flow.keepWithNext ?? false).toBe(false);
      });
    }),
  );
});

test('breaks are kept', () => {
  fc.assert(
    fc.property(flow, (units) => {
      const pages = namesOf(packed(units).pages);
      const first = new Set(pages.map((names) => names[0]));
      const last = new Set(pages.map((names) => names.at(-1)));
      units.forEach((each, index) => {
        if (each.flow.breakBefore) expect(first.has(String(index))).toBe(true);
        if (each.flow.breakAfter) expect(last.has(String(index))).toBe(true);
      });
    }),
  );
});

test('no table of four rows or more is cut so that a low row is left alone', () => {
  fc.assert(
    fc.property(flow, (units) => {
      const { pages } = packed(units);
      for (const { placed } of pages) {
        for (const { node: each, within } of placed) {
          const whole = rowsIn(units[Number(within[0]?.destination)]?.node as LaidOutNode).length;
          const here = rowsIn(each).length;
          const roomy = (each.children ?? []).every(({ box }) => box.height * 5 < HEIGHT);
          if (here > 0 && here < whole && whole >= 4 && roomy) expect(here).toBeGreaterThanOrEqual(2);
        }
      }
    }),
  );
});

test('cards of one block that are all too tall are told once; another block is told by itself', () => {
  const elsewhere = { ...unit(HEIGHT + 1), at: { file: '/a.yaml', start: 30, end: 40 } };
  const { diagnostics } = packed([unit(HEIGHT + 1), unit(HEIGHT + 1), elsewhere, unit(HEIGHT + 1)]);
  expect(diagnostics.map(({ code, at }) => [code, at?.start])).toEqual([
    ['block-too-tall', 3],
    ['block-too-tall', 30],
  ]);
});

/** What is kept of packed sheets: the same units each time, but for those that page numbers are set in. */
import { expect, test } from 'vitest';
import type { LaidOutNode } from '../../src/layout/laid-out-node.ts';
import type { Packed } from '../../src/layout/packed.ts';
import { PackedSheets } from '../../src/layout/packed-sheets.ts';

const box = { left: 0, top: 0, width: 100, height: 20 };
const node = (props: LaidOutNode['props'], children: LaidOutNode[] = []): LaidOutNode => ({ type: 'VIEW', box, style: {}, props, children });
const number: LaidOutNode = { type: 'TEXT', box, style: {}, props: { marks: { pageOf: 'begin' } }, lines: [] };
const sheet = node({}, [node({}), node({}, [number])]);

let packings = 0;
const pack = (own: LaidOutNode): Packed => {
  packings += 1;
  const placed = (own.children ?? []).map((child) => ({ node: child, left: 0, top: 0, within: [] }));
  return { pages: [{ placed, bare: false, note: false }], diagnostics: [] };
};
const unitsOf = ({ pages }: Packed): LaidOutNode[] => pages.flatMap(({ placed }) => placed.map((unit) => unit.node));

test('a sheet is packed once for a text area, and is not changed', () => {
  const sheets = new PackedSheets();
  packings = 0;
  const [plain, numbered] = unitsOf(sheets.of(sheet, [400, 600], pack)) as [LaidOutNode, LaidOutNode];
  const [again, other] = unitsOf(sheets.of(sheet, [400, 600], pack)) as [LaidOutNode, LaidOutNode];
  expect(packings).toBe(1);
  expect(again).toBe(plain);
  expect(plain).not.toBe(sheet.children?.[0]);
  // A number that is set in one book is not set in another.
  expect(other).not.toBe(numbered);
  expect(other).toEqual(numbered);
  for (const text of numbered.children ?? []) text.lines = ['12'];
  expect(other.children?.[0]?.lines).toEqual([]);
  expect(unitsOf(sheets.of(sheet, [400, 600], pack))[1]?.children?.[0]?.lines).toEqual([]);
  expect(number.lines).toEqual([]);
});

test('for another text area it is packed anew', () => {
  const sheets = new PackedSheets();
  packings = 0;
  sheets.of(sheet, [400, 600], pack);
  sheets.of(sheet, [300, 600], pack);
  expect(packings).toBe(2);
});

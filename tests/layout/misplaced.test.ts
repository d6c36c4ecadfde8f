/** Faults of fields and characters on finished pages, found alike where units are known from earlier builds. */
import { expect, test } from 'vitest';
import type { BookPage } from '../../src/layout/book.tsx';
import type { LaidOutNode } from '../../src/layout/laid-out-node.ts';
import { type LookedBefore, misplacedOn } from '../../src/layout/misplaced.ts';

const node = (more: Partial<LaidOutNode>): LaidOutNode => ({
  type: 'VIEW',
  box: { left: 0, top: 0, width: 100, height: 20 },
  style: {},
  props: {},
  ...more,
});
const field = (name: string, left: number): LaidOutNode =>
  node({
    box: { left, top: 5, width: 100, height: 20 },
    props: { marks: { field: { kind: 'check', name, label: name, sign: 'tick' } } },
  });
const unknown = node({
  type: 'TEXT',
  lines: [{ runs: [{ glyphs: [{ codePoints: [0x2603] }], attributes: { font: [{ type: 'STANDARD' }] } }] }],
});
const page = (unit: LaidOutNode, left: number, frame?: LaidOutNode): BookPage => ({
  width: 400,
  height: 600,
  label: '',
  placed: [{ node: unit, left, top: 0, within: [] }],
  ...(frame ? { frame } : {}),
});

test('a unit is looked at once, and its faults follow from where it stands', () => {
  const unit = node({ children: [field('a', 50), unknown] });
  const before: LookedBefore = new WeakMap();
  const pages = [page(unit, 100), page(node({}), 0, node({ type: 'PAGE', children: [field('b', 0)] })), page(unit, 300)];
  const found = {
    fields: [
      { name: 'a', page: 3, twice: 1 },
      { name: 'a', page: 3, beyond: 50 },
    ],
    letters: new Map([['\u2603', 1]]),
  };
  expect(misplacedOn(pages, before)).toEqual(found);
  expect(before.get(unit)?.fields).toHaveLength(1);
  expect(misplacedOn(pages, before)).toEqual(found);
  expect(misplacedOn([page(unit, 100)], before).fields).toEqual([]);
});

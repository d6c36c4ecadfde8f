/** What a unit of a page holds is found at any depth, and not in what is drawn. */
import { expect, test } from 'vitest';
import { heldIn } from '../../src/layout/held.ts';
import { node, row, stack } from './nodes.ts';

const destination = (name: string) => node({ height: 10, marks: { destination: name } });
const number = (to: string) => node({ height: 10, type: 'TEXT', marks: { pageOf: to } });

test('destinations and page numbers come in the order in which they are read', () => {
  const last = number('two');
  const unit = stack([row([destination('one'), number('one')]), destination('two'), last], { marks: { destination: 'all' } });
  const held = heldIn(unit);
  expect(held.destinations).toEqual(['all', 'one', 'two']);
  expect(held.numbers.map(({ pageOf }) => pageOf)).toEqual(['one', 'two']);
  expect(held.numbers.at(-1)?.node.type).toBe('TEXT');
  expect(held.drawing).toBe(false);
  expect(heldIn(unit)).toBe(held);
});

test('a box that a page number is asked for without being a text holds none', () => {
  expect(heldIn(node({ height: 10, marks: { pageOf: 'one' } })).numbers).toEqual([]);
});

test('a drawing is found beneath other boxes, and none in a text', () => {
  const drawing = { kind: 'box' } as never;
  expect(heldIn(stack([row([node({ height: 10, marks: { drawing } })])])).drawing).toBe(true);
  expect(heldIn(node({ height: 10, type: 'TEXT', children: [node({ height: 10, marks: { drawing } })] })).drawing).toBe(false);
});

/** Laid-out nodes made by hand. Lengths in points. */
import type { Flow, Grow, Marks } from '../../src/kit/marks.ts';
import type { Group, LaidOutNode } from '../../src/layout/laid-out-node.ts';
import type { Unit } from '../../src/layout/units.ts';

interface NodeOptions {
  height: number;
  top?: number;
  left?: number;
  width?: number;
  marks?: Marks;
  group?: Group;
  type?: string;
  children?: LaidOutNode[];
}

/** A box at a place. */
export const node = ({ height, top = 0, left = 0, width = 100, marks, group, type = 'VIEW', children = [] }: NodeOptions): LaidOutNode => ({
  type,
  box: { left, top, width, height },
  style: {},
  props: { ...(marks ? { marks: marks } : {}), ...(group ? { group } : {}) },
  children,
});

/** Boxes below each other, `gap` apart, in a box that encloses them. */
export const stack = (children: LaidOutNode[], { gap = 0, ...options }: Partial<NodeOptions> & { gap?: number } = {}): LaidOutNode => {
  let y = 0;
  const stacked = children.map((child, index) => {
    y += index > 0 ? gap : 0;
    const moved = { ...child, box: { ...child.box, top: y } };
    y += child.box.height;
    return moved;
  });
  return node({ height: y, ...options, children: stacked });
};

/** Boxes beside each other. */
export const row = (children: LaidOutNode[], options: Partial<NodeOptions> = {}): LaidOutNode =>
  node({
    height: Math.max(...children.map(({ box }) => box.height)),
    ...options,
    children: children.map((child, index) => ({ ...child, box: { ...child.box, left: index * 100 } })),
  });

/** A space that may grow. */
export const growing = (height: number, grow: Partial<Grow> = {}): LaidOutNode => node({ height, marks: { grow: { step: 20, most: 3, fewer: 0, ...grow } } });

/** A table: a head that is repeated, and rows named by their bookmarks. */
export const table = (rows: number, { height = 30, head = 20, name = 'row' } = {}): LaidOutNode =>
  stack(
    [
      node({ height: head, marks: { role: 'TR', flow: { repeat: true } } }),
      ...Array.from({ length: rows }, (_, index) => node({ height, marks: { role: 'TR', destination: `${name} ${index}` } })),
    ],
    { marks: { role: 'Table', flow: { split: true } } },
  );

/** A unit to pack; by itself a box without anything in it. */
export const unit = (height: number, flow: Flow = {}, { gap = 10, inner = node({ height, marks: { flow } }) } = {}): Unit => ({
  node: inner,
  left: 0,
  height: inner.box.height,
  gap,
  flow: { ...flow, ...inner.props.marks?.flow },
  within: [],
  at: { file: '/a.yaml', start: 3, end: 7 },
});

/** The tree that the layout engines return, as far as it is read here. Lengths in points, boxes relative to their parents. */
import type { Marks } from '../kit/marks.ts';

export interface NodeBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface LaidOutNode {
  type: string;
  box: NodeBox;
  style: Record<string, unknown>;
  props: { marks?: Marks; group?: Group } & Record<string, unknown>;
  children?: LaidOutNode[];
  /** Of a TEXT node: its lines, already shaped. */
  lines?: unknown[];
  /** Of a node with a transform. */
  origin?: { left: number; top: number };
}

/** Something that leaves the book, to be cut out or given away; its pages share the object. */
export interface Leaves {
  /** Each page has a sheet of its own; otherwise they share sheets with each other. */
  each: boolean;
}

/** What a run of units belongs to: set by the layout room on the boxes it puts round blocks. */
export interface Group {
  /** The structure element that all units of the group go into. */
  marks?: Marks;
  /** Where the block is in the YAML, for diagnostics. */
  at?: import('../diagnostics/diagnostic.ts').Location;
  /** The block's first unit begins a page. */
  breakBefore?: boolean;
  /** For the counselor: on pages that clients do not count. */
  note?: boolean;
  /** Its pages leave the book. */
  leaves?: Leaves;
  /** Where its first unit stands is a place of the book. */
  place?: Required<Pick<Marks, 'destination' | 'bookmark'>>;
}

export const marksOf = (node: LaidOutNode): Marks => node.props?.marks ?? {};

/** The boxes inside a node. What is inside a text or a drawing has none. */
export const boxesIn = (node: LaidOutNode): LaidOutNode[] => (node.type === 'VIEW' || node.type === 'PAGE' ? (node.children ?? []) : []);

/** The lower edge of a node, in its parent's coordinates. */
export const bottomOf = (node: LaidOutNode): number => node.box.top + node.box.height;

/** Visits a node and all beneath it, parents first. */
export const visit = (node: LaidOutNode, see: (node: LaidOutNode) => void): void => {
  see(node);
  for (const child of boxesIn(node)) visit(child, see);
};

/** A copy whose nodes may be changed, as packing and numbering do; boxes, styles and lines are replaced there, never changed, and are shared. */
export const copyOf = (node: LaidOutNode): LaidOutNode =>
  node.children && (node.type === 'VIEW' || node.type === 'PAGE') ? { ...node, children: node.children.map(copyOf) } : { ...node };

/** The types of packed pages: units with their places. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Marks } from '../kit/marks.ts';
import type { LaidOutNode, Leaves } from './laid-out-node.ts';

/** A unit at its place in the text area, lengths in points. */
export interface Placed {
  node: LaidOutNode;
  left: number;
  top: number;
  within: Marks[];
  /** What stands over it at the head of a page that has room for that. */
  mayContinue?: LaidOutNode;
  /** Belongs to worksheets that stand without their step: their headings and bookmarks are a level higher. */
  lifted?: true;
}

export interface PackedPage {
  placed: Placed[];
  /** Has no page frame. */
  bare: boolean;
  /** For the counselor. */
  note: boolean;
  /** Leaves the book. */
  leaves?: Leaves;
}

export interface Packed {
  pages: PackedPage[];
  diagnostics: Diagnostic[];
}

/** How far down a page its content reaches, as a part of its height. */
export const fullness = (page: Pick<PackedPage, 'placed'> | undefined, height: number): number => {
  const last = page?.placed.at(-1);
  return last ? (last.top + last.node.box.height) / height : 0;
};

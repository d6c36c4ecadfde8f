/** Finds what book and PDF ask of the units of pages: destinations, page numbers, drawings. */
import { type LaidOutNode, marksOf, visit } from './laid-out-node.ts';

export interface Held {
  destinations: readonly string[];
  /** Texts that page numbers are set in. */
  numbers: readonly { node: LaidOutNode; pageOf: string }[];
  /** Whether a node is filled with a drawing. */
  drawing: boolean;
}

/** A cache: a unit that was packed stays as it is, but for the words of page numbers. */
const known = new WeakMap<LaidOutNode, Held>();

/** What a packed unit holds, or the frame of a page: looked for once, in however many books it stands. */
export const heldIn = (unit: LaidOutNode): Held => {
  const before = known.get(unit);
  if (before) return before;
  const destinations: string[] = [];
  const numbers: { node: LaidOutNode; pageOf: string }[] = [];
  let drawing = false;
  visit(unit, (node) => {
    const marks = marksOf(node);
    if (marks.destination) destinations.push(marks.destination);
    if (marks.pageOf !== undefined && node.type === 'TEXT') numbers.push({ node, pageOf: marks.pageOf });
    drawing ||= marks.drawing !== undefined;
  });
  const held = { destinations, numbers, drawing };
  known.set(unit, held);
  return held;
};

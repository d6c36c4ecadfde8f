/** Splits a unit across pages: a table between its rows, a long list between its items. */
import { bottomOf, boxesIn, type LaidOutNode, marksOf } from './laid-out-node.ts';

/** The fewest children on either side of a cut, beside repeated ones: a single row would look like a mistake. */
export const TOGETHER = 2;
/** A row that takes so much of the page is enough by itself: the entry of a log in large print. */
const TALL = 0.2;

/** How few rows stay together at least, on a page whose text area is so high (points). */
const togetherOf = (rows: readonly LaidOutNode[], page: number): number => (rows.every(({ box }) => box.height >= TALL * page) ? 1 : TOGETHER);

const isRepeated = (node: LaidOutNode): boolean => marksOf(node).flow?.repeat ?? false;

/** The node with only the picked children, stacked with the gaps that they had; padding above and below stays. */
const withChildren = (node: LaidOutNode, picked: LaidOutNode[]): LaidOutNode => {
  const all = node.children ?? [];
  const last = all.at(-1);
  let y = all[0]?.box.top ?? 0;
  const children = picked.map((child, index) => {
    const above = all[all.indexOf(child) - 1];
    if (index > 0 && above) y += child.box.top - bottomOf(above);
    const moved = { ...child, box: { ...child.box, top: y } };
    y = bottomOf(moved);
    return moved;
  });
  const foot = last ? node.box.height - bottomOf(last) : 0;
  return { ...node, box: { ...node.box, height: y + foot }, children };
};

/** Repeated heads are artifacts, so that they are read aloud only once. */
const asArtifact = (node: LaidOutNode): LaidOutNode => ({ ...node, props: { ...node.props, marks: { ...marksOf(node), artifact: 'Layout' } } });

/** The node with its children moved down by `by` points, or up where it is less than zero. */
const shifted = (node: LaidOutNode, children: readonly LaidOutNode[], by: number): LaidOutNode => ({
  ...node,
  box: { ...node.box, height: node.box.height + by },
  children: children.map((child) => ({ ...child, box: { ...child.box, top: child.box.top + by } })),
});

const hasTextField = (node: LaidOutNode): boolean => marksOf(node).field?.kind === 'text' || boxesIn(node).some(hasTextField);

/** Whether a list is read as a whole, as choices are; the rows of others are spaces to write in. */
export const isRead = (node: LaidOutNode): boolean => {
  const first = (node.children ?? []).find((child) => !isRepeated(child));
  return first !== undefined && !hasTextField(first);
};

/** Takes out of a node what stands at the head of further parts alone. */
export const takeContinued = (node: LaidOutNode): { whole: LaidOutNode; continued?: LaidOutNode } => {
  const [first, ...rows] = node.children ?? [];
  if (!first || !marksOf(first).flow?.continued) return { whole: node };
  const repeated = { ...first, props: { ...first.props, marks: { ...marksOf(first), flow: { repeat: true } } } };
  return { whole: shifted(node, rows, -first.box.height), continued: asArtifact(repeated) };
};

/** A further part under the words that say what goes on there. */
export const under = (continued: LaidOutNode | undefined, part: LaidOutNode): LaidOutNode => {
  if (!continued) return part;
  const { children = [], ...moved } = shifted(part, part.children ?? [], continued.box.height);
  return { ...moved, children: [continued, ...children] };
};

/**
 * The least height in points that a splittable node needs before a cut: its repeated head and two rows, or all of one too short to be cut.
 * @param page the height of a page's text area, in points
 */
export const leastHeight = (node: LaidOutNode, page: number): number => {
  const all = node.children ?? [];
  const rows = all.filter((child) => !isRepeated(child));
  const together = togetherOf(rows, page);
  if (rows.length < 2 * together) return node.box.height;
  return withChildren(node, [...all.filter(isRepeated), ...rows.slice(0, together)]).box.height;
};

/** How many rows a splittable node has, beside repeated ones, and how few of them may stand on a page whose text area is so high (points). */
export const rowsIn = (node: LaidOutNode, page: number): { rows: number; together: number } => {
  const rows = (node.children ?? []).filter((child) => !isRepeated(child));
  return { rows: rows.length, together: togetherOf(rows, page) };
};

/**
 * The part of a node from one of its rows to another, both counted from 0, without the last; a further part has repeated children and what says
 * that it goes on at its head.
 */
export const partOf = (node: LaidOutNode, from: number, to: number, continued?: LaidOutNode): LaidOutNode => {
  const all = node.children ?? [];
  const rows = all.filter((child) => !isRepeated(child));
  const part = withChildren(node, [...all.filter(isRepeated), ...rows.slice(from, to)]);
  if (from === 0) return part;
  return under(continued, { ...part, children: (part.children ?? []).map((child) => (isRepeated(child) ? asArtifact(child) : child)) });
};

export interface Halves {
  fits: LaidOutNode;
  rest: LaidOutNode;
}

/**
 * Cuts a node so that the first half is no taller than `room` (points); repeated children stand at the head of both.
 * Gives nothing where no cut leaves two children on either side (one, where each takes much of a page), unless `force`: then one is enough
 * where two cannot be had.
 * @param page the height of a page's text area, in points
 */
export const splitAt = (node: LaidOutNode, room: number, page: number, force: boolean): Halves | undefined => {
  const all = node.children ?? [];
  const head = all.filter(isRepeated);
  const rows = all.filter((child) => !isRepeated(child));
  const together = togetherOf(rows, page);
  let fitting = 0;
  while (fitting < rows.length && withChildren(node, [...head, ...rows.slice(0, fitting + 1)]).box.height <= room) fitting += 1;
  const least = (force ? [TOGETHER, together, 1] : [TOGETHER, together]).find((few) => Math.min(fitting, rows.length - few) >= few);
  if (least === undefined) return undefined;
  const count = Math.min(fitting, rows.length - least);
  return { fits: partOf(node, 0, count), rest: partOf(node, count, rows.length) };
};

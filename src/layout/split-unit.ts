/** Splits a unit across pages: a table between its rows, a long list between its items. */
import { bottomOf, type LaidOutNode, marksOf } from './laid-out-node.ts';

/** The fewest children on either side of a cut, beside repeated ones: a single row would look like a mistake. */
const TOGETHER = 2;

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

/** The least height in points that a splittable node needs before a cut: its repeated head and two rows, or all of one too short to be cut. */
export const leastHeight = (node: LaidOutNode): number => {
  const all = node.children ?? [];
  const rows = all.filter((child) => !isRepeated(child));
  if (rows.length < 2 * TOGETHER) return node.box.height;
  return withChildren(node, [...all.filter(isRepeated), ...rows.slice(0, TOGETHER)]).box.height;
};

export interface Halves {
  fits: LaidOutNode;
  rest: LaidOutNode;
}

/**
 * Cuts a node so that the first half is no taller than `room` (points); repeated children stand at the head of both.
 * Gives nothing where no cut leaves two children on either side, unless `force`: then one is enough where two cannot be had.
 */
export const splitAt = (node: LaidOutNode, room: number, force: boolean): Halves | undefined => {
  const all = node.children ?? [];
  const head = all.filter(isRepeated);
  const rows = all.filter((child) => !isRepeated(child));
  let fitting = 0;
  while (fitting < rows.length && withChildren(node, [...head, ...rows.slice(0, fitting + 1)]).box.height <= room) fitting += 1;
  const least = (force ? [TOGETHER, 1] : [TOGETHER]).find((few) => Math.min(fitting, rows.length - few) >= few);
  if (least === undefined) return undefined;
  const count = Math.min(fitting, rows.length - least);
  const rest = withChildren(node, [...head, ...rows.slice(count)]);
  return {
    fits: withChildren(node, [...head, ...rows.slice(0, count)]),
    rest: { ...rest, children: (rest.children ?? []).map((child) => (isRepeated(child) ? asArtifact(child) : child)) },
  };
};

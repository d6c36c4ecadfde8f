/** Grows writing space into the room that is left on its page, in whole lines. */
import type { Grow } from '../kit/marks.ts';
import { bottomOf, boxesIn, type LaidOutNode, marksOf } from './laid-out-node.ts';

/** A copy whose boxes may be changed; what is drawn in them is shared. */
export const withOwnBoxes = (node: LaidOutNode): LaidOutNode => {
  const children = boxesIn(node);
  return { ...node, ...(children.length > 0 ? { children: children.map(withOwnBoxes) } : {}) };
};

/** Fields that grow as one: rows of fields side by side (with the same top and height), one row or several. */
interface Growable {
  rows: Set<LaidOutNode>[];
  grow: Grow;
  /** Lines given to, or taken from, each row. */
  given: number;
}

/** The fields of a unit that may grow. Boxes with absolute places count from the unit's top. */
const growables = (unit: LaidOutNode): Growable[] => {
  const rows = new Map<string, Set<LaidOutNode>>();
  const found = new Map<string, Growable>();
  const look = (node: LaidOutNode, top: number): void => {
    const { grow } = marksOf(node);
    if (grow) {
      const place = `${Math.round(top)} ${Math.round(node.box.height)}`;
      const beside = rows.get(place);
      if (beside) beside.add(node);
      else {
        const row = new Set([node]);
        rows.set(place, row);
        const key = grow.together ?? place;
        const same = found.get(key);
        if (same) same.rows.push(row);
        else found.set(key, { rows: [row], grow, given: 0 });
      }
    }
    for (const child of boxesIn(node)) look(child, top + child.box.top);
  };
  look(unit, 0);
  return [...found.values()];
};

/** The height of its tallest field, in points. */
const heightOf = ({ rows }: Growable): number => Math.max(...rows.flatMap((row) => [...row].map(({ box }) => box.height)));

/** Gives each row of a growable so many lines more, or fewer; returns by how much the unit has grown, in points. */
const giveLines = (unit: LaidOutNode, { rows, grow }: Growable, lines: number): number => {
  for (const row of rows) stretch(unit, row, lines * grow.step);
  return rows.length * lines * grow.step;
};

/** Makes the nodes taller by `by` points, with all that encloses them, and moves down what stands below them. */
const stretch = (node: LaidOutNode, nodes: Set<LaidOutNode>, by: number): boolean => {
  if (nodes.has(node)) {
    node.box = { ...node.box, height: node.box.height + by };
    return true;
  }
  const children = boxesIn(node);
  const floors = children.map(bottomOf);
  const grown = children.map((child) => stretch(child, nodes, by));
  if (!grown.includes(true)) return false;
  const floor = Math.min(...floors.filter((_, index) => grown[index]));
  children.forEach((child, index) => {
    if (!grown[index] && child.box.top >= floor - 0.5) child.box = { ...child.box, top: child.box.top + by };
  });
  // Only boxes that enclosed their content closely grow with it.
  node.box = { ...node.box, height: node.box.height + by };
  return true;
};

/**
 * Gives the room left on a page to its fields, a line at a time in turn, so that all of them gain alike.
 * @param units The laid-out units of one page; changed in place
 * @param room Height left on the page, in points
 * @returns For each unit, by how much it has grown, in points
 */
export const growInto = (units: readonly LaidOutNode[], room: number): number[] => {
  const gained = units.map(() => 0);
  const all = units.flatMap((unit, index) => growables(unit).map((growable) => ({ ...growable, unit, index })));
  let left = room;
  let given = true;
  while (given) {
    given = false;
    for (const growable of all) {
      const { step, most } = growable.grow;
      const cost = step * growable.rows.length;
      if (growable.given >= most || cost > left) continue;
      growable.given += 1;
      left -= cost;
      given = true;
    }
  }
  for (const growable of all) {
    if (growable.given === 0) continue;
    gained[growable.index] = (gained[growable.index] ?? 0) + giveLines(growable.unit, growable, growable.given);
  }
  return gained;
};

/** Says of a copy how many lines it may still give up. */
const spareFewer = (node: LaidOutNode, fewer: number): void => {
  const marks = marksOf(node);
  if (marks.grow) node.props = { ...node.props, marks: { ...marks, grow: { ...marks.grow, fewer } } };
};

/**
 * Takes single lines from fields, the tallest first, until `enough` is content or no field has a line to spare.
 * @param nodes The laid-out nodes of some units; never changed
 * @param enough Told the units with their lines taken and by how much each has shrunk (points); true ends the search
 * @returns Whether it was enough
 */
export const spareLines = (nodes: readonly LaidOutNode[], enough: (shorter: LaidOutNode[], lost: number[]) => boolean): boolean => {
  const copies = nodes.map(withOwnBoxes);
  const lost = nodes.map(() => 0);
  const all = copies.flatMap((unit, index) => growables(unit).map((growable) => ({ ...growable, unit, index })));
  while (true) {
    const [tallest] = all.filter(({ given, grow }) => given < grow.fewer).toSorted((one, other) => heightOf(other) - heightOf(one));
    if (!tallest) return false;
    tallest.given += 1;
    // What is packed from the copies may be asked for lines again.
    for (const node of tallest.rows.flatMap((row) => [...row])) spareFewer(node, tallest.grow.fewer - tallest.given);
    lost[tallest.index] = (lost[tallest.index] ?? 0) - giveLines(tallest.unit, tallest, -1);
    if (enough(copies, lost)) return true;
  }
};

/** A space for words keeps at least so many lines. */
const LEAST = 2;

/**
 * Takes lines from the fields of a unit that is taller than a page, from the tallest first.
 * @param unit Its laid-out node; never changed
 * @param height That it has to fit, in points
 * @returns A copy that fits, and how many lines it has lost; nothing where its fields have too few
 */
export const shortenTo = (unit: LaidOutNode, height: number): { node: LaidOutNode; lost: number } | undefined => {
  const node = withOwnBoxes(unit);
  const fields = growables(node);
  let lost = 0;
  while (node.box.height > height) {
    const [tallest] = fields.filter((field) => heightOf(field) > LEAST * field.grow.step).toSorted((one, other) => heightOf(other) - heightOf(one));
    if (!tallest) return undefined;
    giveLines(node, tallest, -1);
    lost += tallest.rows.length;
  }
  return { node, lost };
};

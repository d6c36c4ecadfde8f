/** Grows writing space into the room that is left on its page, in whole lines. */
import type { Grow } from '../kit/marks.ts';
import { bottomOf, boxesIn, type LaidOutNode, marksOf } from './laid-out-node.ts';

/** A copy whose boxes may be changed; what is drawn in them is shared. */
export const withOwnBoxes = (node: LaidOutNode): LaidOutNode => {
  const children = boxesIn(node);
  return { ...node, ...(children.length > 0 ? { children: children.map(withOwnBoxes) } : {}) };
};

/** Fields side by side: with the same top and height. */
interface Row {
  /** The index of the unit that they are in. */
  unit: number;
  fields: Set<LaidOutNode>;
}

/** Fields that grow as one: one row or several. */
interface Growable {
  rows: Row[];
  grow: Grow;
  /** Lines given to, or taken from, each row. */
  given: number;
}

/** The fields of units that may grow. Boxes with absolute places count from the unit's top. Both units of a pair are looked at as one. */
const growables = (units: readonly LaidOutNode[]): Growable[] => {
  const found = new Map<string, Growable>();
  units.forEach((unit, index) => {
    const before = units[index - 1];
    const owner = before && marksOf(before).flow?.pairWithNext ? index - 1 : index;
    const rows = new Map<string, Row>();
    const look = (node: LaidOutNode, top: number): void => {
      const { grow } = marksOf(node);
      if (grow) {
        const place = `${Math.round(top)} ${Math.round(node.box.height)}`;
        const beside = rows.get(place);
        if (beside) beside.fields.add(node);
        else {
          const row = { unit: index, fields: new Set([node]) };
          rows.set(place, row);
          const key = grow.together === undefined ? `${index} ${place}` : `${owner} with ${grow.together}`;
          const same = found.get(key);
          if (same) same.rows.push(row);
          else found.set(key, { rows: [row], grow, given: 0 });
        }
      }
      for (const child of boxesIn(node)) look(child, top + child.box.top);
    };
    look(unit, 0);
  });
  return [...found.values()];
};

/** The height of all lines that the fields of a unit may gain (`most`) or give up (`fewer`), in points. */
const linesOf = (unit: LaidOutNode, lines: 'most' | 'fewer'): number =>
  growables([unit]).reduce((sum, { rows, grow }) => sum + rows.length * grow.step * grow[lines], 0);

/** By how much a unit may grow at most, in points. */
export const growthOf = (unit: LaidOutNode): number => linesOf(unit, 'most');

/** By how much a unit may shrink at most, in points. */
export const spareOf = (unit: LaidOutNode): number => linesOf(unit, 'fewer');

const fieldsIn = ({ rows }: Growable): LaidOutNode[] => rows.flatMap(({ fields }) => [...fields]);

/** The height of its tallest field, in points. */
const heightOf = (growable: Growable): number => Math.max(...fieldsIn(growable).map(({ box }) => box.height));

/** Gives each row of a growable so many lines more, or fewer; adds to `grown`, for each unit, by how much it has grown, in points. */
const giveLines = (units: readonly LaidOutNode[], { rows, grow }: Growable, lines: number, grown: number[]): void => {
  for (const { unit, fields } of rows) {
    stretch(units[unit] as LaidOutNode, fields, lines * grow.step);
    grown[unit] = (grown[unit] ?? 0) + lines * grow.step;
  }
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
 * Gives the room left on a page to its fields, a line at a time in turn, so that all of them gain alike; the two of a pair gain together or not at all.
 * @param units The laid-out units of one page; changed in place
 * @param room Height left on the page, in points
 * @returns For each unit, by how much it has grown, in points
 */
export const growInto = (units: readonly LaidOutNode[], room: number): number[] => {
  const gained = units.map(() => 0);
  const all = growables(units);
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
    if (growable.given > 0) giveLines(units, growable, growable.given, gained);
  }
  return gained;
};

/**
 * Takes lines from the one of a pair that has more of them: its two spaces have equal room though each was fitted to a page of its own.
 * @param pair The laid-out units of both; changed in place
 * @returns For each, by how much it has grown: zero or less, in points
 */
export const levelPair = (pair: readonly [LaidOutNode, LaidOutNode]): number[] => {
  const gained = [0, 0];
  for (const { rows, grow } of growables(pair)) {
    const heights = rows.map((row) => heightOf({ rows: [row], grow, given: 0 }));
    rows.forEach((row, index) => {
      const lines = Math.round(((heights[index] ?? 0) - Math.min(...heights)) / grow.step);
      if (lines > 0) giveLines(pair, { rows: [row], grow, given: 0 }, -lines, gained);
    });
  }
  return gained;
};

/** Says of a copy how many lines it may still give up. */
const spareFewer = (node: LaidOutNode, fewer: number): void => {
  const marks = marksOf(node);
  if (marks.grow) node.props = { ...node.props, marks: { ...marks, grow: { ...marks.grow, fewer } } };
};

/**
 * Takes single lines from fields, the tallest first, and from both of a pair, until `enough` is content or no field has a line to spare.
 * @param nodes The laid-out nodes of some units; never changed
 * @param enough Told the units with their lines taken and by how much each has shrunk (points); true ends the search
 * @returns Whether it was enough
 */
export const spareLines = (nodes: readonly LaidOutNode[], enough: (shorter: LaidOutNode[], lost: number[]) => boolean): boolean => {
  const copies = nodes.map(withOwnBoxes);
  const grown = nodes.map(() => 0);
  const all = growables(copies);
  while (true) {
    const [tallest] = all.filter(({ given, grow }) => given < grow.fewer).toSorted((one, other) => heightOf(other) - heightOf(one));
    if (!tallest) return false;
    tallest.given += 1;
    // What is packed from the copies may be asked for lines again.
    for (const node of fieldsIn(tallest)) spareFewer(node, tallest.grow.fewer - tallest.given);
    giveLines(copies, tallest, -1, grown);
    if (
      enough(
        copies,
        grown.map((by) => 0 - by),
      )
    )
      return true;
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
  const fields = growables([node]);
  let lost = 0;
  while (node.box.height > height) {
    const [tallest] = fields.filter((field) => heightOf(field) > LEAST * field.grow.step).toSorted((one, other) => heightOf(other) - heightOf(one));
    if (!tallest) return undefined;
    giveLines([node], tallest, -1, []);
    lost += tallest.rows.length;
  }
  return { node, lost };
};

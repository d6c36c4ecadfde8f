/** Takes a laid-out flow apart into units, which pages are packed with. */
import type { Location } from '../diagnostics/diagnostic.ts';
import type { Flow, Marks } from '../kit/marks.ts';
import { bottomOf, type Group, type LaidOutNode, type Leaves, marksOf } from './laid-out-node.ts';
import { isRead, takeContinued } from './split-unit.ts';

export interface Unit {
  node: LaidOutNode;
  /** Left edge in the text area, in points. */
  left: number;
  height: number;
  /** Space to the unit before it, dropped at the head of a page. */
  gap: number;
  flow: Flow;
  /** The structure elements around it, outermost first. */
  within: Marks[];
  /** Where its block is in the YAML. */
  at?: Location;
  /** For the counselor. */
  note?: boolean;
  /** On pages that leave the book. */
  leaves?: Leaves;
  /** Where it is cut, what stands at the head of each further part. */
  continued?: LaidOutNode;
  /** What stands over a further part, or over the unit where that is not cut, at the head of a page that has room for it. */
  mayContinue?: LaidOutNode;
  /** Where it is cut, so much of its first page stays empty, so that its last one has more on it; in points. */
  spared?: number;
  /** The rows, counted from 0, that begin a page. */
  cuts?: readonly number[];
}

/** What takes more of a page is enough on it, and need not keep with what follows: the opener of a step in large print. */
const ENOUGH = 0.45;

/** Whether a unit is never the last on a page whose text area is so high, in points. */
export const keepsWithNext = ({ flow, height }: Unit, page: number): boolean => (flow.keepWithNext ?? false) && height <= ENOUGH * page;

/** What the groups round a node say of it. */
interface Surroundings {
  within: Marks[];
  at?: Location | undefined;
  note?: boolean | undefined;
  leaves?: Leaves | undefined;
  place?: Group['place'] | undefined;
}

/** Pages that each have a sheet of their own. */
const EACH: Leaves = { each: true };

/**
 * Flattens a laid-out flow: groups (a section, a worksheet, a block) are opened, what is inside them are the units.
 * @param page The PAGE node of a flow, laid out on an endless page
 */
export const unitsOf = (page: LaidOutNode): Unit[] => {
  const units: Unit[] = [];
  let floor = 0;
  const open = (node: LaidOutNode, left: number, top: number, { within, at, note, leaves: around, place }: Surroundings, breakBefore: boolean): boolean => {
    const group = node.props?.group;
    if (!group) {
      // An empty box is no unit: it would only add a gap.
      if (node.box.height <= 0) return breakBefore;
      const { flow: own } = marksOf(node);
      const { whole, continued } = takeContinued(node);
      const saysSo = own?.split && isRead(whole);
      const leaves = own?.leaves ? EACH : around;
      const flow = { ...own, ...(breakBefore || leaves !== (units.at(-1)?.leaves ?? (units.length > 0 ? undefined : leaves)) ? { breakBefore: true } : {}) };
      units.push({
        node: place ? { ...whole, props: { ...whole.props, marks: { ...place, ...marksOf(whole) } } } : whole,
        left: left + node.box.left,
        height: whole.box.height,
        gap: top + node.box.top - floor,
        flow,
        within,
        ...(at ? { at } : {}),
        ...(note ? { note } : {}),
        ...(leaves ? { leaves } : {}),
        ...(continued ? (saysSo ? { continued } : { mayContinue: continued }) : {}),
      });
      floor = top + bottomOf(node);
      return false;
    }
    const inside = { within: group.marks ? [...within, group.marks] : within, at: group.at ?? at, note: group.note ?? note, leaves: group.leaves ?? around };
    let pending = breakBefore || (group.breakBefore ?? false);
    let { place: first = place } = group;
    for (const child of node.children ?? []) {
      const before = units.length;
      pending = open(child, left + node.box.left, top + node.box.top, { ...inside, place: first }, pending);
      if (units.length > before) first = undefined;
    }
    return pending;
  };
  let pending = false;
  for (const child of page.children ?? []) pending = open(child, 0, 0, { within: [] }, pending);
  return units;
};

/** Breaks a run of pages elsewhere, where a page of it is left half empty or a list is parted that need not be. */
import { blockBefore } from './ease-pages.ts';
import { chooseBreaks, COST_OF_PARTED_LIST, costOfPage, costOfScant, type Stretch } from './choose-breaks.ts';
import { growthOf, spareLines } from './grow-fields.ts';
import { type LaidOutNode, marksOf } from './laid-out-node.ts';
import { SLACK } from './pack-run.ts';
import { fullness, type Packed, type PackedPage } from './packed.ts';
import type { Unit } from './units.ts';

/** Pages stay as they are for less. */
const LEAST_GAIN = 60;

/** How full a page is when its fields have grown. */
const filledTo = (page: PackedPage, height: number): number => {
  const growth = page.placed.reduce((sum, { node }) => sum + growthOf(node), 0);
  return Math.min(1, fullness(page, height) + growth / height);
};

/** Whether it is the rest of a list, under the words that say so. */
const goesOn = (node: LaidOutNode): boolean => {
  const [head] = node.children ?? [];
  return head !== undefined && marksOf(head).flow?.repeat === true && marksOf(head).role !== 'TR';
};

const partedLists = ({ pages }: Packed): number => pages.flatMap(({ placed }) => placed).filter(({ node }) => goesOn(node)).length;

/** What is wrong with the pages of a run: less is better. */
const costOf = (packed: Packed, height: number): number => {
  const { pages } = packed;
  const cost = pages.reduce((sum, page, index) => sum + costOfPage(filledTo(page, height), index === pages.length - 1), 0);
  return cost + COST_OF_PARTED_LIST * partedLists(packed);
};

/** Whether a page holds little, or a list is parted: what breaks in other places may mend. */
const maybeBetter = (packed: Packed, height: number): boolean =>
  partedLists(packed) > 0 || packed.pages.some((page, index, { length }) => costOfScant(filledTo(page, height), index === length - 1) > 0);

/** The units in their order; and with each note that may stand before its block there. */
const ordersOf = <U extends Unit>(units: readonly U[]): (readonly U[])[] => [
  units,
  ...units.flatMap((unit, index) => {
    const start = unit.flow.mayMoveUp ? blockBefore(units, index) : undefined;
    return start === undefined ? [] : [units.toSpliced(index, 1).toSpliced(start, 0, unit)];
  }),
];

/** The units with breaks between and in them; those of a page that is too full give up lines. */
const broken = <U extends Unit>(units: readonly U[], pages: readonly Stretch[]): U[] => {
  const changed = [...units];
  for (const { begin, end, over } of pages) {
    const first = changed[begin.unit] as U;
    if (begin.row > 0) changed[begin.unit] = { ...first, cuts: [...(first.cuts ?? []), begin.row] };
    else if (begin.unit > 0) changed[begin.unit] = { ...first, flow: { ...first.flow, breakBefore: true } };
    const from = begin.row > 0 ? begin.unit + 1 : begin.unit;
    const whole = changed.slice(from, end.unit);
    if (over <= SLACK) continue;
    spareLines(
      whole.map(({ node }) => node),
      (nodes, lost) => {
        if (lost.reduce((sum, each) => sum + each, 0) < over - SLACK) return false;
        whole.forEach((unit, index) => {
          const node = nodes[index] ?? unit.node;
          changed[from + index] = { ...unit, node, height: node.box.height };
        });
        return true;
      },
    );
  }
  return changed;
};

/**
 * Chooses the breaks of a run anew, all together, where one of its pages is left half empty or a list is parted. A field gives up no more lines
 * than it may, and gets back those that its page has room for.
 *
 * @param units of the run, in order
 * @param packed how it was packed
 * @param packAnew packs units, some of which begin a page or are cut before given rows
 * @param height of the text area, in points
 * @param closer shares of the gaps between units that may be tried
 * @returns the better of both
 */
export const evenPages = <U extends Unit>(
  units: readonly U[],
  packed: Packed,
  packAnew: (units: readonly U[]) => Packed,
  height: number,
  closer: readonly number[],
): Packed => {
  if (packed.diagnostics.length > 0 || !maybeBetter(packed, height)) return packed;
  let best = { packed, cost: costOf(packed, height) };
  for (const share of closer) {
    for (const order of ordersOf(units)) {
      const run = order.map((unit) => ({ ...unit, gap: unit.gap * share }));
      const chosen = chooseBreaks(run, height);
      if (!chosen || chosen.pages.length > best.packed.pages.length) continue;
      const tried = packAnew(broken(run, chosen.pages));
      const cost = costOf(tried, height);
      if (tried.diagnostics.length === 0 && cost < best.cost - LEAST_GAIN) best = { packed: tried, cost };
    }
  }
  return best.packed;
};

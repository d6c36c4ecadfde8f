/** Moves blocks, and rows of what may be cut, to nearly empty pages from the pages before them; and blocks alone to half-empty ones. */
import { growthOf } from './grow-fields.ts';
import type { LaidOutNode } from './laid-out-node.ts';
import { fullness, type Packed } from './packed.ts';
import { keepsWithNext, type Unit } from './units.ts';

/** A page that is less full than this counts as nearly empty; where it is fuller than the lower share, as half as bad. */
const NEARLY_EMPTY = 0.34;
const SCANT = 0.28;

/** A page that is less full than this, with the lines that its fields may gain, counts as half empty. */
const HALF_EMPTY = 0.6;

/** What may be cut is cut earlier by these shares of a page. */
const EARLIER = [0.1, 0.15, 0.2, 0.25, 0.3];

/** How many pages of a run are nearly empty. */
const nearlyEmpty = ({ pages }: Packed, height: number): number =>
  pages.map((page) => fullness(page, height)).reduce((sum, full) => sum + (full < SCANT ? 1 : full < NEARLY_EMPTY ? 0.5 : 0), 0);

/**
 * How empty the half-empty pages of a run are once their fields have grown. Squared, so that two pages that lack a little are better than one
 * that lacks much; all together they weigh less than a page that is nearly empty.
 */
const halfEmpty = ({ pages }: Packed, height: number, growth: (node: LaidOutNode) => number): number =>
  pages
    .map((page) => fullness(page, height) + page.placed.reduce((sum, { node }) => sum + growth(node), 0) / height)
    .reduce((sum, full) => sum + Math.max(0, HALF_EMPTY - Math.max(full, NEARLY_EMPTY)) ** 2, 0);

/** Where the block begins that stands before a unit; nothing where that is the first of its run. */
export const blockBefore = (units: readonly Unit[], index: number): number | undefined => {
  const place = units[index - 1]?.at?.start;
  if (place === undefined || place === units[index]?.at?.start) return undefined;
  let start = index - 1;
  while (start > 0 && units[start - 1]?.at?.start === place) start -= 1;
  return start > 0 ? start : undefined;
};

/** A run with a page ended earlier at a unit; nothing where that unit moves along with the one before it. */
const brokenBefore = <U extends Unit>(units: readonly U[], index: number, height: number): U[][] => {
  const unit = units[index] as U;
  const before = units[index - 1];
  // A unit that keeps with the next one, or is one of a pair with it, moves along with it.
  if (!before || unit.flow.breakBefore || before.flow.pairWithNext || keepsWithNext(before, height)) return [];
  return [units.with(index, { ...unit, flow: { ...unit.flow, breakBefore: true } })];
};

/** A run with a page ended earlier at a unit, or with the unit cut earlier or moved, in each way that may help. */
const otherwise = <U extends Unit>(units: readonly U[], index: number, height: number): U[][] => {
  const unit = units[index] as U;
  const start = unit.flow.mayMoveUp ? blockBefore(units, index) : undefined;
  const moved = start === undefined ? [] : [units.toSpliced(index, 1).toSpliced(start, 0, unit)];
  const cut = unit.flow.split && unit.spared === undefined ? EARLIER.map((share) => units.with(index, { ...unit, spared: share * height })) : [];
  return [...brokenBefore(units, index, height), ...cut, ...moved];
};

/** How empty the pages of a run are: what is to be mended, then what counts only between two packings that are as good otherwise. */
type Emptiness = readonly [number, ...number[]];

/** How good a packing is: the first difference tells, and less is better. */
const faultsOf = (packed: Packed, [emptiness, ...lesser]: Emptiness, units: readonly Unit[], order: readonly Unit[]): number[] => {
  const parts = packed.pages.reduce((sum, { placed }) => sum + placed.length, 0);
  const moved = units.filter(({ node }, index) => order[index]?.node !== node).length;
  const spared = units.reduce((sum, unit) => sum + (unit.spared ?? 0), 0);
  return [emptiness, moved, parts - units.length, spared, ...lesser];
};

const isLess = (one: readonly number[], other: readonly number[]): boolean => {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
};

/** Units, and the pages that they were packed into. */
interface PackedUnits<U extends Unit> {
  units: readonly U[];
  packed: Packed;
}

/** Changes how units are packed, one of `ways` at a time, for as long as the pages are less empty for it, and as many. */
const improved = <U extends Unit>(
  { units, packed }: PackedUnits<U>,
  ways: typeof otherwise,
  emptiness: (packed: Packed) => Emptiness,
  packAnew: (units: readonly U[]) => Packed,
  height: number,
): PackedUnits<U> => {
  let best = { packed, units, faults: faultsOf(packed, emptiness(packed), units, units) };
  let helped = true;
  while ((best.faults[0] ?? 0) > 0 && helped) {
    const before = best;
    // From the end, and the earliest of equals counts: as little as needed moves.
    for (const changed of before.units.flatMap((_, index, all) => ways(all, all.length - 1 - index, height))) {
      const tried = packAnew(changed);
      if (tried.diagnostics.length > packed.diagnostics.length || tried.pages.length !== packed.pages.length) continue;
      const faults = faultsOf(tried, emptiness(tried), changed, units);
      if ((faults[0] ?? 0) < (before.faults[0] ?? 0) && isLess(faults, best.faults)) best = { packed: tried, units: changed, faults };
    }
    helped = best !== before;
  }
  return best;
};

/**
 * Ends pages earlier, between two blocks or within one that may be cut, or moves a note before its block, so that fewer pages are nearly empty;
 * then between two blocks alone, so that pages are less than half empty. There are as many pages as before. What is whole stays whole, and in its
 * order, where that does as well.
 *
 * @param units of a run of pages, in order
 * @param packed how it was packed
 * @param packAnew packs the units with other breaks between them, or in another order
 * @param height of the text area, in points
 * @returns the pages as they were where none is nearly or half empty, or nothing else helps
 */
export const easePages = <U extends Unit>(units: readonly U[], packed: Packed, packAnew: (units: readonly U[]) => Packed, height: number): Packed => {
  const known = new Map<LaidOutNode, number>();
  const growth = (node: LaidOutNode): number => {
    const most = known.get(node) ?? growthOf(node);
    known.set(node, most);
    return most;
  };
  const nearly = (tried: Packed): number => nearlyEmpty(tried, height);
  const half = (tried: Packed): number => halfEmpty(tried, height, growth);
  const filled = improved({ units, packed }, otherwise, (tried) => [nearly(tried), half(tried)], packAnew, height);
  return improved(filled, brokenBefore, (tried) => [nearly(tried) + half(tried)], packAnew, height).packed;
};

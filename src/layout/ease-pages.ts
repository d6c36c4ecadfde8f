/** Moves blocks, and rows of what may be cut, to nearly empty pages from the pages before them. */
import { fullness, type Packed } from './packed.ts';
import { keepsWithNext, type Unit } from './units.ts';

/** A page that is less full than this counts as nearly empty; where it is fuller than the lower share, as half as bad. */
const NEARLY_EMPTY = 0.34;
const SCANT = 0.28;

/** What may be cut is cut earlier by these shares of a page. */
const EARLIER = [0.1, 0.15, 0.2, 0.25, 0.3];

/** How many pages of a run are nearly empty. */
const nearlyEmpty = ({ pages }: Packed, height: number): number =>
  pages.map((page) => fullness(page, height)).reduce((sum, full) => sum + (full < SCANT ? 1 : full < NEARLY_EMPTY ? 0.5 : 0), 0);

/** Where the block begins that stands before a unit; nothing where that is the first of its run. */
const blockBefore = (units: readonly Unit[], index: number): number | undefined => {
  const place = units[index - 1]?.at?.start;
  if (place === undefined || place === units[index]?.at?.start) return undefined;
  let start = index - 1;
  while (start > 0 && units[start - 1]?.at?.start === place) start -= 1;
  return start > 0 ? start : undefined;
};

/** A run with a page ended earlier at a unit, or with the unit moved, in each way that may help. */
const otherwise = <U extends Unit>(units: readonly U[], index: number, height: number): U[][] => {
  const unit = units[index] as U;
  const before = units[index - 1];
  const start = unit.flow.mayMoveUp ? blockBefore(units, index) : undefined;
  const moved = start === undefined ? [] : [units.toSpliced(index, 1).toSpliced(start, 0, unit)];
  const cut = unit.flow.split && unit.spared === undefined ? EARLIER.map((share) => units.with(index, { ...unit, spared: share * height })) : [];
  // A unit that keeps with the next one, or is one of a pair with it, moves along with it.
  if (!before || unit.flow.breakBefore || before.flow.pairWithNext || keepsWithNext(before, height)) return [...cut, ...moved];
  return [units.with(index, { ...unit, flow: { ...unit.flow, breakBefore: true } }), ...cut, ...moved];
};

/** How good a packing is: the first difference tells, and less is better. */
const faultsOf = (packed: Packed, units: readonly Unit[], order: readonly Unit[], height: number): number[] => {
  const parts = packed.pages.reduce((sum, { placed }) => sum + placed.length, 0);
  const moved = units.filter(({ node }, index) => order[index]?.node !== node).length;
  return [nearlyEmpty(packed, height), moved, parts - units.length];
};

const isLess = (one: readonly number[], other: readonly number[]): boolean => {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
};

/**
 * Ends pages earlier, between two blocks or within one that may be cut, or moves a note before its block, so that fewer pages are nearly empty;
 * there are as many pages as before. What is whole stays whole, and in its order, where that does as well.
 *
 * @param units of a run of pages, in order
 * @param packed how it was packed
 * @param packAnew packs the units with other breaks between them, or in another order
 * @param height of the text area, in points
 * @returns the pages as they were where none is nearly empty, or nothing else helps
 */
export const easePages = <U extends Unit>(units: readonly U[], packed: Packed, packAnew: (units: readonly U[]) => Packed, height: number): Packed => {
  let best = { packed, units, faults: faultsOf(packed, units, units, height) };
  let helped = true;
  while ((best.faults[0] ?? 0) > 0 && helped) {
    const before = best;
    // From the end, and the earliest of equals counts: as little as needed moves.
    for (const changed of before.units.flatMap((_, index, all) => otherwise(all, all.length - 1 - index, height))) {
      const tried = packAnew(changed);
      if (tried.diagnostics.length > packed.diagnostics.length || tried.pages.length !== packed.pages.length) continue;
      const faults = faultsOf(tried, changed, units, height);
      if ((faults[0] ?? 0) < (before.faults[0] ?? 0) && isLess(faults, best.faults)) best = { packed: tried, units: changed, faults };
    }
    helped = best !== before;
  }
  return best.packed;
};

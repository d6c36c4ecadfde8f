/** Moves blocks to a nearly empty last page from the page before. */
import { fullness, type Packed } from './packed.ts';
import type { Unit } from './units.ts';

/** A last page that is less full than this counts as nearly empty. */
const NEARLY_EMPTY = 0.34;
/** The page before stays at least this full. */
const KEPT = 0.5;

/**
 * Moves as few units as needed from the second-last page to a nearly empty last page.
 *
 * @param units of a run of pages, in order
 * @param packed how it was packed
 * @param packAnew packs the units with another break between them
 * @param height of the text area, in points
 * @returns the pages as they were where the last page is full enough, or nothing can be moved
 */
export const easeLastPage = <U extends Unit>(units: readonly U[], packed: Packed, packAnew: (units: readonly U[]) => Packed, height: number): Packed => {
  const count = packed.pages.length;
  if (count < 2 || fullness(packed.pages.at(-1), height) >= NEARLY_EMPTY) return packed;
  for (let index = units.length - 1; index > 0; index -= 1) {
    const unit = units[index] as U;
    // A unit that keeps with the next one moves along with it.
    if (units[index - 1]?.flow.keepWithNext) continue;
    const tried = packAnew(units.with(index, { ...unit, flow: { ...unit.flow, breakBefore: true } }));
    if (tried.pages.length !== count || fullness(tried.pages.at(-2), height) < KEPT) return packed;
    if (fullness(tried.pages.at(-1), height) >= NEARLY_EMPTY) return tried;
  }
  return packed;
};

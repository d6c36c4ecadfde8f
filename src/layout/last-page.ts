/** A last page with next to nothing on it looks like a mistake: it gets company from the page before. */
import { fullness, type Packed } from './packed.ts';
import type { Unit } from './units.ts';

/** A last page that is less full than this is lonely. */
const LONELY = 0.2;
/** The page before stays at least so full. */
const KEPT = 0.5;

/**
 * Moves units from the last page but one of a stretch to a lonely last page, as few as make it look meant.
 *
 * @param units the stretch, in order
 * @param packed how it was packed
 * @param packAnew packs the stretch with another break in it
 * @param height of the text area, in points
 * @returns the pages as they were where there is nothing to ease, or nothing that can be moved
 */
export const easeLastPage = <U extends Unit>(units: readonly U[], packed: Packed, packAnew: (units: readonly U[]) => Packed, height: number): Packed => {
  const count = packed.pages.length;
  if (count < 2 || fullness(packed.pages.at(-1), height) >= LONELY) return packed;
  for (let index = units.length - 1; index > 0; index -= 1) {
    const unit = units[index] as U;
    // What keeps with its next goes along with it.
    if (units[index - 1]?.flow.keepWithNext) continue;
    const tried = packAnew(units.with(index, { ...unit, flow: { ...unit.flow, breakBefore: true } }));
    if (tried.pages.length !== count || fullness(tried.pages.at(-2), height) < KEPT) return packed;
    if (fullness(tried.pages.at(-1), height) >= LONELY) return tried;
  }
  return packed;
};

/** Moves blocks to nearly empty pages from the pages before them. */
import { fullness, type Packed } from './packed.ts';
import { keepsWithNext, type Unit } from './units.ts';

/** A page that is less full than this counts as nearly empty. */
const NEARLY_EMPTY = 0.34;

/** How many pages of a run are nearly empty. */
const nearlyEmpty = ({ pages }: Packed, height: number): number => pages.filter((page) => fullness(page, height) < NEARLY_EMPTY).length;

/**
 * Ends pages earlier, so that fewer of them are nearly empty; there are as many pages as before.
 *
 * @param units of a run of pages, in order
 * @param packed how it was packed
 * @param packAnew packs the units with other breaks between them
 * @param height of the text area, in points
 * @returns the pages as they were where none is nearly empty, or no other break helps
 */
export const easePages = <U extends Unit>(units: readonly U[], packed: Packed, packAnew: (units: readonly U[]) => Packed, height: number): Packed => {
  let [best, broken, stranded] = [packed, units, nearlyEmpty(packed, height)];
  let helped = true;
  while (stranded > 0 && helped) {
    helped = false;
    // From the end: as few blocks as needed move.
    for (let index = broken.length - 1; index > 0 && !helped; index -= 1) {
      const unit = broken[index] as U;
      // A unit that keeps with the next one moves along with it.
      if (unit.flow.breakBefore || (broken[index - 1] && keepsWithNext(broken[index - 1] as U, height))) continue;
      const changed = broken.with(index, { ...unit, flow: { ...unit.flow, breakBefore: true } });
      const tried = packAnew(changed);
      const left = nearlyEmpty(tried, height);
      if (tried.pages.length !== packed.pages.length || left >= stranded) continue;
      [best, broken, stranded, helped] = [tried, changed, left, true];
    }
  }
  return best;
};

/** Moves blocks, and rows of what may be cut, to nearly empty pages from the pages before them. */
import { fullness, type Packed } from './packed.ts';
import { keepsWithNext, type Unit } from './units.ts';

/** A page that is less full than this counts as nearly empty. */
const NEARLY_EMPTY = 0.34;

/** What may be cut is cut earlier by these shares of a page, the least that helps. */
const EARLIER = [0.1, 0.15, 0.2, 0.25, 0.3];

/** How many pages of a run are nearly empty. */
const nearlyEmpty = ({ pages }: Packed, height: number): number => pages.filter((page) => fullness(page, height) < NEARLY_EMPTY).length;

/** A unit with its page ended earlier, in each way that may help. */
const otherwise = <U extends Unit>(units: readonly U[], index: number, height: number): U[] => {
  const unit = units[index] as U;
  const before = units[index - 1];
  const cut = unit.flow.split && unit.spared === undefined ? EARLIER.map((share) => ({ ...unit, spared: share * height })) : [];
  // A unit that keeps with the next one moves along with it.
  if (!before || unit.flow.breakBefore || keepsWithNext(before, height)) return cut;
  return [{ ...unit, flow: { ...unit.flow, breakBefore: true } }, ...cut];
};

/**
 * Ends pages earlier, between two blocks or within one that may be cut, so that fewer of them are nearly empty; there are as many pages as before.
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
    for (let index = broken.length - 1; index >= 0 && !helped; index -= 1) {
      for (const unit of otherwise(broken, index, height)) {
        const changed = broken.with(index, unit);
        const tried = packAnew(changed);
        const left = nearlyEmpty(tried, height);
        const loses = tried.diagnostics.length > packed.diagnostics.length;
        if (loses || tried.pages.length !== packed.pages.length || left >= stranded) continue;
        [best, broken, stranded, helped] = [tried, changed, left, true];
        break;
      }
    }
  }
  return best;
};

/** Counts the pages of a finished book of which much is left empty. */
import { depthOf, isForCounselor, type LaidOutCopy } from './laid-out-copy.ts';
import { breathes } from './stranded.ts';

/** How many pages of clients are less full than a third, a half, and three fifths of their text area, of how many. */
export interface Scant {
  third: number;
  half: number;
  sixty: number;
  pages: number;
}

/** Counts the pages of clients that hold little; those that are meant to breathe are left out. */
export const scantPages = ({ pages, paper }: LaidOutCopy): Scant => {
  const depths = pages
    .map((page, index) => ({ page, index, depth: depthOf(page, paper) }))
    .filter(({ page, index, depth }) => !isForCounselor(page) && !breathes(page, depth, index === 0, index === pages.length - 1))
    .map(({ depth }) => depth);
  const below = (share: number): number => depths.filter((depth) => depth < share).length;
  return { third: below(1 / 3), half: below(1 / 2), sixty: below(0.6), pages: pages.length };
};

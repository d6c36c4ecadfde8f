/** Finds pages of a finished book that hold little, such as what was left over from the page before, or that end with a heading. */
import type { BookPage } from '../../src/layout/book.tsx';
import { marksOf } from '../../src/layout/laid-out-node.ts';
import { depthOf, isForCounselor, type LaidOutCopy } from './laid-out-copy.ts';

/** A page of clients is at least so full, as a share of its text area. */
const THIRD = 1 / 3;
/** A page of notes has more than three lines. */
const THREE_LINES = 0.12;
/** An empty page before a sheet that leaves the book has one line on it. */
const ONE_LINE = 0.04;
/** The opener of a step in large print has the page to itself from this share on. */
const OPENER = 0.45;

/** Pages that are meant to breathe: the cover, what is empty, and the practice's page at the end. */
export const breathes = ({ placed, section }: BookPage, depth: number, isFirst: boolean, isLast: boolean): boolean =>
  isFirst || placed.length === 0 || (placed.length === 1 && depth < ONE_LINE) || (isLast && !section);

/** The stranded pages of a copy, each as its number in the file and how full it is in percent. */
export const strandedPages = ({ pages, paper }: LaidOutCopy): string[] =>
  pages.flatMap((page, index) => {
    const depth = depthOf(page, paper);
    const least = isForCounselor(page) ? THREE_LINES : THIRD;
    return breathes(page, depth, index === 0, index === pages.length - 1) || depth >= least ? [] : [`${index + 1}: ${Math.round(100 * depth)} %`];
  });

/** The pages of a copy whose last words lead to what stands on the next one, as numbers in the file. */
export const headingsAtTheFoot = ({ pages, paper }: LaidOutCopy): number[] =>
  pages.flatMap(({ placed }, index) => {
    const last = placed.at(-1)?.node;
    const leads = last && marksOf(last).flow?.keepWithNext && last.box.height < OPENER * (paper.height - paper.top - paper.bottom);
    return leads ? [index + 1] : [];
  });

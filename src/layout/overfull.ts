/** Reports a cover that does not fit on its page. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { boxesIn, type LaidOutNode } from './laid-out-node.ts';

/** Lengths that differ by less are the same, in points. */
const TOLERANCE = 1;

/** The height of the lines of a text, in points; its box may have been made smaller than that. */
const linesHeight = (node: LaidOutNode): number => ((node.lines ?? []) as { box: { height: number } }[]).reduce((sum, { box }) => sum + box.height, 0);

/** How much the texts under a node reach below its page, or over what follows them, at most, in points. */
const over = (node: LaidOutNode, top: number, height: number): number => {
  const from = top + node.box.top;
  if (node.type !== 'TEXT') return boxesIn(node).reduce((most, child) => Math.max(most, over(child, from, height)), 0);
  // The layout engine makes boxes lower where they have too little room, and lets their lines run over.
  return Math.max(linesHeight(node) - node.box.height, from + linesHeight(node) - height);
};

/**
 * Says that what is on a cover does not fit on it.
 * @param sheet The laid-out PAGE node
 * @param height Of the page, in points
 * @returns An error `block-too-tall`, or nothing where all fits
 */
export const overfull = (sheet: LaidOutNode, height: number): Diagnostic[] => {
  const most = (sheet.children ?? []).reduce((sum, child) => Math.max(sum, over(child, 0, height)), 0);
  if (most <= TOLERANCE) return [];
  return [
    {
      code: 'block-too-tall',
      severity: 'error',
      message: `expected a cover whose words fit on it, found ${Math.ceil(most)} points too many where ${Math.floor(height)} are to be had`,
      hints: ['write a shorter title, subtitle or name'],
    },
  ];
};

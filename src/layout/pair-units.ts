/** Makes pairs of spaces fit on one page: where both are a little too tall for it, they give up lines alike. Where that is not enough, both have equal room. */
import { levelPair, spareLines } from './grow-fields.ts';
import { marksOf } from './laid-out-node.ts';
import { type FittedUnit, heightOfChain, SLACK } from './pack-run.ts';
import type { PackedPage } from './packed.ts';
import { keepsWithNext } from './units.ts';

/**
 * Shortens pairs that are taller than a page, with what keeps with them, by the lines that their fields may spare. A pair that is taller even so
 * stays as it was: each of the two has its own head, and stands whole.
 * @param height Height of the text area, in points
 */
export const fitPairs = (units: readonly FittedUnit[], height: number): FittedUnit[] => {
  const fitted = [...units];
  for (const [index, { flow }] of units.entries()) {
    const next = units[index + 1];
    if (!flow.pairWithNext || !next || next.flow.breakBefore) continue;
    const start = startOfChain(fitted, index, height);
    const chain = fitted.slice(start, index + 2);
    if (heightOfChain(chain, height) <= height + SLACK) continue;
    spareLines(
      chain.map(({ node }) => node),
      (nodes) => {
        const shorter = chain.map((unit, at) => ({ ...unit, node: nodes[at] ?? unit.node, height: nodes[at]?.box.height ?? unit.height }));
        if (heightOfChain(shorter, height) > height + SLACK) return false;
        fitted.splice(start, shorter.length, ...shorter);
        return true;
      },
    );
  }
  return fitted;
};

/** Where the chain begins that a unit ends. */
const startOfChain = (units: readonly FittedUnit[], index: number, height: number): number => {
  let start = index;
  while (start > 0 && !units[start]?.flow.breakBefore && keepsWithNext(units[start - 1] as FittedUnit, height)) start -= 1;
  return start;
};

/** Gives the two of each pair that no page has room for as many lines as the one with fewer has; the rest of its page stays empty. Changes the pages. */
export const levelPairs = (pages: readonly PackedPage[]): void => {
  const all = pages.flatMap(({ placed }) => placed.map((unit, index) => ({ node: unit.node, below: placed.slice(index + 1) })));
  all.forEach((first, index) => {
    const second = all[index + 1];
    if (!second || !marksOf(first.node).flow?.pairWithNext) return;
    const gained = levelPair([first.node, second.node]);
    [first, second].forEach(({ below }, side) => {
      for (const unit of below) unit.top += gained[side] ?? 0;
    });
  });
};

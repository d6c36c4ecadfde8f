/** Fits a line that is too long by narrowing its letters, within a limit (textkit's getFactors and getDistances). Spaces keep their width. */
import type { Glyph, LineRun } from '../tree-nodes.ts';
import { isSpace } from './words.ts';

/** What a letter gives at either side, at most, in points. */
const GIVES = -0.04296875;

interface Side {
  before: number;
  after: number;
}

/** What each glyph of a run may give. A space gives nothing, nor does the letter before one that ends a run, at its end. */
const sidesOf = (glyphs: readonly Glyph[]): Side[] =>
  glyphs.map((glyph, index) => {
    if (isSpace(glyph)) return { before: 0, after: 0 };
    const next = glyphs[index + 1];
    return { before: GIVES, after: next && index + 2 === glyphs.length && isSpace(next) ? 0 : GIVES };
  });

/**
 * Takes what a line is too long from the advances of its letters; what they cannot give sticks out.
 * @param runs of a line with at least one glyph; their positions are replaced, never changed: words share them
 * @param gap what is to be taken, in points, below 0
 */
export const squeeze = (runs: readonly LineRun[], gap: number): void => {
  const sides = runs.flatMap(({ glyphs }) => sidesOf(glyphs));
  (sides[0] as Side).before = 0;
  (sides.at(-1) as Side).after = 0;
  const most = sides.reduce((all, { before, after }) => all + (before + after), 0);
  const share = most === 0 ? 0 : Math.min(1, gap / most);
  let index = 0;
  for (const run of runs) {
    run.positions = run.positions.map((position) => {
      let distance = (sides[index] as Side).after * share;
      const next = sides[index + 1];
      if (next) distance += next.before * share;
      index += 1;
      return { ...position, xAdvance: position.xAdvance + distance };
    });
  }
};

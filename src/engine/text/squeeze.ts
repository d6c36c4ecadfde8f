/** Fits a line that is too long by narrowing its spaces, then its letters, within limits (textkit's getFactors and getDistances). */
import type { Glyph, LineRun } from '../tree-nodes.ts';
import { isSpace } from './words.ts';

/** What a space and a letter give at either side, at most, in points. */
const GIVES = { space: -0.5, letter: -0.04296875 };

interface Side {
  before: number;
  after: number;
  space: boolean;
}

/** What each glyph of a run may give. The space that ends a run gives nothing before it, nor does what stands there behind. */
const sidesOf = (glyphs: readonly Glyph[]): Side[] => {
  const sides: Side[] = [];
  for (const [index, glyph] of glyphs.entries()) {
    const space = isSpace(glyph);
    const gives = space ? GIVES.space : GIVES.letter;
    const ends = space && index === glyphs.length - 1;
    if (ends && index > 0) (sides[index - 1] as Side).after = 0;
    sides.push({ before: ends ? 0 : gives, after: gives, space });
  }
  return sides;
};

/**
 * Takes what a line is too long from the advances of its glyphs; what they cannot give sticks out.
 * @param runs of a line with at least one glyph; their positions are replaced, never changed: words share them
 * @param gap what is to be taken, in points, below 0
 */
export const squeeze = (runs: readonly LineRun[], gap: number): void => {
  const sides = runs.flatMap(({ glyphs }) => sidesOf(glyphs));
  (sides[0] as Side).before = 0;
  (sides.at(-1) as Side).after = 0;
  const sum = (space: boolean): number => sides.reduce((all, side) => (side.space === space ? all + (side.before + side.after) : all), 0);
  const share = { space: 0, letter: 0 };
  let rest = gap;
  for (const kind of ['space', 'letter'] as const) {
    const most = sum(kind === 'space');
    if (most === 0) continue;
    if (Math.abs(rest) <= Math.abs(most)) {
      share[kind] = rest / most;
      break;
    }
    share[kind] = 1;
    rest -= most;
  }
  const shareOf = ({ space }: Side): number => (space ? share.space : share.letter);
  let index = 0;
  for (const run of runs) {
    run.positions = run.positions.map((position) => {
      const side = sides[index] as Side;
      const next = sides[index + 1];
      index += 1;
      let distance = side.after * shareOf(side);
      if (next) distance += next.before * shareOf(next);
      return { ...position, xAdvance: position.xAdvance + distance };
    });
  }
};

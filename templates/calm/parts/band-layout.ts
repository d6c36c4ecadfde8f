/** Finds out how the spaces of an entry in a log stand on writing lines: several on a line where they fit, a long one on lines of its own. */
import type { Expects } from 'mendbook/kit';

/** A space of an entry. */
export interface Asked {
  title: string;
  expects: Expects;
}

/** A space at its place; lengths in points. */
export interface Cell {
  /** Which space it is, from 0. */
  index: number;
  /** The least width of the lines. */
  width: number;
  lines: number;
  /** Where its title stands: before its lines, or above them. */
  title: 'before' | 'above';
}

/** What stands on one line, or on several where a space has several. */
export type BandRow = readonly Cell[];

export interface BandMeasures {
  /** The width of an entry without its number, in points; all lengths are. */
  width: number;
  /** Between two spaces, and between a title and its lines. */
  gap: number;
  near: number;
  /** From one writing line to the next, and of a title above its lines. */
  leading: number;
  titleLeading: number;
  titleWidth: (title: string) => number;
  /** The least width of a space of so many lines, with its title at a place. */
  least: (expects: Expects, lines: number, title: Cell['title']) => number;
}

/** A space has at most so many lines; what is still too narrow then is told by `mendbook check`. */
const MOST_LINES = 6;

/** A space on lines of its own: with its title before or above them, whichever is lower. */
const alone = (asked: Asked, index: number, { width, near, leading, titleLeading, titleWidth, least }: BandMeasures): Cell => {
  const fitting = (room: number, title: Cell['title']): number => {
    for (let lines = 1; lines < MOST_LINES; lines += 1) if (least(asked.expects, lines, title) <= room) return lines;
    return MOST_LINES;
  };
  const room = width - titleWidth(asked.title) - near;
  const [beside, below] = [fitting(room, 'before'), fitting(width, 'above')];
  return beside * leading <= below * leading + titleLeading && room >= width / 3
    ? { index, width: room, lines: beside, title: 'before' }
    : { index, width, lines: below, title: 'above' };
};

/**
 * Lays out an entry: puts its spaces on rows in their order, as many on each as fit, and a long one on lines of its own.
 *
 * @returns the rows, from above
 */
export const bandOf = (asked: readonly Asked[], measures: BandMeasures): BandRow[] => {
  const { width, gap, near, titleWidth, least } = measures;
  const rows: Cell[][] = [];
  let left = 0;
  asked.forEach((space, index) => {
    const own = least(space.expects, 1, 'before');
    const needed = titleWidth(space.title) + near + own;
    const row = rows.at(-1);
    if (row && needed + gap <= left) {
      row.push({ index, width: own, lines: 1, title: 'before' });
      left -= needed + gap;
    } else if (needed <= width) {
      rows.push([{ index, width: own, lines: 1, title: 'before' }]);
      left = width - needed;
    } else {
      rows.push([alone(space, index, measures)]);
      left = 0;
    }
  });
  return rows;
};

/** The height of an entry that was laid out, without what sets it off from the one above, in points. */
export const bandHeight = (rows: readonly BandRow[], { leading, titleLeading }: Pick<BandMeasures, 'leading' | 'titleLeading'>): number =>
  rows.reduce((sum, row) => sum + Math.max(...row.map(({ lines, title }) => lines * leading + (title === 'above' ? titleLeading : 0))), 0);

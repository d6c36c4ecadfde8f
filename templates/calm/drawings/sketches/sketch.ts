/** What a drawing to write into consists of: its lines, and the places for words or ticks in it. Lengths are in points, from its upper left corner. */

/** A place to write: ruled lines with a label over them, or beside them. */
export interface Place {
  left: number;
  top: number;
  width: number;
  /** Ruled lines; none where there is a box to tick. */
  lines: number;
  /** The label stands left of the lines, which begin so far in. */
  beside?: number;
  /** Label and lines stand in the middle of their width. */
  centred?: boolean;
}

export interface Sketch {
  height: number;
  /** Lines, as a path of SVG. */
  lines: string;
  /** Shapes that are filled. */
  filled?: string;
  /** Lines in dashes. */
  dashed?: string;
  /** In the order of their labels, which is that of reading. */
  places: Place[];
}

/** What a drawing is made for. */
export interface Ground {
  width: number;
  /** How many places it has. */
  count: number;
  /** From one ruled line to the next. */
  leading: number;
  /** The side of a box to tick. */
  cell: number;
  /** Air between two things. */
  gap: number;
  /** The height that the tallest label needs at a width. */
  labelHeight: (width: number) => number;
}

/** What is only hinted at is drawn in dashes and gaps of these lengths. */
export const DASHES = '3 4';

export type Draw = (ground: Ground) => Sketch;

const short = (value: number) => Math.round(value * 10) / 10;

/** A straight line through points, given as x, y, x, y … */
export const through = (...numbers: number[]): string =>
  numbers.reduce((path, value, index) => `${path}${index === 0 ? 'M' : index % 2 === 0 ? ' L' : ' '}${short(value)}`, '');

/** A circle. */
export const ring = (x: number, y: number, radius: number): string =>
  `M${short(x - radius)} ${short(y)} a${radius} ${radius} 0 1 1 ${2 * radius} 0 a${radius} ${radius} 0 1 1 ${-2 * radius} 0 Z`;

/** A shape drawn on a field of its own, moved to a place and made so much larger: the numbers of its path are x and y in turn, of `M`, `L`, `C` and `Z`. */
export const placed = (path: string, left: number, top: number, scale: number): string => {
  let count = 0;
  return path.replaceAll(/-?\d+(?:\.\d+)?/g, (number) => `${short((count++ % 2 === 0 ? left : top) + scale * Number(number))}`);
};

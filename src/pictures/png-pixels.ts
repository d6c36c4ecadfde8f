/** Says how the pixels of a PNG are arranged in its data: the numbers of each pixel, and the passes of an interlaced picture. */

/** How many numbers a pixel has, for each colour type (ISO 15948, 11.2.2). */
export const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The passes of an interlaced picture: first column and row, and the steps to the next ones (ISO 15948, 8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const WHOLE = [[0, 0, 1, 1]] as const;

export interface Pass {
  /** First column and row, and the steps to the next ones. */
  left: number;
  top: number;
  across: number;
  down: number;
  /** How many pixels it has. */
  columns: number;
  rows: number;
}

/** The passes of a picture that have any pixels; one pass where it is not interlaced. */
export const passesOf = (width: number, height: number, interlaced: boolean): Pass[] =>
  (interlaced ? PASSES : WHOLE)
    .map(([left, top, across, down]) => ({
      left,
      top,
      across,
      down,
      columns: Math.max(0, Math.ceil((width - left) / across)),
      rows: Math.max(0, Math.ceil((height - top) / down)),
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0);

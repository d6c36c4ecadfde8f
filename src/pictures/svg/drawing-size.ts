/** Reads the size that a drawing declares; only its proportions count. */

/** Units of a length (CSS 2.1, 4.3.2) in pixels. */
const PIXELS: Record<string, number> = { '': 1, px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, em: 16, ex: 8 };

const lengthOf = (written: string | undefined): number | undefined => {
  const [, digits, unit = ''] = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(written ?? '') ?? [];
  const factor = PIXELS[unit.toLowerCase()];
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
};

export interface DrawingSize {
  width: number;
  height: number;
  viewBox: string;
}

/**
 * The size of a drawing, and its visible part.
 *
 * @param attributes of its outermost `svg`
 * @returns nothing where it declares neither a size nor a viewBox
 */
export const sizeOfDrawing = ({ viewBox, width, height, preserveAspectRatio }: Record<string, string>): DrawingSize | undefined => {
  const [across, down] = [lengthOf(width), lengthOf(height)];
  const box = (viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box;
  const seen = box.length === 4 && box.every((value) => Number.isFinite(value)) && boxWidth > 0 && boxHeight > 0 ? box.join(' ') : undefined;
  if (seen) {
    const slice = /x(Min|Mid|Max)Y(Min|Mid|Max)\s+slice/.exec(preserveAspectRatio ?? '');
    if (slice && across && down) return sliced(box, across, down, slice);
    const stretched = /none/.test(preserveAspectRatio ?? '') && across && down;
    return stretched ? { width: across, height: down, viewBox: seen } : { width: boxWidth, height: boxHeight, viewBox: seen };
  }
  return across && down ? { width: across, height: down, viewBox: `0 0 ${across} ${down}` } : undefined;
};

const SHARES: Record<string, number> = { Min: 0, Mid: 0.5, Max: 1 };

/** The visible part of a drawing that fills its frame and is cut off on one side: `slice` (SVG 2, 8.6). */
const sliced = ([left = 0, top = 0, boxWidth = 1, boxHeight = 1]: readonly number[], width: number, height: number, [, x = '', y = '']: readonly string[]) => {
  const scale = Math.max(width / boxWidth, height / boxHeight);
  const [seenWidth, seenHeight] = [width / scale, height / scale];
  const [seenLeft, seenTop] = [left + (boxWidth - seenWidth) * (SHARES[x] ?? 0.5), top + (boxHeight - seenHeight) * (SHARES[y] ?? 0.5)];
  return { width, height, viewBox: [seenLeft, seenTop, seenWidth, seenHeight].join(' ') };
};

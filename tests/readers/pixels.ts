/** Looking at a rendered page: where rules run, where there is ink. */
import type { Bitmap, Rectangle } from './pdfium.ts';

/** A pixel's lightness, from 0 (black) to 255 (white). */
export const lightness = ({ pixels, width }: Bitmap, x: number, y: number): number => {
  const at = (y * width + x) * 4;
  return Math.min(pixels[at] ?? 255, pixels[at + 1] ?? 255, pixels[at + 2] ?? 255);
};

/** The pixels of a rectangle given in points from the lower left corner. */
const edgesOf = ({ height }: Bitmap, [left, bottom, right, top]: Rectangle, scale: number) => ({
  left: Math.ceil(left * scale),
  right: Math.floor(right * scale),
  top: Math.ceil(height - top * scale),
  bottom: Math.floor(height - bottom * scale),
});

/** How many rules run through a rectangle: rows, apart from each other, that are dark from end to end. */
export const rulesIn = (bitmap: Bitmap, rect: Rectangle, scale: number): number => {
  const { left, right, top, bottom } = edgesOf(bitmap, rect, scale);
  let rules = 0;
  let inRule = false;
  for (let y = top; y <= bottom; y += 1) {
    let dark = 0;
    for (let x = left; x < right; x += 1) if (lightness(bitmap, x, y) < 225) dark += 1;
    const rule = dark > (right - left) * 0.95;
    if (rule && !inRule) rules += 1;
    inRule = rule;
  }
  return rules;
};

/**
 * The part of a rectangle's pixels that are not white.
 * @param dark Where ink begins, from 0 (black) to 255 (white): lower where a viewer tints its fields
 */
export const inkIn = (bitmap: Bitmap, rect: Rectangle, scale: number, dark = 225): number => {
  const { left, right, top, bottom } = edgesOf(bitmap, rect, scale);
  let inked = 0;
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) if (lightness(bitmap, x, y) < dark) inked += 1;
  return inked / Math.max(1, (right - left) * (bottom - top));
};

/** A rectangle without its rim, in points. */
export const within = ([left, bottom, right, top]: Rectangle, rim: number): Rectangle => [left + rim, bottom + rim, right - rim, top - rim];

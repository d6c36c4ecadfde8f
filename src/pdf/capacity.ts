/** Computes how many characters a field takes, so that all that is typed is also printed. */
import type { Font } from 'fontkit';
import { type FieldBox, PROSE_SAMPLE, typedCharacters } from '../kit/field-capacity.ts';

export { LINE_FACTOR } from '../kit/field-geometry.ts';
export { PADDING, typedLines } from '../kit/field-capacity.ts';

/** The mean width of a character of prose, in ems; measured once a font. */
const meanWidths = new WeakMap<Font, number>();

/** The mean width of a character of prose, in points, at a size in points. */
export const meanWidth = (font: Font, size: number): number => {
  const known = meanWidths.get(font);
  if (known !== undefined) return known * size;
  const mean = font.layout(PROSE_SAMPLE).advanceWidth / font.unitsPerEm / [...PROSE_SAMPLE].length;
  meanWidths.set(font, mean);
  return mean * size;
};

/**
 * The number of characters of prose that surely print whole in a field: what `MaxLen` is set to.
 * A text of wide capitals or of many short lines may still be cut in pdf.js, which shows so while it is typed.
 */
export const capacity = (font: Font, box: FieldBox): number => typedCharacters(box, meanWidth(font, box.fontSize));

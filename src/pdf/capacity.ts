/** Computes how many characters a field takes, so that all that is typed is also printed. */
import type { Font } from 'fontkit';
import { typedLinesIn } from '../kit/field-geometry.ts';

export { LINE_FACTOR } from '../kit/field-geometry.ts';

/** Ordinary prose to measure a font by: letters as often as they come, with spaces and stops. */
const SAMPLE =
  'I told you that the money was safe when it was not, and I let you go on believing it for most of a year. You found the letter on a ' +
  'Tuesday evening. Since then you have not slept well, and we hardly speak. I want to put this right, one kept promise at a time.';

/** What viewers keep free inside a field’s edge, in points, left and right. */
export const PADDING = 2;

/**
 * A line of prose takes fewer characters than its width in mean ones: long words leave its end empty, and some hands use wide letters
 * more often than the sample. The share and the characters lost were fitted to several hands, in widths from 90 to 486 points and in
 * both sizes (tests/pdf/typing.test.ts), so that the worst of them still fits; where that would leave too little, `least` of the line counts.
 */
const PROSE = { share: 0.9, lost: 11, least: 0.45 };
/** A single line has no other lines to even its letters out. */
const SHORT = { share: 0.8, lost: 2, least: 0.5 };

/** The mean width of a character of prose, in ems; measured once a font. */
const meanWidths = new WeakMap<Font, number>();

/** The mean width of a character of prose, in points, at a size in points. */
export const meanWidth = (font: Font, size: number): number => {
  const known = meanWidths.get(font);
  if (known !== undefined) return known * size;
  const mean = font.layout(SAMPLE).advanceWidth / font.unitsPerEm / [...SAMPLE].length;
  meanWidths.set(font, mean);
  return mean * size;
};

export interface FieldBox {
  width: number;
  height: number;
  fontSize: number;
  multiline: boolean;
}

/** How many lines of typed text a field shows. */
export const typedLines = ({ height, fontSize, multiline }: FieldBox): number => (multiline ? Math.max(1, typedLinesIn(height, fontSize)) : 1);

/**
 * The number of characters of prose that surely print whole in a field: what `MaxLen` is set to.
 * Lengths in points. A text of wide capitals or of many short lines may still be cut in pdf.js, which shows so while it is typed.
 */
export const capacity = (font: Font, box: FieldBox): number => {
  const mean = (box.width - 2 * PADDING) / meanWidth(font, box.fontSize);
  const { share, lost, least } = box.multiline ? PROSE : SHORT;
  const perLine = Math.max(mean * share - lost, mean * least);
  return Math.max(1, Math.floor(perLine * typedLines(box)));
};

/**
 * Where a field of one line stands to the words beside it and to its rule, so that what is typed stands on the baseline of its label.
 *
 * Each engine sets a single line in a way of its own: PDFium by the ascent and descent of the font, pdf.js by its line height, poppler and MuPDF
 * by the size alone. In a box of this height and place all of them come within 0.55 points of the baseline at 11 points, and within 0.8 at 16
 * (measured in PDFium, pdf.js, poppler, MuPDF and PDFBox). All lengths are in points, for letters of `size` points.
 */

/** The height of the box: pdf.js shows smaller letters in one below 1.35 times their size and 2 points. */
export const oneLineHeight = (size: number): number => 1.5 * size + 0.5;

/** How far the foot of the box lies below the baseline. */
export const oneLineFoot = (size: number): number => 0.4 * size + 0.25;

/** How far the rule lies below the baseline of what is written on it: descenders touch it. */
export const ruleBelowBaseline = (size: number): number => 0.31 * size;

/** From the top of a frame or a table's cell of a height to the baseline of the one line that is typed in its middle. */
export const baselineInMiddle = (height: number, size: number): number => height / 2 + oneLineHeight(size) / 2 - oneLineFoot(size);

/** From the top of a field of several lines to the baseline of the first, in the middle of what engines do: 1.03 to 1.34 times the size. */
export const firstBaseline = (size: number): number => 1.18 * size;

/** How far a viewer's text begins inside the left edge of a box, less what a label's first letter has of its own. */
export const FIELD_INDENT = 1.5;

/** What pdf.js, which sets the widest, takes from one line to the next, in sizes (`LINE_FACTOR` in its annotation layer). */
export const LINE_FACTOR = 1.35;

/** What viewers keep free above the first line and below the last one, in points. */
const INSET = 1;

/** How many lines of typed text a box of a height shows, whole; none where it is too low for one. */
export const typedLinesIn = (height: number, size: number): number => Math.max(0, Math.floor((height - 2 * INSET) / (size * LINE_FACTOR) + 1e-6));

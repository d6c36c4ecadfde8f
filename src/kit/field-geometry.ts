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

/** From the top of a field of several lines to the baseline of the first: browsers take 1.03 to 1.24 times the size, other programs 1.27 to 1.34. */
const firstBaseline = (size: number): number => 1.24 * size;

/** How far a viewer's text begins inside the left edge of a box, less what a label's first letter has of its own. */
export const FIELD_INDENT = 1.5;

/** From one typed line to the next, in sizes: PDFium takes it from the font, whose ascent is written so that it comes out like this (pdf/field-font.ts). */
export const LINE_FACTOR = 1.3;

/** pdf.js has as many lines as this goes into the height of a box, rounded (`LINE_FACTOR` in its annotation layer), and spreads them over it. */
const PDFJS_FACTOR = 1.35;

/** What viewers keep free above the first line and below the last one, in points. */
const INSET = 1;

/** How many lines of typed text a box of a height shows, whole, in every viewer; none where it is too low for one. */
export const typedLinesIn = (height: number, size: number): number => {
  const inside = (height - 2 * INSET) / size;
  return Math.max(0, Math.min(Math.floor(inside / LINE_FACTOR + 1e-6), Math.round(inside / PDFJS_FACTOR)));
};

/** The least height of a box that shows so many typed lines. */
const heightOf = (lines: number, size: number): number => 2 * INSET + size * Math.max(lines * LINE_FACTOR, (lines - 0.5) * PDFJS_FACTOR);

/** The height from which pdf.js has one line more than that, and all of them closer together and higher. */
const squeezedFrom = (lines: number, size: number): number => 2 * INSET + size * (lines + 0.5) * PDFJS_FACTOR - 0.01;

/** So much deeper a field may begin where that keeps pdf.js from setting its lines close, in points. */
const DEEPER = 1.5;

/** A field in a frame or a table's cell begins so far below its upper edge, in points: without that, letters touch it in programs that set the first line high. */
const BELOW_EDGE = 3;

/** So much of the typed lines may be given up for the first one to stand on the first rule. */
const GIVEN_UP = 0.25;

export interface TypedSpace {
  /** Of the whole space. */
  height: number;
  size: number;
  /** From one writing line to the next; none in a frame or a table’s cell. */
  leading?: number | undefined;
  /** Whether words stand beside the first writing line, so that what is typed has to be level with them. */
  beside?: boolean | undefined;
}

/**
 * How far below the top of its space a field of several lines begins: what is typed begins where one would begin by hand, on the first rule.
 * Where that would cost more than a quarter of its lines it begins as far down as costs none, unless words stand beside it.
 */
export const typedInset = ({ height, size, leading, beside }: TypedSpace): number => {
  const wanted = Math.max(BELOW_EDGE, leading === undefined ? 0 : leading - ruleBelowBaseline(size) - firstBaseline(size));
  const all = typedLinesIn(height, size);
  const left = typedLinesIn(height - wanted, size);
  if (leading !== undefined && beside && left > 0) return Math.max(wanted, Math.min(wanted + DEEPER, height - squeezedFrom(left, size)));
  if (left === all || (leading !== undefined && left >= all * (1 - GIVEN_UP))) return wanted;
  return Math.min(wanted, Math.max(0, height - heightOf(all, size)));
};

/** From the top of a space of several lines to the baseline of the first that is typed. */
export const firstBaselineIn = (space: TypedSpace): number => typedInset(space) + firstBaseline(space.size);

/** How many typed lines a space shows. */
export const typedLinesOf = (space: TypedSpace): number => typedLinesIn(space.height - typedInset(space), space.size);

/** Places combining marks over or under letters with which they have no composed form (x̄, q́). */
import type { Font as FontkitFont, Glyph, GlyphPosition } from 'fontkit';

/** How far a mark is shifted from the place after its letter, in ems. */
export interface Shift {
  x: number;
  y: number;
}

/**
 * A glyph that is moved. textkit gives all glyphs of a run the same height, and the renderer of react-pdf takes shifts in points for
 * thousandths of the size: so the glyph carries its own.
 */
export interface ShiftedGlyph extends Glyph {
  shift?: Shift;
}

/** Marks that take no room of their own on the line. */
const MARK = /[\p{Mn}\p{Me}]/u;
const isMark = ({ codePoints }: Glyph): boolean => codePoints.length === 1 && MARK.test(String.fromCodePoint(codePoints[0] as number));

/** Whether a text has marks to place. */
export const hasMarks = (text: string): boolean => MARK.test(text);

/** Air between a letter and a mark, in shares of the size. */
const AIR = 0.08;

/** What a letter with its marks takes: its middle from its right edge, and how far it reaches up and down; in units of the font. */
interface Taken {
  middle: number;
  top: number;
  foot: number;
}

/**
 * Places marks as the font says (GPOS), and those of which it says nothing in the middle of their letter, over or under all that
 * stands there.
 *
 * @param glyphs shaped from left to right
 * @param positions of the glyphs, in units of the font
 * @returns the same glyphs, marks with their shift and without a width of their own
 */
export const placeMarks = (font: FontkitFont, glyphs: readonly Glyph[], positions: readonly GlyphPosition[]) => {
  const { unitsPerEm, xHeight } = font;
  let taken: Taken = { middle: 0, top: 0, foot: 0 };
  const placed = glyphs.map((glyph, index): ShiftedGlyph => {
    const { minX, maxX, minY, maxY } = glyph.bbox;
    const { xAdvance, xOffset, yOffset } = positions[index] as GlyphPosition;
    if (index === 0 || !isMark(glyph)) {
      taken = { middle: (minX + maxX) / 2 - xAdvance, top: maxY, foot: minY };
      return glyph;
    }
    const shift = { x: xOffset, y: yOffset };
    if (xOffset === 0 && yOffset === 0) {
      shift.x = taken.middle - (minX + maxX) / 2;
      if (minY > xHeight / 2) shift.y = Math.max(0, taken.top + AIR * unitsPerEm - minY);
      else if (maxY < xHeight / 2) shift.y = Math.min(0, taken.foot - maxY);
    }
    taken.top = Math.max(taken.top, maxY + shift.y);
    taken.foot = Math.min(taken.foot, minY + shift.y);
    return Object.create(glyph, { shift: { value: { x: shift.x / unitsPerEm, y: shift.y / unitsPerEm } } }) as ShiftedGlyph;
  });
  const moved = positions.map((position, index) => (placed[index]?.shift ? { ...position, xAdvance: 0, xOffset: 0, yOffset: 0 } : position));
  return { glyphs: placed, positions: moved as GlyphPosition[] };
};

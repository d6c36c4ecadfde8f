/** Computes the box of a field's widget, which differs slightly from the box that was laid out. */
import { FIELD_INDENT, oneLineFoot, oneLineHeight, ruleBelowBaseline, typedInset } from '../kit/field-geometry.ts';
import type { FieldMark, Ruling } from '../kit/marks.ts';
import type { Rect } from './rules.ts';

/** How far a widget extends beyond the right end of its ruled lines, in points, so that its background hides them at any resolution. */
const BEYOND = 1;

/** The space between the background of a widget and the line below it, in points: with less, some viewers draw the line paler. */
const CLEAR = 0.75;

/**
 * The widget of a field, in points.
 *
 * - One line: as high as its letters ask for, so that every engine sets them on the baseline of the label (kit/field-geometry.ts): above its rule,
 *   or in the middle of a frame or a table's cell.
 * - Several lines on rules: a little wider than the rules, so that no end of one shows beside what is typed, from where the first line stands on the
 *   first rule to above the last one, which stays.
 * - Several lines in a frame or a table's cell: clear of its upper edge.
 * - Tick boxes: as they were laid out.
 *
 * @param rect the box that was laid out
 * @param rules what is drawn in it
 * @param above whether the last rule of another field lies at its upper edge: that one stays, too
 */
export const widgetBox = (mark: FieldMark, rect: Rect, rules: Ruling | undefined, above = false): Rect => {
  if (mark.kind === 'check') return rect;
  const { left, top, width, height } = rect;
  const onRules = rules !== undefined && rules.kind !== 'box';
  if (!mark.multiline) {
    const own = Math.min(oneLineHeight(mark.fontSize), Math.max(height, mark.fontSize));
    const foot = onRules ? top + height - ruleBelowBaseline(mark.fontSize) + oneLineFoot(mark.fontSize) : top + (height + own) / 2;
    return { ...(onRules ? wider(left, width) : { left, width }), top: foot - own, height: own };
  }
  const { fontSize: size, beside } = mark;
  if (!onRules) {
    const from = typedInset({ height, size });
    return { ...rect, top: top + from, height: height - from };
  }
  const clear = rules.width / 2 + CLEAR;
  const from = Math.max(above ? clear : 0, typedInset({ height: height - clear, size, leading: rules.leading, beside }));
  return { ...wider(left, width), top: top + from, height: height - from - clear };
};

const wider = (left: number, width: number): Pick<Rect, 'left' | 'width'> => ({ left: left - FIELD_INDENT, width: width + FIELD_INDENT + BEYOND });

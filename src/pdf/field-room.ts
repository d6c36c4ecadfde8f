/** Computes how much a space to write in holds, with a pen and with a keyboard. */
import { isOnOneLine, typedCharacters, writtenCharacters } from '../kit/field-capacity.ts';
import type { Ruling, TextFieldMark } from '../kit/marks.ts';
import { widgetBox } from './widget-box.ts';

export interface Room {
  /** Characters that are typed and printed in full. */
  typed: number;
  /** Characters written by hand, 5 mm each. */
  written: number;
}

interface Space {
  mark: TextFieldMark;
  rules: Ruling | undefined;
  /** In points, as the height. */
  width: number;
  height: number;
}

/**
 * How much a space holds; one for a date or a number, how much on a single line.
 *
 * @param leading from one line by hand to the next where the space has no rules, in points
 * @param letter the mean width of a typed letter, as a share of the size
 */
export const roomOf = ({ mark, rules, width, height }: Space, leading: number, letter: number): Room => {
  const box = widgetBox(mark, { left: 0, top: 0, width, height }, rules);
  const whole = isOnOneLine(mark.expects);
  const lines = whole ? 1 : Math.max(1, Math.floor(height / (rules?.kind === 'lines' ? rules.leading : leading) + 0.01));
  return {
    typed: typedCharacters({ ...box, fontSize: mark.fontSize, multiline: mark.multiline && !whole }, letter * mark.fontSize),
    written: writtenCharacters(width, lines),
  };
};

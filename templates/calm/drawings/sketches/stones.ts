/** Two stones on the ground, with room to write on each. */
import { placed, through, type Draw } from './sketch.ts';

const LINES = 4;
/** Each on a field so wide, on ground so far down. */
const FIELD = { width: 180 };
const FOOT = 152;
const LEFT =
  'M30 152 C12 150 2 138 4 118 C3 98 8 84 18 70 C22 54 34 40 50 32 C68 18 92 8 116 12 C136 16 150 30 158 46 C170 62 176 84 177 108 C180 132 172 148 152 152 Z M50 32 C54 36 55 39 54 44 M158 46 C155 47 153 50 152 53 M18 70 C21 72 22 75 22 79';
const RIGHT =
  'M24 152 C8 148 0 132 3 110 C4 90 12 72 26 60 C30 42 44 24 66 16 C88 6 112 8 130 20 C146 26 158 40 162 58 C174 76 179 98 178 118 C180 138 170 151 152 152 Z M66 16 C71 20 73 24 73 29 M162 58 C158 59 155 62 153 66 M26 60 C28 63 29 66 28 70';
/** Small ones between the two, on a field of 40 by 20. */
const PEBBLES = 'M2 20 C0 14 4 8 10 8 C16 8 19 14 18 20 M20 20 C19 16 22 13 26 13 C30 13 32 16 32 20';
const PEBBLE = { width: 34, height: 20 };
/** The words stand so far in from both sides, where a stone is wide enough. */
const INSET = 31;
/** The label stands so far under the top, where the stone is as wide as that. */
const TOP = 44;

export const stones: Draw = ({ width, leading, gap, labelHeight }) => {
  const own = (width - gap) / 2;
  const scale = own / FIELD.width;
  const inner = own - 2 * INSET * scale;
  const label = labelHeight(inner);
  const top = TOP * scale;
  const room = label + LINES * leading + gap / 2;
  const tall = (top + room) / (FOOT * scale);
  const stretch = (path: string, left: number): string => {
    let count = 0;
    return placed(
      path.replaceAll(/-?\d+(?:\.\d+)?/g, (number) => `${count++ % 2 === 0 ? number : Number(number) * tall}`),
      left,
      0,
      scale,
    );
  };
  const ground = FOOT * scale * tall;
  return {
    height: ground + gap / 3,
    lines: [
      stretch(LEFT, 0),
      stretch(RIGHT, own + gap),
      through(0, ground, width, ground),
      placed(PEBBLES, own + (gap - PEBBLE.width) / 2, ground - PEBBLE.height, 1),
    ].join(' '),
    places: [0, 1].map((index) => ({ left: index * (own + gap) + INSET * scale, top, width: inner, lines: LINES, centred: true })),
  };
};

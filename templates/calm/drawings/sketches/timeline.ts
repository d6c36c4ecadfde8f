/** A line from top to bottom with a mark for each moment, its label on the left of it and room on the right. */
import { ring, through, type Draw } from './sketch.ts';

const LINES = 2;
const DOT = 3.5;
const HEAD = 5;
/** The share of the width that labels take. */
const LABELS = 0.27;
/** The middle of words on the first ruled line, as a share of its height. */
const LEVEL = 0.6;

export const timeline: Draw = ({ width, count, leading, gap, labelHeight }) => {
  const beside = LABELS * width;
  const axis = beside + gap / 2;
  const pitch = Math.max(LINES * leading, labelHeight(beside) + leading / 2) + gap / 2;
  const height = count * pitch;
  const marks = Array.from({ length: count }, (_, index) => index * pitch + LEVEL * leading);
  return {
    height,
    lines: `${through(axis, 0, axis, height)} ${through(axis - HEAD, height - 2 * HEAD, axis, height, axis + HEAD, height - 2 * HEAD)}`,
    filled: marks.map((y) => ring(axis, y, DOT)).join(' '),
    places: marks.map((_, index) => ({ left: 0, top: index * pitch, width, lines: LINES, beside: beside + gap })),
  };
};

/** A person from the front, with lines from four parts of the body to room beside them. */
import { placed, ring, through, type Draw } from './sketch.ts';

const LINES = 3;
/** The outline without the head, on a field of 100 by 230. */
const BODY =
  'M44 44 C44 50 42 52 34 54 C22 57 16 62 14 76 C12 92 8 116 6 128 C5 136 14 138 16 130 C19 116 22 100 25 90 C26 106 26 122 25 138 C24 166 26 192 28 214 C29 224 44 224 45 214 C46 192 48 170 50 150 C52 170 54 192 55 214 C56 224 71 224 72 214 C74 192 76 166 75 138 C74 122 74 106 75 90 C78 100 81 116 84 130 C86 138 95 136 94 128 C92 116 88 92 86 76 C84 62 78 57 66 54 C58 52 56 50 56 44';
const FIELD = { width: 100, height: 224 };
const HEAD = { x: 50, y: 24, radius: 20 };
/** Where the lines end: head, chest, belly, hands. Odd ones lead to the left. */
const ENDS = [
  { x: 38, y: 20 },
  { x: 60, y: 76 },
  { x: 42, y: 112 },
  { x: 91, y: 128 },
];

export const figure: Draw = ({ width, leading, gap, labelHeight }) => {
  const own = (width - FIELD.width) / 2 - gap;
  const label = labelHeight(own);
  const room = label + LINES * leading;
  const height = Math.max(FIELD.height, 2 * room + 2 * gap);
  const scale = height / FIELD.height;
  const left = (width - FIELD.width * scale) / 2;
  const beside = left - gap;
  const places = ENDS.map((_, index) => {
    const down = index < 2 ? 0 : height - room;
    return { left: index % 2 === 0 ? 0 : width - beside, top: down, width: beside, lines: LINES };
  });
  const leaders = ENDS.map(({ x, y }, index) => {
    const at = places[index] ?? { left: 0, top: 0 };
    const from = index % 2 === 0 ? at.left + beside + gap / 4 : at.left - gap / 4;
    return through(from, at.top + label / 2, left + x * scale, y * scale);
  });
  return {
    height,
    lines: [placed(BODY, left, 0, scale), ring(left + HEAD.x * scale, HEAD.y * scale, Math.round(HEAD.radius * scale))].join(' '),
    dashed: leaders.join(' '),
    filled: ENDS.map(({ x, y }) => ring(left + x * scale, y * scale, 2)).join(' '),
    places,
  };
};

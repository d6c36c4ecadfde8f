/** Three letters: one that is kept in a drawer, one that is written anew, one that is sent. */
import { placed, type Draw } from './sketch.ts';

const LINES = 5;
/** Each on a field of 90 by 60. */
const FIELD = { width: 90, height: 60 };
const KEPT =
  'M4 30 L86 30 L86 58 L4 58 Z M37 41 L53 41 L53 47 L37 47 Z M14 30 L14 8 L76 8 L76 30 M22 15 L62 15 M22 22 L68 22 M4 30 L10 24 L14 24 M86 30 L80 24 L76 24';
const ANEW =
  'M14 4 L62 4 L62 58 L14 58 Z M22 15 L54 15 M22 25 L50 25 M22 35 L42 35 M24 11 L46 19 M50 47 L76 17 L84 24 L58 54 L47 57 Z M71 23 L79 30 M50 47 L58 54';
const SENT = 'M22 14 L86 14 L86 56 L22 56 Z M22 14 L54 38 L86 14 M22 56 L46 32 M86 56 L62 32 M2 22 L16 22 M6 34 L16 34 M2 46 L16 46';

export const threeLetters: Draw = ({ width, leading, gap, labelHeight }) => {
  const own = (width - 2 * gap) / 3;
  const top = FIELD.height + gap;
  return {
    height: top + labelHeight(own) + LINES * leading,
    lines: [KEPT, ANEW, SENT].map((path, index) => placed(path, index * (own + gap), 0, 1)).join(' '),
    places: [0, 1, 2].map((index) => ({ left: index * (own + gap), top, width: own, lines: LINES })),
  };
};

/** People in a circle round one in the middle, with room for a name beside each. */
import { placed, ring, through, type Draw } from './sketch.ts';

const LINES = 2;
/** Head and shoulders, on a field of 40 by 40. */
const SHOULDERS = 'M4 40 C4 28 11 23 20 23 C29 23 36 28 36 40 Z';
const HEAD = { x: 20, y: 12, radius: 9 };
const FIELD = 40;
/** The share of the width that the circle takes, and the size of the people on it and in its middle. */
const MIDDLE = 0.4;
const SMALL = 0.7;
const LARGE = 1;
/** Lines keep so far from the middle of a person, as a share of its size. */
const CLEAR = 0.62;
/** The circle is so much higher than its rows: they do not reach its top. */
const HIGHER = 1.25;

const person = (x: number, y: number, scale: number): string =>
  [
    placed(SHOULDERS, x - (FIELD / 2) * scale, y - (FIELD / 2) * scale, scale),
    ring(x + (HEAD.x - FIELD / 2) * scale, y + (HEAD.y - FIELD / 2) * scale, HEAD.radius * scale),
  ].join(' ');

export const circle: Draw = ({ width, count, leading, gap, labelHeight }) => {
  const own = (width * (1 - MIDDLE)) / 2 - gap / 2;
  const label = labelHeight(own);
  const rows = Math.ceil(count / 2);
  const pitch = label + LINES * leading + gap;
  const height = rows * pitch - gap;
  const [middle, centre] = [width / 2, height / 2];
  const reach = (width * MIDDLE) / 2 - (FIELD / 2) * SMALL;
  const places = Array.from({ length: count }, (_, index) => ({
    left: index % 2 === 0 ? 0 : width - own,
    top: Math.floor(index / 2) * pitch,
    width: own,
    lines: LINES,
  }));
  const people = places.map(({ left, top }) => {
    const y = top + (pitch - gap) / 2;
    const across = reach * Math.sqrt(Math.max(0, 1 - ((y - centre) / ((HIGHER * height) / 2)) ** 2));
    return { x: left === 0 ? middle - across : middle + across, y };
  });
  const ties = people.map(({ x, y }) => {
    const away = Math.hypot(x - middle, y - centre);
    const [from, to] = [FIELD * LARGE * CLEAR, FIELD * SMALL * CLEAR].map((length) => length / away) as [number, number];
    return through(middle + (x - middle) * from, centre + (y - centre) * from, x - (x - middle) * to, y - (y - centre) * to);
  });
  return {
    height,
    lines: [person(middle, centre, LARGE), ...people.map(({ x, y }) => person(x, y, SMALL))].join(' '),
    dashed: ties.join(' '),
    places,
  };
};

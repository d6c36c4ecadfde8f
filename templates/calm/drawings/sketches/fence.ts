/** A fence with a gate in it, and room on both sides. */
import { through, type Draw } from './sketch.ts';

const LINES = 4;
const PICKET = { width: 8, apart: 15, height: 38, point: 6 };
/** How far below the points the two rails run, and how thick they are. */
const RAILS = [11, 26];
const RAIL = 4;
/** The gate takes so many pickets, and stands open: its own are narrower, and the last one is so much nearer. */
const GATE = 4;
const SWUNG = { width: 5, apart: 8 };
const NEAR = 9;

export const fence: Draw = ({ width, leading, gap, labelHeight }) => {
  const room = labelHeight(width) + LINES * leading;
  const top = room + gap;
  const foot = top + PICKET.height;
  const count = Math.floor((width - PICKET.width) / PICKET.apart) + 1;
  const first = (width - (count - 1) * PICKET.apart - PICKET.width) / 2;
  const gate = Math.floor((count - GATE) / 2);
  const lefts = Array.from({ length: count }, (_, index) => first + index * PICKET.apart);
  const isGate = (index: number) => index >= gate && index < gate + GATE;
  const picket = (left: number, drop: number, wide: number) => {
    const [high, low, right] = [top + drop, foot + drop, left + wide];
    return `${through(left, low, left, high + PICKET.point, left + wide / 2, high, right, high + PICKET.point, right, low)} Z`;
  };
  const rails = lefts.slice(0, -1).flatMap((left, index) => {
    if (isGate(index) || isGate(index + 1)) return [];
    const [from, to] = [left + PICKET.width, lefts[index + 1] as number];
    return RAILS.flatMap((down) => [through(from, top + down, to, top + down), through(from, top + down + RAIL, to, top + down + RAIL)]);
  });
  // Swung toward the reader on its left post, the gate is seen at an angle: narrower, and lower where it is near.
  const hinge = lefts[gate] ?? 0;
  const leaves = [0, 1, 2, 3].map((index) => ({ left: hinge + index * SWUNG.apart, drop: (NEAR * (index + 1)) / 4 }));
  const swung = leaves.flatMap(({ left, drop }, index) => {
    const next = leaves[index + 1];
    const rail = (down: number) => (next ? [through(left + SWUNG.width, top + drop + down, next.left, top + next.drop + down)] : []);
    return [picket(left, drop, SWUNG.width), ...RAILS.flatMap((down) => [...rail(down), ...rail(down + RAIL)])];
  });
  return {
    height: foot + NEAR + gap / 2 + room,
    lines: [...lefts.flatMap((left, index) => (isGate(index) ? [] : [picket(left, 0, PICKET.width)])), ...swung, ...rails].join(' '),
    places: [
      { left: 0, top: 0, width, lines: LINES },
      { left: 0, top: foot + NEAR + gap / 2, width, lines: LINES },
    ],
  };
};

/**
 * The shape of the bridge: a round arch of seven stones between two banks, and its reflection in the water.
 * Angles are in degrees along the arch, from the left bank (0) over the top (90) to the right one (180).
 */
import { MOTIF_FIELD } from 'mendbook/kit';

/** As many as there are steps. */
export const STONES = 7;
/** Laid from both banks in turn; the keystone closes the arch. */
const ORDER = [0, 6, 1, 5, 2, 4, 3];

const MIDDLE = MOTIF_FIELD.width / 2;
export const WATER = 124;
const INNER = 50;
const OUTER = 76;
/** The keystone stands out a little. */
const PROUD = 3;
/** Between two stones, in degrees. */
const JOINT = 2.2;
const ARC = 180 / STONES;

/** The banks end here, and the road is level at their outer ends and highest over the keystone. */
const BANK = 39;
const ROAD = { low: 102, high: 36 };
/** The parapet stands so much over the road. */
const PARAPET = 8;

/** The stones that lie after so many steps, from left to right. */
export const laid = (done: number): number[] => ORDER.slice(0, done).toSorted((one, other) => one - other);

const short = (value: number): number => Math.round(value * 100) / 100;
const at = (angle: number, radius: number): string => {
  const turn = (angle * Math.PI) / 180;
  return `${short(MIDDLE - radius * Math.cos(turn))} ${short(WATER - radius * Math.sin(turn))}`;
};

const edgesOf = (stone: number) => {
  const key = stone === (STONES - 1) / 2;
  return { from: stone * ARC + JOINT / 2, to: (stone + 1) * ARC - JOINT / 2, inner: key ? INNER - PROUD : INNER, outer: key ? OUTER + PROUD : OUTER };
};

/** The outline of a stone. */
export const stone = (index: number): string => {
  const { from, to, inner, outer } = edgesOf(index);
  return `M${at(from, inner)} L${at(from, outer)} A${outer} ${outer} 0 0 1 ${at(to, outer)} L${at(to, inner)} A${inner} ${inner} 0 0 0 ${at(from, inner)} Z`;
};

/** Where stones are still to come: the line that they will be laid along. Nothing where the arch is closed. */
export const waiting = (done: number): string | undefined => {
  const there = laid(done);
  const left = there.findIndex((stones, index) => stones !== index);
  const first = left < 0 ? there.length : left;
  const last = STONES - (there.length - first);
  return first >= last ? undefined : `M${at(first * ARC, INNER)} A${INNER} ${INNER} 0 0 1 ${at(last * ARC, INNER)}`;
};

/** The height of the road over a place. */
const road = (x: number): number => ROAD.low - ((ROAD.low - ROAD.high) * (1 + Math.cos((Math.PI * (x - MIDDLE)) / MIDDLE))) / 2;

const curve = (from: number, to: number, over: number): string => {
  const parts = Math.max(2, Math.round((to - from) / 4));
  return Array.from({ length: parts + 1 }, (_, index) => {
    const x = from + ((to - from) * index) / parts;
    return `${index === 0 ? 'M' : 'L'}${short(x)} ${short(road(x) - over)}`;
  }).join(' ');
};

/** The banks: the way over each, and its steep side. */
export const BANKS: readonly string[] = [
  `${curve(0, BANK, 0)} L${BANK + 2} ${WATER}`,
  `${curve(MOTIF_FIELD.width - BANK, MOTIF_FIELD.width, 0)} M${MOTIF_FIELD.width - BANK} ${short(road(BANK))} L${MOTIF_FIELD.width - BANK - 2} ${WATER}`,
];

/** The road over the stones that lie, and its parapet: from each bank as far as the last stone, or from bank to bank. */
export const roads = (done: number): { road: string[]; parapet: string[] } => {
  const left = laid(done).filter((index) => index < STONES / 2).length;
  const reach = (stones: number): number => (stones === 0 ? BANK : MIDDLE - OUTER * Math.cos((stones * ARC * Math.PI) / 180));
  const right = done - left;
  const spans: [number, number][] =
    done >= STONES
      ? [[BANK, MOTIF_FIELD.width - BANK]]
      : [
          [BANK, reach(left)],
          [MOTIF_FIELD.width - reach(right), MOTIF_FIELD.width - BANK],
        ];
  const some = spans.filter(([from, to]) => to > from);
  return { road: some.map(([from, to]) => curve(from, to, 0)), parapet: some.map(([from, to]) => curve(from, to, PARAPET)) };
};

/** The reflection is lower than the arch, drawn in level strokes so far apart, and broken by the waves. */
const MIRROR = { squash: 0.62, apart: 4.6, step: 0.5, wave: [0, 1.6, -0.8, 1.1, -1.7] };

/** The strokes in the water under the stones that lie. */
export const reflection = (done: number): string[] => {
  const stones = laid(done).map(edgesOf);
  const inside = (x: number, depth: number): boolean => {
    const [across, up] = [x - MIDDLE, depth / MIRROR.squash];
    const radius = Math.hypot(across, up);
    const angle = (Math.atan2(up, -across) * 180) / Math.PI;
    return stones.some(({ from, to, inner, outer }) => radius >= inner && radius <= outer && angle >= from && angle <= to);
  };
  const rows = Math.floor((OUTER * MIRROR.squash) / MIRROR.apart);
  return Array.from({ length: rows }, (_, row) => {
    const depth = (row + 0.6) * MIRROR.apart;
    const shift = MIRROR.wave[row % MIRROR.wave.length] ?? 0;
    const strokes: string[] = [];
    let start: number | undefined;
    for (let x = MIDDLE - OUTER - 1; x <= MIDDLE + OUTER + 1; x += MIRROR.step) {
      const within = inside(x, depth);
      if (within && start === undefined) start = x;
      if (!within && start !== undefined) {
        if (x - start > 2) strokes.push(`M${short(start + shift)} ${short(WATER + depth)} H${short(x - MIRROR.step + shift)}`);
        start = undefined;
      }
    }
    return strokes.join(' ');
  }).filter((strokes) => strokes !== '');
};

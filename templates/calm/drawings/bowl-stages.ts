/** The bowl after so many steps, as paths of SVG: what stands, what is missing, and the shards on the ground beside its foot. */
import { AXIS, EDGES, FOOT, PIECES, profileAt, type Edge, type Point } from './bowl-shape.ts';

/** How a shard lies: the middle of it, how high its lowest point is over the ground, how far it is turned in degrees. */
interface Lying {
  piece: number;
  x: number;
  over: number;
  turn: number;
}

/** What is missing is drawn in dashes and gaps of these lengths. */
export const DASHES = '3 4';

/** The bowl and the shards stand here. */
const GROUND = 174;

/** The shards, those behind first. Two heaps, left and right of the foot. */
const HEAPS: readonly Lying[] = [
  { piece: 7, x: 64, over: 8, turn: 80 },
  { piece: 1, x: 170, over: 7, turn: -12 },
  { piece: 5, x: 22, over: 3, turn: -78 },
  { piece: 2, x: 200, over: 6, turn: 24 },
  { piece: 3, x: 50, over: -2, turn: -32 },
  { piece: 4, x: 182, over: -5, turn: 78 },
  { piece: 6, x: 205, over: -6, turn: 40 },
];

/** Lying down, a shard looks so much narrower and flatter. */
const FLAT: Point = { x: 0.8, y: 0.55 };

/** The sides of a stave are drawn through these depths of the wall, and so far from its neighbours, as a share of the half width. */
const STAVE_DEPTHS = [0, 0.3, 0.6, 0.8, 1];
const STAVE_GAP = 0.035;

/** The wall is so thick, as its broken edges and the shards show. */
const THICK = 2.6;

export interface BowlPaths {
  /** The wall, the lip and the foot, where they stand, and the edges along the gap. */
  wall: string;
  /** The thickness of the wall along the gap; nothing where there is none. */
  thickness?: string;
  /** Where pieces were joined; nothing before the first. */
  seams?: string;
  /** The outline of what is missing; nothing when all is joined. */
  ghost?: string;
  /** The shards, each as its lower edge and its face, those behind first. */
  shards: { under: string; face: string }[];
}

const short = (value: number) => Math.round(value * 10) / 10;
const line = (points: readonly Point[]): string => points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join(' ');
const moved = (points: readonly Point[], by: Point): Point[] => points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }));

/** The outline of a piece in one round: each edge begins where the one before it ended. */
const outline = (piece: number): Point[] => {
  const left = EDGES.filter(({ between }) => between.includes(piece)).map(({ points }) => points);
  const round = [...(left.shift() ?? [])];
  while (left.length > 0) {
    const end = round.at(-1) as Point;
    const gap = (point: Point | undefined) => (point ? Math.hypot(point.x - end.x, point.y - end.y) : Infinity);
    const nearness = left.map((points) => Math.min(gap(points[0]), gap(points.at(-1))));
    const [next = []] = left.splice(nearness.indexOf(Math.min(...nearness)), 1);
    round.push(...(gap(next[0]) <= gap(next.at(-1)) ? next : next.toReversed()));
  }
  return round;
};

const middle = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

/** A shard as it lies on the ground. */
const lying = ({ piece, x, over, turn }: Lying): Point[] => {
  const points = outline(piece);
  const heart = middle(points);
  const angle = (turn * Math.PI) / 180;
  const turned = points.map((point) => {
    const away = { x: point.x - heart.x, y: point.y - heart.y };
    return { x: x + FLAT.x * (away.x * Math.cos(angle) - away.y * Math.sin(angle)), y: FLAT.y * (away.x * Math.sin(angle) + away.y * Math.cos(angle)) };
  });
  const lowest = Math.max(...turned.map(({ y }) => y));
  return moved(turned, { x: 0, y: GROUND - over - lowest });
};

/** Broken edges show their thickness toward the gap: toward the missing piece, and up, as it is seen from above. */
const towardGap = (edge: Edge, missing: number): Point => {
  const from = middle(edge.points);
  const to = middle(outline(missing));
  const away = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: (THICK * (to.x - from.x)) / away, y: (THICK * (to.y - from.y)) / away };
};

/** One path of several lines; nothing of none. */
const joinedLines = <K extends string>(key: K, lines: readonly (readonly Point[])[]): Partial<Record<K, string>> =>
  lines.length > 0 ? ({ [key]: lines.map(line).join(' ') } as Record<K, string>) : {};

/** The paths of the bowl when so many of its pieces are joined: 0 to `PIECES`. */
export const bowlAt = (done: number): BowlPaths => {
  const stands = (piece: number | undefined) => piece !== undefined && piece <= done;
  const isMissing = (piece: number | undefined) => piece !== undefined && piece > done;
  const pointsOf = (which: (edge: Edge) => boolean) => EDGES.filter(which).map(({ points }) => points);
  const broken = EDGES.filter(({ between: [one, other] }) => (stands(one) && isMissing(other)) || (stands(other) && isMissing(one)));
  const standing = pointsOf(({ between: [one, other] }) => other === undefined && stands(one));
  const missing = ({ between: [one, other] }: Edge): number => Math.max(one, other ?? 0);
  return {
    wall: [...standing, ...broken.map(({ points }) => points)].map(line).join(' '),
    ...joinedLines(
      'thickness',
      broken.map((edge) => moved(edge.points, towardGap(edge, missing(edge)))),
    ),
    ...joinedLines(
      'seams',
      pointsOf(({ between: [one, other] }) => stands(one) && stands(other)),
    ),
    ...joinedLines(
      'ghost',
      pointsOf(({ between: [one, other] }) => other === undefined && isMissing(one)),
    ),
    shards: HEAPS.filter(({ piece }) => piece > done && piece <= PIECES).map((shard) => {
      const points = lying(shard);
      return { under: `${line(moved(points, { x: 0, y: THICK }))} Z`, face: `${line(points)} Z` };
    }),
  };
};

/** The bowl from the side, cut into as many staves as it has pieces: small, it says how much is done. */
export const staves = (done: number): { there: string; missing?: string } => {
  const stave = (index: number): string => {
    const [from, to] = [index, index + 1].map((edge) => -1 + (2 * edge) / PIECES) as [number, number];
    const down = STAVE_DEPTHS.map((depth) => profileAt(depth));
    const left = down.map(({ x, y }) => ({ x: AXIS + x * (from + STAVE_GAP), y }));
    const right = down.map(({ x, y }) => ({ x: AXIS + x * (to - STAVE_GAP), y })).toReversed();
    return `${line([...left, ...right])} Z`;
  };
  const numbers = Array.from({ length: PIECES }, (_, index) => index);
  const base = [
    { x: AXIS - FOOT.x, y: FOOT.y - 4 },
    { x: AXIS + FOOT.x, y: FOOT.y - 4 },
    { x: AXIS + FOOT.x, y: FOOT.y + 4 },
    { x: AXIS - FOOT.x, y: FOOT.y + 4 },
  ];
  const missing = numbers.slice(done).map(stave).join(' ');
  return { there: [`${line(base)} Z`, ...numbers.slice(0, done).map(stave)].join(' '), ...(missing ? { missing } : {}) };
};

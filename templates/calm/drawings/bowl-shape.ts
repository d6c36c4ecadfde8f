/**
 * The shape of the bowl: a wall that turns round an axis, seen a little from above, broken into pieces.
 * There is room on the field on both sides of the foot, for the pieces that are not joined yet.
 * Places on the wall are given as an angle (degrees; 0 faces us, 90 is the right edge) and a depth (0 the lip, 1 the foot).
 */

export interface Point {
  x: number;
  y: number;
}

type Place = readonly [angle: number, depth: number];

export const AXIS = 120;
/** How round the turning shows: the height of an ellipse by its width. */
const TILT = 0.2;
/** The right profile, from lip to foot, as a Bézier curve: distance from the axis, and height. */
const PROFILE: readonly [Point, Point, Point, Point] = [
  { x: 90, y: 62 },
  { x: 89, y: 112 },
  { x: 66, y: 150 },
  { x: 27, y: 158 },
];
export const FOOT = { x: 29, y: 168 };

const bezier = (t: number, pick: (point: Point) => number): number => {
  const [a, b, c, d] = PROFILE.map(pick) as [number, number, number, number];
  const s = 1 - t;
  return s ** 3 * a + 3 * s ** 2 * t * b + 3 * s * t ** 2 * c + t ** 3 * d;
};

const around = (radius: number, height: number, angle: number): Point => {
  const turn = (angle * Math.PI) / 180;
  return { x: AXIS + radius * Math.sin(turn), y: height + radius * TILT * Math.cos(turn) };
};

/** The right profile at a depth: distance from the axis, and height. */
export const profileAt = (depth: number): Point => ({ x: bezier(depth, ({ x }) => x), y: bezier(depth, ({ y }) => y) });

/** A place on the wall as a point of the drawing. */
const onWall = ([angle, depth]: Place): Point => {
  const { x, y } = profileAt(depth);
  return around(x, y, angle);
};

/** Points along places, close enough together to look round. */
const along = (places: readonly Place[], parts: number): Point[] =>
  places.flatMap((place, index) => {
    const next = places[index + 1];
    if (!next) return [onWall(place)];
    return Array.from({ length: parts }, (_, part) => {
      const share = part / parts;
      return onWall([place[0] + (next[0] - place[0]) * share, place[1] + (next[1] - place[1]) * share]);
    });
  });

/** Where cracks meet. */
const A: Place = [-58, 0];
const B: Place = [-33, 0];
const C: Place = [-10, 0];
const D: Place = [21, 0];
const E: Place = [50, 0];
const RIM: Place = [90, 0];
const M1: Place = [-46, 0.36];
const M2: Place = [-18, 0.3];
const M3: Place = [8, 0.5];
const M4: Place = [40, 0.3];
const M6: Place = [-26, 0.66];
const M7: Place = [30, 0.72];
const R1: Place = [90, 0.26];
const R2: Place = [90, 0.6];

/** An edge lies between two pieces, or between a piece and the air. Piece 0 stands; the others are joined to it in order. */
export interface Edge {
  between: readonly [number, number | undefined];
  points: Point[];
}

/** Samples between two places of a smooth curve, and of a crack. */
const SMOOTH = 14;
const ROUGH = 3;

const crack = (one: number, other: number, ...places: Place[]): Edge => ({ between: [one, other], points: along(places, ROUGH) });
const air = (piece: number, ...places: Place[]): Edge => ({ between: [piece, undefined], points: along(places, SMOOTH) });

const foot = (): Point[] => {
  const turn = Array.from({ length: SMOOTH + 1 }, (_, index) => around(FOOT.x, FOOT.y, -90 + (180 * index) / SMOOTH));
  return [onWall([-90, 1]), ...turn, onWall([90, 1])];
};

/** The pieces are numbered in the order in which they are joined: 1 to `PIECES`. */
export const PIECES = 7;

/** Every edge of the bowl, once. */
export const EDGES: readonly Edge[] = [
  // The lip behind, which stands; the left wall; the foot.
  {
    between: [0, undefined],
    points: along(
      [
        [90, 0],
        [270, 0],
      ],
      SMOOTH * 2,
    ),
  },
  air(0, [-90, 0], A),
  air(0, [-90, 0], [-90, 0.5], [-90, 1]),
  air(0, R2, [90, 1]),
  { between: [0, undefined], points: foot() },
  {
    between: [0, undefined],
    points: along(
      [
        [-90, 1],
        [90, 1],
      ],
      SMOOTH,
    ),
  },
  air(3, A, B),
  air(5, B, C),
  air(7, C, D),
  air(6, D, E),
  air(4, E, RIM),
  air(4, RIM, R1),
  air(2, R1, R2),
  crack(3, 0, A, [-60, 0.12], [-50, 0.22], M1),
  crack(1, 0, M1, [-40, 0.46], [-36, 0.6], M6),
  crack(1, 0, M6, [-10, 0.64], [-2, 0.54], M3),
  crack(2, 0, M3, [16, 0.6], [20, 0.7], M7),
  crack(2, 0, M7, [52, 0.7], [66, 0.62], R2),
  crack(1, 3, M1, [-36, 0.3], [-28, 0.35], M2),
  crack(3, 5, B, [-30, 0.14], M2),
  crack(5, 7, C, [-16, 0.16], M2),
  crack(1, 7, M2, [-8, 0.36], [-2, 0.46], M3),
  crack(6, 7, D, [24, 0.18], [14, 0.32], M3),
  crack(2, 6, M3, [18, 0.44], [28, 0.36], M4),
  crack(4, 6, E, [46, 0.12], [48, 0.22], M4),
  crack(2, 4, M4, [58, 0.34], [74, 0.24], R1),
];

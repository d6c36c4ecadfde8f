/** The motif: a bowl whose cracks are joined, one more at each step, and which is whole at the end. One colour. */
import { MOTIF_FIELD, Path, Svg, motifHeight, useTheme, type MotifProps } from 'mendbook/kit';
import { EDGES, PIECES, type Edge, type Point } from './drawings/bowl-shape.ts';

/** Pieces drift from here, over the wall that stands at the left. */
const HEART: Point = { x: 62, y: 178 };
/** How far a piece drifts to the side and up, as a share of its distance from there. */
const DRIFT: Point = { x: 0.14, y: 0.44 };
/** How far each piece has turned, in degrees. */
const TURN = [0, -5, 6, -3, 12, 3, 5, -4];

const pointsOf = (piece: number): Point[] => EDGES.filter(({ between }) => between.includes(piece)).flatMap(({ points }) => points);

const middle = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

/** Moves a piece that is not joined yet away from its place. */
const adrift = (piece: number) => {
  const heart = middle(pointsOf(piece));
  const turn = ((TURN[piece] ?? 0) * Math.PI) / 180;
  const away = { x: (heart.x - HEART.x) * DRIFT.x, y: (heart.y - HEART.y) * DRIFT.y };
  return ({ x, y }: Point): Point => ({
    x: heart.x + away.x + (x - heart.x) * Math.cos(turn) - (y - heart.y) * Math.sin(turn),
    y: heart.y + away.y + (x - heart.x) * Math.sin(turn) + (y - heart.y) * Math.cos(turn),
  });
};

const short = (value: number) => Math.round(value * 100) / 100;
const line = (points: readonly Point[]): string => points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join(' ');

/** The outline of a piece in one round: each edge begins where the one before it ended. */
const outline = (piece: number): Point[] => {
  const left = EDGES.filter(({ between, behind }) => between.includes(piece) && !behind).map(({ points }) => points);
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

/** The bowl, drawn in the colour of marks: whole seams bold, loose pieces above their places. */
export const Motif = ({ width, joined }: MotifProps) => {
  const { motif, colors } = useTheme();
  const scale = MOTIF_FIELD.width / width;
  const done = Math.round(joined * PIECES);
  const rests = (piece: number | undefined) => piece !== undefined && piece <= done;
  const pen = { stroke: colors.mark, strokeWidth: motif.line * scale, strokeLinecap: 'round', strokeLinejoin: 'round', fill: 'none' } as const;
  const seam = { ...pen, strokeWidth: motif.seam * scale };
  const loose = Array.from({ length: PIECES }, (_, index) => index + 1).filter((piece) => !rests(piece));
  const standing = EDGES.filter(({ between }) => between.some(rests));
  const isSeam = ({ between: [one, other] }: Edge) => rests(one) && rests(other);
  return (
    <Svg viewBox={`0 0 ${MOTIF_FIELD.width} ${MOTIF_FIELD.height}`} width={width} height={motifHeight(width)}>
      {standing.map((edge, index) => (
        <Path key={index} d={line(edge.points)} {...(isSeam(edge) ? seam : pen)} />
      ))}
      {loose.map((piece) => (
        <Path key={piece} d={`${line(outline(piece).map(adrift(piece)))} Z`} {...pen} fill={colors.paper} />
      ))}
    </Svg>
  );
};

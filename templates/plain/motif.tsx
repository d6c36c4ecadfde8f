/** The motif: a stair of seven steps. Those that were taken are bold. */
import { MOTIF_FIELD, Path, Svg, motifHeight, useTheme, type MotifProps } from 'mendbook/kit';

const STEPS = 7;
/** The ground in front of the stair and the landing behind it are so wide. */
const LEVEL = 22;
/** From the edges of the field to the foot and to the landing. */
const AIR = 6;

const TREAD = (MOTIF_FIELD.width - 2 * LEVEL - AIR) / STEPS;
const RISER = (MOTIF_FIELD.height - 2 * AIR) / STEPS;

/** The edge of the foot of a step; that of step `STEPS` is the landing. */
const foot = (step: number) => ({ x: LEVEL + step * TREAD, y: MOTIF_FIELD.height - AIR - step * RISER });

/** Up and along: the outline from the foot of one step to that of another. */
const climb = (from: number, to: number): string => {
  const steps = Array.from({ length: to - from }, (_, index) => foot(from + index + 1));
  const { x, y } = foot(from);
  return `M${x} ${y} ${steps.map((end) => `V${end.y} H${end.x}`).join(' ')}`;
};

/** The stair in the colour of marks. */
export const Motif = ({ width, joined }: MotifProps) => {
  const { motif, colors } = useTheme();
  const scale = MOTIF_FIELD.width / width;
  const done = Math.round(joined * STEPS);
  const pen = { stroke: colors.mark, strokeWidth: motif.line * scale, strokeLinejoin: 'miter', fill: 'none' } as const;
  const bold = { ...pen, strokeWidth: motif.seam * scale };
  const ground = foot(0);
  const landing = foot(STEPS);
  return (
    <Svg viewBox={`0 0 ${MOTIF_FIELD.width} ${MOTIF_FIELD.height}`} width={width} height={motifHeight(width)}>
      <Path d={`M0 ${ground.y} H${ground.x}`} {...pen} />
      {done < STEPS ? <Path d={climb(done, STEPS)} {...pen} /> : null}
      {done > 0 ? <Path d={climb(0, done)} {...bold} /> : null}
      <Path d={`M${landing.x} ${landing.y} H${MOTIF_FIELD.width}`} {...(done < STEPS ? pen : bold)} />
    </Svg>
  );
};

/** The motif: a bowl that is mended, one more piece at each step. What is missing is a broken outline; its shards lie beside the foot. */
import { MOTIF_FIELD, Path, Svg, motifHeight, useTheme, type MotifProps } from 'mendbook/kit';
import { AXIS, FOOT, PIECES } from './drawings/bowl-shape.ts';
import { DASHES, bowlAt, staves } from './drawings/bowl-stages.ts';

/** Lines that stand back are so much thinner. */
const FAINT = 0.6;
/** Where the bowl is large, lines are so much thicker. */
const LARGE = 1.5;
/** A seam is two lines with this share of its width between them. */
const INSIDE = 0.5;
/** Without shards beside it, the bowl fills the width of the field but for so much. */
const CLOSE = 192;

/** The part of the field that is shown where nothing lies beside the bowl. */
const CLOSE_UP = `${AXIS - CLOSE / 2} ${FOOT.y + 10 - (CLOSE * MOTIF_FIELD.height) / MOTIF_FIELD.width} ${CLOSE} ${(CLOSE * MOTIF_FIELD.height) / MOTIF_FIELD.width}`;

/** The bowl, on an opener with its shards, alone on a cover, and as seven staves at the foot of a page. */
export const Motif = ({ width, joined, place = 'opener' }: MotifProps) => {
  const done = Math.round(joined * PIECES);
  const alone = place !== 'opener';
  return (
    <Svg viewBox={alone ? CLOSE_UP : `0 0 ${MOTIF_FIELD.width} ${MOTIF_FIELD.height}`} width={width} height={motifHeight(width)}>
      {place === 'foot' ? (
        <Staves done={done} />
      ) : (
        <Bowl
          done={done}
          scale={(alone ? CLOSE : MOTIF_FIELD.width) / width}
          cover={place === 'cover'}
          large={place === 'cover' && width > MOTIF_FIELD.width}
        />
      )}
    </Svg>
  );
};

/** Lines are black, so that no printer makes dots of them; on a cover, the seams are filled with the colour of marks. */
const Bowl = ({ done, scale, cover, large }: { done: number; scale: number; cover: boolean; large: boolean }) => {
  const { motif, colors } = useTheme();
  const { wall, thickness, seams, ghost, shards } = bowlAt(done);
  const line = (large ? LARGE : 1) * motif.line * scale;
  const pen = { stroke: colors.ink, strokeWidth: line, strokeLinecap: 'round', strokeLinejoin: 'round', fill: 'none' } as const;
  const faint = { ...pen, strokeWidth: FAINT * line };
  const seam = { ...pen, strokeLinecap: 'butt', strokeWidth: (large ? LARGE : 1) * motif.seam * scale } as const;
  return (
    <>
      {ghost ? <Path d={ghost} {...faint} strokeDasharray={DASHES} /> : null}
      {thickness ? <Path d={thickness} {...faint} /> : null}
      {seams ? <Path d={seams} {...seam} /> : null}
      {seams ? <Path d={seams} {...seam} strokeWidth={INSIDE * seam.strokeWidth} stroke={cover ? colors.mark : colors.paper} /> : null}
      <Path d={wall} {...pen} />
      {shards
        .flatMap(({ under, face }) => [under, face])
        .map((path) => (
          <Path key={path} d={path} {...pen} fill={colors.paper} />
        ))}
    </>
  );
};

const Staves = ({ done }: { done: number }) => {
  const { colors, motif } = useTheme();
  const { there, missing } = staves(done);
  return (
    <>
      <Path d={there} fill={colors.ink} />
      {missing ? <Path d={missing} fill="none" stroke={colors.ink} strokeWidth={(FAINT * motif.line * CLOSE) / motif.foot} /> : null}
    </>
  );
};

/** The motif: a bridge between two banks, whose arch gets one stone at each step and the keystone at the last. One colour. */
import { MOTIF_FIELD, Path, Svg, motifHeight, useTheme, type MotifProps } from 'mendbook/kit';
import { BANKS, STONES, WATER, laid, reflection, roads, stone, waiting } from './drawings/bridge-shape.ts';

/** Reflections are fainter than what they show. */
const FAINT = 0.7;

/** Of the field, so much is shown where the arch stands alone: its width, and what is under the water. */
const ARCH = { width: 164, under: 10 };
const ARCH_HEIGHT = motifHeight(ARCH.width);
const ARCH_ALONE = `${(MOTIF_FIELD.width - ARCH.width) / 2} ${WATER + ARCH.under - ARCH_HEIGHT} ${ARCH.width} ${ARCH_HEIGHT}`;

/** So small, the stones are filled. */
const Small = ({ width, done }: { width: number; done: number }) => {
  const { motif, colors } = useTheme();
  const there = laid(done);
  const missing = Array.from({ length: STONES }, (_, index) => index).filter((index) => !there.includes(index));
  const line = (FAINT * motif.line * ARCH.width) / width;
  return (
    <Svg viewBox={ARCH_ALONE} width={width} height={motifHeight(width)}>
      {there.length > 0 ? <Path d={there.map(stone).join(' ')} fill={colors.mark} /> : null}
      {missing.length > 0 ? <Path d={missing.map(stone).join(' ')} fill="none" stroke={colors.mark} strokeWidth={line} /> : null}
    </Svg>
  );
};

/** The bridge in the colour of marks: stones that lie are bold, those to come a broken line. */
export const Motif = ({ width, joined, place }: MotifProps) => {
  const { motif, colors } = useTheme();
  const scale = MOTIF_FIELD.width / width;
  const done = Math.round(joined * STONES);
  const pen = { stroke: colors.mark, strokeWidth: motif.line * scale, strokeLinecap: 'round', strokeLinejoin: 'round', fill: 'none' } as const;
  const bold = { ...pen, strokeWidth: motif.seam * scale };
  const faint = { ...pen, strokeWidth: FAINT * motif.line * scale };
  const { road, parapet } = roads(done);
  const missing = waiting(done);
  if (place === 'foot') return <Small width={width} done={done} />;
  return (
    <Svg viewBox={`0 0 ${MOTIF_FIELD.width} ${MOTIF_FIELD.height}`} width={width} height={motifHeight(width)}>
      {[...BANKS, `M0 ${WATER} H${MOTIF_FIELD.width}`, ...parapet].map((path) => (
        <Path key={path} d={path} {...pen} />
      ))}
      {reflection(done).map((path) => (
        <Path key={path} d={path} {...faint} />
      ))}
      {missing ? <Path d={missing} {...faint} strokeDasharray="3 4" /> : null}
      {[...road, ...laid(done).map(stone)].map((path) => (
        <Path key={path} d={path} {...bold} />
      ))}
    </Svg>
  );
};

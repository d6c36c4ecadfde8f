import { Box, CheckField, Path, Svg, TextField, Words, plain, useTheme, type BlockProps } from 'mendbook/kit';
import { SKETCHES } from '../drawings/sketches/index.ts';
import { DASHES, type Place, type Sketch } from '../drawings/sketches/sketch.ts';
import { Ask, AskUnit } from '../parts/ask.tsx';
import { Continued } from '../parts/continued.tsx';
import { Main, useDrop, useMainWidth } from '../parts/columns.tsx';
import { placeOf } from '../parts/place.ts';
import { TickList } from '../parts/tick-list.tsx';

type Props = Pick<BlockProps<'draw'>, 'block' | 'name'>;

/** A drawing with places to write or to tick in it: a figure, then its fields. Where letters are too large for it, a list of labelled lines. */
export const Draw = (props: BlockProps<'draw'>) => (useTooNarrow() ? <Listed {...props} /> : <Drawn {...props} />);

/** A drawing needs a width of so many times the size of the letters in it. */
const ROOMY = 28;

const useTooNarrow = (): boolean => {
  const { type } = useTheme();
  return useMainWidth() < ROOMY * type.body.size;
};

/** Lines of labels are not filled to their ends. */
const RAGGED = 1.15;

/** The height that the tallest label needs at a width, in points: all have it, so that lines side by side are level. */
const useLabelHeight = (labels: readonly string[]): ((width: number) => number) => {
  const { type, fonts } = useTheme();
  const { size, leading, font } = type.label;
  return (width) => leading * Math.max(...labels.map((label) => Math.ceil((label.length * RAGGED * fonts.metrics[font].letter * size) / width)));
};

/** The drawing, as wide as the main column. */
const useSketch = ({ draw, places }: BlockProps<'draw'>['block']): Sketch => {
  const { ruling, scale, space } = useTheme();
  return SKETCHES[draw]({
    width: useMainWidth(),
    count: places.length,
    leading: ruling.leading,
    cell: scale.cell,
    gap: space.m,
    labelHeight: useLabelHeight(places),
  });
};

const Drawn = ({ block, name }: Props) => {
  const { space, colors, motif, column } = useTheme();
  const width = useMainWidth();
  const { height, lines, filled, dashed, places } = useSketch(block);
  const labelHeight = useLabelHeight(block.places);
  const pen = { stroke: colors.ink, strokeWidth: motif.line, strokeLinecap: 'round', strokeLinejoin: 'round', fill: 'none' } as const;
  return (
    <Main role="Div" {...placeOf(name)} style={{ marginTop: space.m }}>
      <Box style={{ maxWidth: column.measure }}>
        <Ask prompt={block.title} hint={block.hint} role="P" />
      </Box>
      <Box style={{ marginTop: space.s, height }}>
        <Box role="Figure" alt={block.alt} style={{ position: 'absolute', left: 0, top: 0, width, height }}>
          <Svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
            {lines ? <Path d={lines} {...pen} /> : null}
            {dashed ? <Path d={dashed} {...pen} strokeDasharray={DASHES} /> : null}
            {filled ? <Path d={filled} fill={colors.ink} /> : null}
          </Svg>
        </Box>
        {places.map((place, index) => (
          <Spot
            key={index}
            place={place}
            label={block.places[index] ?? ''}
            about={plain(block.title)}
            name={`${name}_${index + 1}`}
            high={labelHeight(place.width)}
          />
        ))}
      </Box>
    </Main>
  );
};

interface SpotProps {
  place: Place;
  label: string;
  about: string;
  name: string;
  /** The height of its label, where that stands over the lines. */
  high: number;
}

/** A place in the drawing: its label over ruled lines or beside them, or under a box to tick. */
const Spot = ({ place: { left, top, width, lines, beside, centred }, label, about, name, high }: SpotProps) => {
  const { scale } = useTheme();
  const onLine = useDrop('label');
  const row = beside === undefined ? {} : ({ flexDirection: 'row' } as const);
  const words = (
    <Words
      type="label"
      role="Lbl"
      style={beside === undefined ? { height: high, ...(centred ? { textAlign: 'center' } : {}) } : { width: beside, marginTop: onLine }}
    >
      {label}
    </Words>
  );
  const cell = { width: scale.cell, height: scale.cell };
  const said = `${label} – ${about}`;
  return (
    <Box role="P" style={{ position: 'absolute', left, top, width, ...row, ...(lines === 0 ? { alignItems: 'center' } : {}) }}>
      {lines > 0 ? words : <CheckField name={name} label={said} style={cell} />}
      {lines > 0 ? (
        <TextField name={name} label={said} lines={lines} beside={beside !== undefined} expects="few-words" style={beside === undefined ? {} : { flex: 1 }} />
      ) : (
        words
      )}
    </Box>
  );
};

/** The same fields without the drawing. */
const Listed = ({ block, name }: Props) => {
  const { space } = useTheme();
  const { places } = useSketch(block);
  const about = plain(block.title);
  if (places[0]?.lines === 0)
    return <TickList name={name} prompt={block.title} hint={block.hint} items={block.places.map((text) => [{ text }])} other={false} />;
  const isPair = block.places.length === 2;
  const listed = block.places.map((label, index) => {
    const Unit = isPair ? Main : Box;
    return (
      <Unit key={index} role="P" {...(isPair ? { flow: { pairWithNext: index === 0 } } : {})} style={{ marginTop: space.xs }}>
        <Words type="label" role="Lbl">
          {label}
        </Words>
        <TextField name={`${name}_${index + 1}`} label={`${label} – ${about}`} lines={places[index]?.lines ?? 1} expects="few-words" />
      </Unit>
    );
  });
  return (
    <>
      <AskUnit prompt={block.title} hint={block.hint} name={name} />
      {isPair ? (
        listed
      ) : (
        <Main role="Div" flow={{ split: true }}>
          <Continued of={block.title} />
          {listed}
        </Main>
      )}
    </>
  );
};

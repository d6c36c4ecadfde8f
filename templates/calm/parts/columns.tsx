/** The two columns of a page: what orients stands left in the margin column, what is read or filled in right of it. */
import { Box, Words, ruleBelowBaseline, useTheme, type Marks, type Style, type ReactNode } from 'mendbook/kit';

/** Without a margin column (large print) its words stand above the main column. */
export const useStacked = (): boolean => useTheme().column.margin === 0;

/** From the left edge of the text area to the main column, in points. */
export const useAxis = (): number => {
  const { column } = useTheme();
  return column.margin === 0 ? 0 : column.margin + column.gap;
};

/** The width of the main column, in points. */
export const useMainWidth = (): number => {
  const { paper } = useTheme();
  return paper.width - paper.inner - paper.outer - useAxis();
};

/** From the top of words to their baseline, in points. */
export const useAscent = (of: 'body' | 'hint' | 'label' = 'body'): number => {
  const { type, fonts } = useTheme();
  return type[of].size * fonts.metrics[type[of].font].ascent;
};

/** How far words are set down so that they stand on the baseline of what is written on the first line, in points. */
export const useDrop = (of: 'body' | 'hint' | 'label' = 'body'): number => {
  const { ruling, type } = useTheme();
  return ruling.leading - ruleBelowBaseline(type.field.size) - useAscent(of);
};

/** From the top of words to the middle of their capitals, in points: boxes and digits beside them are centred on it. */
export const useMiddle = (of: 'body' | 'hint'): number => {
  const { type, fonts } = useTheme();
  const { size, font } = type[of];
  return size * (fonts.metrics[font].ascent - fonts.metrics[font].capitals / 2);
};

/** Two things side by side need a text area of so many times the size of its letters. */
const ABREAST = 36;

/** Whether the text area is too narrow for two things to read or fill in side by side. */
export const useNarrow = (): boolean => {
  const { paper, type } = useTheme();
  return paper.width - paper.inner - paper.outer < ABREAST * type.body.size;
};

interface MainProps extends Marks {
  style?: Style;
  children?: ReactNode;
}

/** A unit in the main column. */
export const Main = ({ style, ...rest }: MainProps) => {
  const axis = useAxis();
  return <Box style={{ marginLeft: axis, ...style }} {...rest} />;
};

interface BesideProps extends MainProps {
  /** Stands in the margin column. */
  margin: ReactNode | null;
  /** Whether the margin column is read before the main one; it is, unless told otherwise. */
  marginFirst?: boolean;
  /** Whether what stands in the margin column may reach lower than the main one, beside what follows. */
  hangs?: boolean;
}

/** A unit over both columns. */
export const Beside = ({ margin, marginFirst = true, hangs = false, style, children, ...rest }: BesideProps) => {
  const { column, space } = useTheme();
  const stacked = useStacked();
  const axis = useAxis();
  const hanging = hangs && !stacked;
  const place: Style = hanging ? { position: 'absolute', left: 0, top: 0, width: column.margin } : { width: column.margin };
  const aside = <Box style={stacked ? { flexDirection: 'row', columnGap: space.s, marginBottom: marginFirst ? space.xs : 0 } : place}>{margin}</Box>;
  const main = <Box style={stacked ? {} : { flex: 1, ...(hanging ? { marginLeft: axis } : {}) }}>{children}</Box>;
  const across = marginFirst ? 'row' : 'row-reverse';
  return (
    <Box style={{ flexDirection: stacked ? 'column' : across, columnGap: stacked ? 0 : column.gap, ...style }} {...rest}>
      {marginFirst ? aside : null}
      {main}
      {marginFirst ? null : aside}
    </Box>
  );
};

interface MarginWordsProps extends Marks {
  /** What the words stand level with: the first line of text, a row of cells, or words on a writing line. */
  level?: 'text' | 'scale' | 'line';
  children: ReactNode;
}

/** Words in the margin column, level with what begins the main one. */
export const MarginWords = ({ level = 'text', children, ...marks }: MarginWordsProps) => {
  const { type, scale } = useTheme();
  const onLine = useDrop('label');
  // Above the main column they stand level with nothing.
  const beside = useStacked() ? 'text' : level;
  const height = beside === 'scale' ? scale.cell : type.body.leading;
  return (
    <Words type="label" style={{ marginTop: beside === 'line' ? onLine : (height - type.label.leading) / 2 }} {...marks}>
      {children}
    </Words>
  );
};

/** A table to fill in: a tinted head that is drawn again on each page, rows with thin rules between them. */
import {
  Box,
  Decoration,
  TextField,
  Words,
  baselineInMiddle,
  firstBaselineIn,
  leastWidth,
  typedLinesIn,
  useStrings,
  useTheme,
  type Expects,
  type Style,
  type TypeStyle,
} from 'mendbook/kit';
import { Bands, useBandLayout } from './bands.tsx';
import { useAscent } from './columns.tsx';
import { Continued } from './continued.tsx';
import { useGround } from './ground.ts';

export interface Column {
  title: string;
  /** Relative to the other columns. */
  width: number;
  /** What is written there: a sentence, unless told otherwise. */
  expects?: Expects | undefined;
}

interface GridProps {
  name: string;
  /** What is asked for in the table: the end of each cell's accessible name. */
  about: string;
  columns: readonly Column[];
  /** How many rows, or the words in the first cell of each. */
  rows: number | readonly string[];
  /** The head of a first column that counts the rows. */
  counter?: string | undefined;
  /** Height of a row in points. */
  height: number;
  /** Rows may be so tall, in points, where that is less than entries on lines of their own take. */
  tallest?: number;
}

/** A counting column is so much narrower than a column of width 1. */
const COUNTER_SHARE = 0.45;

/** The share of a column, and the least that its head needs; cells have no padding, which would add to it. */
const across = (width: number, minWidth = 0): Style => ({ flexGrow: width, flexShrink: 1, flexBasis: 0, minWidth });

/** A word may have wide letters alone: so much wider than the mean are those of the widest. */
const WIDE = 1.3;

/** How wide each column has to be for the longest word of its head, and the first for those of the rows, in points. */
const useLeastForWords = (heads: readonly Column[], rows: readonly string[]): number[] => {
  const { type, space, fonts } = useTheme();
  const widest = (words: string, { size, font }: TypeStyle) =>
    Math.max(...words.split(/\s/).map(({ length }) => length)) * WIDE * fonts.metrics[font].letter * size;
  return heads.map(({ title }, index) => {
    const below = index === 0 ? rows.map((row) => widest(row, type.hint)) : [];
    return Math.max(widest(title, type.label), ...below) + 2 * space.xs;
  });
};

/** The width of a cell that holds what is expected in rows of a height, with its margins, in points. */
const useLeastForAnswers = (height: number): ((expects: Expects) => number) => {
  const { type, ruling, space, fonts } = useTheme();
  const { size: fontSize } = type.field;
  const lines = Math.max(1, Math.floor(height / ruling.leading));
  // A cell has no rules of its own, whose ends its field would cover.
  return (expects) => leastWidth(expects, { lines, leading: height / lines, fontSize, letter: fonts.metrics.field.prose * fontSize }) + space.xs + NO_RULES;
};

/** A field on rules is so much wider than they are, in points; one in a cell is not. */
const NO_RULES = 2.5;

/** A table, or entries one below the other where its columns would be too narrow for what is expected in them. Fields are `name_row_column`, both from 1. */
export const Grid = (props: GridProps) => {
  const { name, about, columns, rows, counter, height, tallest = height } = props;
  const { paper } = useTheme();
  const strings = useStrings();
  const labelled = typeof rows === 'number' ? undefined : rows;
  const share = counter ? counterShare(columns) : 0;
  const heads: readonly Column[] = counter ? [{ title: counter, width: share }, ...columns] : columns;
  const filled = labelled ? columns.slice(1) : columns;
  const words = useLeastForWords(heads, labelled ?? []);
  const first = heads.length - filled.length;
  const leastIn = (leastFor: (expects: Expects) => number): number[] =>
    words.map((width, index) => (index < first ? width : Math.max(width, leastFor(heads[index]?.expects ?? 'sentence'))));
  const [least, leastTall] = [leastIn(useLeastForAnswers(height)), leastIn(useLeastForAnswers(tallest))];
  const fits = (widths: readonly number[]): boolean => widths.reduce((sum, width) => sum + width, 0) <= paper.width - paper.inner - paper.outer;
  const entries = Array.from({ length: labelled?.length ?? Number(rows) }, (_, index) => {
    if (labelled) return { mark: labelled[index] ?? '', called: labelled[index] ?? '' };
    return { called: `${counter ?? strings.row} ${index + 1}`, ...(counter ? { mark: `${index + 1}` } : {}) };
  });
  const asked = filled.map(({ title, expects = 'sentence' }) => ({ title, expects }));
  const band = useBandLayout({ asked, entries });
  if (fits(least)) return <Cells {...props} heads={heads} least={least} />;
  if (tallest < band.height && fits(leastTall)) return <Cells {...props} height={tallest} heads={heads} least={leastTall} />;
  return <Bands name={name} about={about} asked={asked} entries={entries} />;
};

/** The table: `heads` are its columns with the one that counts, `least` their least widths in points. */
const Cells = ({ name, about, columns, rows, counter, height, heads, least }: GridProps & { heads: readonly Column[]; least: readonly number[] }) => {
  const { colors, ruling, space, type } = useTheme();
  const ascent = useAscent(Array.isArray(rows) ? 'hint' : 'label');
  // Level with what is typed beside it: with one line in the middle of its cell, or with the first of several.
  const { size } = type.field;
  const above = (typedLinesIn(height, size) < 2 ? baselineInMiddle(height, size) : firstBaselineIn({ height, size })) - ascent;
  const strings = useStrings();
  const labelled = Array.isArray(rows) ? (rows as readonly string[]) : undefined;
  const count = typeof rows === 'number' ? rows : rows.length;
  const filled = labelled ? columns.slice(1) : columns;
  const first = heads[0]?.width ?? 1;
  const ground = useGround();
  return (
    <Box role="Table" flow={{ split: true }} style={{ marginTop: space.s }}>
      <Continued of={[{ text: about }]} />
      <Box role="TR" flow={{ repeat: true }} style={{ flexDirection: 'row', alignItems: 'flex-end', ...ground }}>
        {heads.map((head, index) => (
          <Box role="TH" scope="Column" key={index} style={across(head.width, least[index])}>
            <Words type="label" role="Span" style={{ margin: space.xs }}>
              {head.title}
            </Words>
          </Box>
        ))}
      </Box>
      {Array.from({ length: count }, (_, row) => {
        // Rows without words speak of parts that are not in this copy; the others keep their names.
        if (labelled?.[row] === '') return null;
        const head = labelled?.[row] ?? (counter ? `${row + 1}` : undefined);
        const where = labelled ? labelled[row] : `${counter ?? strings.row} ${row + 1}`;
        return (
          <Box role="TR" key={row} style={{ flexDirection: 'row', minHeight: height, borderBottom: `${ruling.table} solid ${colors.rule}` }}>
            {head === undefined ? null : (
              <Box role="TH" scope="Row" style={across(first, least[0])}>
                <Words type={labelled ? 'hint' : 'label'} role="Span" style={{ margin: space.xs, marginTop: above }}>
                  {head}
                </Words>
              </Box>
            )}
            {filled.map((column, index) => (
              <Box role="TD" key={index} style={across(column.width, least[heads.length - filled.length + index])}>
                {index > 0 || head !== undefined ? <Between /> : null}
                <TextField
                  name={`${name}_${row + 1}_${index + 1}`}
                  label={`${where}, ${column.title} – ${about}`}
                  look="none"
                  expects={column.expects ?? 'sentence'}
                  height={height}
                  style={{ flexGrow: 1, marginHorizontal: space.xs / 2 }}
                />
              </Box>
            ))}
          </Box>
        );
      })}
    </Box>
  );
};

/** A thin rule between two cells. A line and not a filled box: some viewers leave out a box that is thinner than a dot of the screen. */
const Between = () => {
  const { ruling, colors } = useTheme();
  return <Decoration style={{ position: 'absolute', left: 0, top: 0, bottom: 0, borderLeft: `${ruling.table} solid ${colors.rule}` }} />;
};

const counterShare = (columns: readonly Column[]) => (COUNTER_SHARE * columns.reduce((sum, column) => sum + column.width, 0)) / columns.length;

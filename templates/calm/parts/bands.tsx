/** Entries of a log, one below the other: what a table would squeeze into narrow columns stands on writing lines, as wide as what is expected there. */
import { Box, TextField, Words, leastWidth, useTheme, type Style } from 'mendbook/kit';
import { bandHeight, bandOf, type Asked, type BandMeasures, type BandRow, type Cell } from './band-layout.ts';
import { useDrop } from './columns.tsx';
import { Continued } from './continued.tsx';

interface BandsProps {
  /** Fields are `name_entry_space`, both from 1. */
  name: string;
  /** What is asked for: the end of each accessible name. */
  about: string;
  asked: readonly Asked[];
  /** The number of the first space in the names of fields. */
  from?: number;
  /** What each entry is called: at its head, and in the names of its fields. */
  entries: readonly Entry[];
}

interface Entry {
  /** Printed before the entry: a number, or some words above it; none for entries that are not counted. */
  mark?: string;
  /** In the accessible names. */
  called: string;
}

/** Letters of a title take so much more than the mean, at most. */
const WIDE = 1.14;

/** The width of words in the type of titles, in points. */
const useTitleWidth = (): ((words: string) => number) => {
  const { type, fonts } = useTheme();
  const { size, font } = type.label;
  return (words) => Math.ceil(words.length * fonts.metrics[font].letter * size * WIDE);
};

const useMeasures = (indent: number): BandMeasures => {
  const { paper, ruling, type, space, fonts } = useTheme();
  const titleWidth = useTitleWidth();
  const { size } = type.field;
  return {
    width: paper.width - paper.inner - paper.outer - indent,
    gap: space.s,
    near: space.xs,
    leading: ruling.leading,
    titleLeading: type.label.leading + space.xs,
    titleWidth,
    least: (expects, lines, title) =>
      leastWidth(expects, { lines, leading: ruling.leading, fontSize: size, letter: fonts.metrics.field.prose * size, beside: title === 'before' }),
  };
};

/** Words on the baseline of a writing line, which is no taller for them. */
const useOnLine = (): Style => {
  const { ruling, type } = useTheme();
  const marginTop = useDrop('label');
  return { marginTop, marginBottom: Math.min(0, ruling.leading - marginTop - type.label.leading) };
};

/** An entry that its number sets off needs no space above it, if it has no more lines than this. */
const SHORT = 2;

/** How each entry of a log is laid out. */
interface Layout {
  /** Of its spaces, for the number before them, in points; 0 where there is none, or the mark stands above. */
  indent: number;
  rows: readonly BandRow[];
  /** Between two entries, in points. */
  gap: number;
  /** Of an entry with the space above it, without a mark that stands above, in points. */
  height: number;
}

/** Lays out the entries of a log. */
export const useBandLayout = ({ asked, entries }: Pick<BandsProps, 'asked' | 'entries'>): Layout => {
  const { space, list, ruling } = useTheme();
  const titleWidth = useTitleWidth();
  const widest = Math.max(0, ...entries.map(({ mark = '' }) => titleWidth(mark)));
  // Long words are set above their entry, a number before it.
  const hangs = widest > 0 && widest <= 2 * list.marker;
  const indent = hangs ? widest + space.xs : 0;
  const measures = useMeasures(indent);
  const rows = bandOf(asked, measures);
  const height = bandHeight(rows, measures);
  const gap = hangs && height <= SHORT * ruling.leading ? 0 : space.xs;
  return { indent, rows, gap, height: height + gap };
};

/** The entries, one below the other. */
export const Bands = ({ name, about, asked, from = 1, entries }: BandsProps) => {
  const titleWidth = useTitleWidth();
  const { indent, rows, gap } = useBandLayout({ asked, entries });
  return (
    <Box role="L" flow={{ split: true }} style={{ marginTop: gap }}>
      <Continued of={[{ text: about }]} />
      {entries.map(({ mark, called }, index) => (
        <Entry
          key={index}
          mark={mark}
          indent={indent}
          gap={gap}
          rows={rows}
          titleWidth={titleWidth}
          asked={asked}
          nameOf={(cell) => `${name}_${index + 1}_${cell + from}`}
          labelOf={(title) => `${called}, ${title} – ${about}`}
        />
      ))}
    </Box>
  );
};

interface EntryProps {
  mark: string | undefined;
  /** 0 where the mark stands above. */
  indent: number;
  /** Above the entry, in points. */
  gap: number;
  rows: readonly BandRow[];
  titleWidth: (title: string) => number;
  asked: readonly Asked[];
  nameOf: (cell: number) => string;
  labelOf: (title: string) => string;
}

/** An entry: its mark, and its spaces row by row. */
const Entry = ({ mark, indent, gap, rows, titleWidth, asked, nameOf, labelOf }: EntryProps) => {
  const { space } = useTheme();
  const onLine = useOnLine();
  return (
    <Box role="LI" style={{ marginTop: gap, ...(indent > 0 ? { flexDirection: 'row' } : {}) }}>
      {mark === undefined ? null : (
        <Words type="label" role="Lbl" style={indent > 0 ? { width: indent, ...onLine } : { marginTop: space.xs }}>
          {mark}
        </Words>
      )}
      <Box role="LBody" style={indent > 0 ? { flex: 1 } : {}}>
        {rows.map((row, index) => (
          <Box key={index} style={{ flexDirection: 'row', columnGap: space.s }}>
            {row.map((cell) => (
              <Space
                key={cell.index}
                cell={cell}
                alone={row.length === 1}
                least={titleWidth(asked[cell.index]?.title ?? '') + space.xs + cell.width}
                asked={asked[cell.index] as Asked}
                name={nameOf(cell.index)}
                labelOf={labelOf}
              />
            ))}
          </Box>
        ))}
      </Box>
    </Box>
  );
};

/** How much of the width that is left in a row each space takes. */
const GROWTH: Readonly<Record<Asked['expects'], number>> = { number: 0.2, date: 0.4, name: 2, 'few-words': 1, sentence: 6, story: 6 };

interface SpaceProps {
  cell: Cell;
  /** Whether it has its row to itself. */
  alone: boolean;
  /** The least width of its title and its lines, in points. */
  least: number;
  asked: Asked;
  name: string;
  labelOf: (title: string) => string;
}

const Space = ({ cell, alone, least, asked: { title, expects }, name, labelOf }: SpaceProps) => {
  const { space } = useTheme();
  const onLine = useOnLine();
  const above = cell.title === 'above';
  const beside = { flexDirection: 'row', columnGap: space.xs, flexGrow: alone ? 1 : GROWTH[expects], flexShrink: 1, flexBasis: 0, minWidth: least } as const;
  return (
    <Box role="P" style={above ? { flex: 1 } : beside}>
      <Words type="label" role="Lbl" style={{ flexShrink: 0, ...(above ? { marginTop: space.xs } : onLine) }}>
        {title}
      </Words>
      <TextField name={name} label={labelOf(title)} lines={cell.lines} beside={!above} expects={expects} style={above ? {} : { flex: 1 }} />
    </Box>
  );
};

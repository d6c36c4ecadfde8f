import { Box, Decoration, Motif, Prose, Words, plain, useStrings, useTheme, type Entry, type StepOpenerProps, type TypeStyle } from 'mendbook/kit';
import { Beside, MarginWords, useMainWidth, useStacked } from './parts/columns.tsx';
import { Meta } from './parts/meta.tsx';
import { PageNumber } from './parts/page-number.tsx';

type SectionProps = Pick<StepOpenerProps, 'section'>;

/** Begins a step: the number, the title, one sentence of aim, the motif so far, what is in the step. What the step says first stands below it. */
export const StepOpener = (props: StepOpenerProps) => {
  const { section, entries } = props;
  const { space } = useTheme();
  const stacked = useStacked();
  const alone = section.blocks[0]?.kind === 'worksheet';
  return (
    <Box flow={{ breakBefore: true, keepWithNext: !alone }} style={{ marginBottom: space.xs }}>
      {stacked ? <StackedHead {...props} /> : <Head {...props} />}
      <Beside style={{ marginTop: space.s }} margin={null}>
        <Meta minutes={section.minutes} sittings={entries.length} company={section.with} across />
      </Beside>
      {entries.length > 0 ? <InThisStep entries={entries} /> : null}
    </Box>
  );
};

/** How much of the motif is there in a step. */
const joined = ({ section, steps }: StepOpenerProps): number => (steps > 0 ? Math.min(1, (section.number ?? 0) / steps) : 1);

/** A motif that is smaller than this share of its size would look lost: there is none. */
const SMALLEST = 0.5;

/** The letters of a title are so much wider than those of a text on average, at most: its longest word stays whole beside the motif. */
const WIDE = 1.15;

/** The width of the motif in a row with the title, whose longest word has to fit there too, in points; 0 where there is no room for it, or the theme has none. */
const useMotifWidth = ({ section }: SectionProps, row: number): number => {
  const { motif, space, type, fonts } = useTheme();
  const longest = Math.max(
    ...plain(section.title)
      .split(/\s/)
      .map(({ length }) => length),
  );
  const { size, font } = type.stepTitle;
  const width = Math.min(motif.opener, row - space.m - longest * WIDE * fonts.metrics[font].letter * size);
  return width < SMALLEST * motif.opener ? 0 : width;
};

/** Above its capitals, a line has this much of its box, in points: what sets a numeral level with a title. */
const useOverCapitals = ({ size, font }: TypeStyle): number => {
  const { metrics } = useTheme().fonts;
  return size * (metrics[font].ascent - metrics[font].capitals);
};

/** The numerals of a book: as the theme has them, or so much smaller that those with the most digits fit into the room they have, in points. */
const useNumeralStyle = ({ section, steps }: StepOpenerProps): TypeStyle => {
  const { type, fonts, column } = useTheme();
  const half = useMainWidth() / 2;
  // In one column, the motif may stand beside the numeral.
  const room = useStacked() ? half : column.margin;
  const digits = `${Math.max(steps, section.number ?? 0)}`.length;
  const { size, ...numeral } = type.numeral;
  return { ...numeral, size: Math.min(size, room / (digits * fonts.metrics[numeral.font].digit)) };
};

/** The numeral in the margin column, level with the title; the motif in the upper corner, where it is found again on every opener. */
const Head = (props: StepOpenerProps) => {
  const { type, space } = useTheme();
  const { section } = props;
  const numeral = useNumeralStyle(props);
  const raised = useOverCapitals(type.stepTitle) - useOverCapitals(numeral);
  const width = useMotifWidth(props, useMainWidth());
  return (
    <Beside margin={<Numeral section={section} style={numeral} raised={raised} />}>
      <Box style={{ flexDirection: 'row', columnGap: space.m }}>
        <TitleAndMotif {...props} width={width} />
      </Box>
      <Aim section={section} />
    </Beside>
  );
};

/** The title, level with the numeral, and the motif at its right, so many points apart where its row has no gaps. */
const TitleAndMotif = ({ width, apart = 0, ...props }: StepOpenerProps & { width: number; apart?: number }) => {
  const { type, space } = useTheme();
  return (
    <>
      {/* A title that is taller than the motif stands clear of the aim, too. */}
      <Box style={{ flex: 1, marginTop: type.label.leading, paddingBottom: space.xs }}>
        <Title section={props.section} />
      </Box>
      {width > 0 ? (
        <Decoration style={{ flexShrink: 0, ...(apart ? { marginLeft: apart } : {}) }}>
          <Motif width={width} joined={joined(props)} />
        </Decoration>
      ) : null}
    </>
  );
};

/** In one column, a numeral that is no taller than so many lines of the title stands beside it. */
const LINES_BESIDE = 1.5;

const StackedHead = (props: StepOpenerProps) => {
  const { numeral, stepTitle } = useTheme().type;
  return numeral.leading <= LINES_BESIDE * stepTitle.leading ? <RowHead {...props} /> : <HighHead {...props} />;
};

/** In large print, numeral, title and motif stand in a row: below each other they would fill the page. */
const RowHead = (props: StepOpenerProps) => {
  const { type, space, fonts } = useTheme();
  const { section, steps } = props;
  const numeral = useNumeralStyle(props);
  const raised = useOverCapitals(type.stepTitle) - useOverCapitals(numeral);
  const { digit } = fonts.metrics[numeral.font];
  const numeralWidth = Math.ceil(`${Math.max(steps, section.number ?? 0)}`.length * digit * numeral.size);
  const width = useMotifWidth(props, useMainWidth() - numeralWidth - space.s) - space.m;
  return (
    <>
      {/* The motif is smaller by the space beside it, so that no title has less room for that. */}
      <Box style={{ flexDirection: 'row' }}>
        <Box style={{ width: numeralWidth, marginRight: space.s, paddingBottom: space.m }}>
          <Numeral section={section} style={numeral} raised={raised} />
        </Box>
        <TitleAndMotif {...props} width={width} apart={space.m} />
      </Box>
      <Aim section={section} />
    </>
  );
};

/** In one column, the motif stands beside the numeral, and the title below both. */
const HighHead = (props: StepOpenerProps) => {
  const { motif, space } = useTheme();
  const { section } = props;
  return (
    <>
      <Box style={{ flexDirection: 'row', justifyContent: 'space-between', marginBottom: space.s }}>
        <Numeral section={section} style={useNumeralStyle(props)} raised={0} />
        {motif.opener > 0 ? (
          <Decoration>
            <Motif width={motif.opener} joined={joined(props)} />
          </Decoration>
        ) : null}
      </Box>
      <Title section={section} />
      <Aim section={section} />
    </>
  );
};

/** The number of the step under the word for it. */
const Numeral = ({ section, style: { size, leading }, raised }: SectionProps & { style: TypeStyle; raised: number }) => {
  const { colors } = useTheme();
  const strings = useStrings();
  return (
    <Box role="P">
      <Words type="label" role="Span">
        {strings.step}
      </Words>
      <Words type="numeral" role="Span" style={{ color: colors.accent, marginTop: raised, fontSize: size, lineHeight: leading / size }}>
        {`${section.number ?? 0}`}
      </Words>
    </Box>
  );
};

/** The title, where links to the step lead. */
const Title = ({ section }: SectionProps) => {
  const { colors } = useTheme();
  return (
    <Box destination={section.id} bookmark={{ title: plain(section.title), level: 1 }}>
      <Words type="stepTitle" role="H2" style={{ color: colors.title }}>
        <Prose of={section.title} />
      </Words>
    </Box>
  );
};

/** One sentence of aim. */
const Aim = ({ section }: SectionProps) => {
  const { column, space } = useTheme();
  return (
    <Words type="lead" style={{ marginTop: space.s, maxWidth: column.measure }}>
      <Prose of={section.purpose} />
    </Words>
  );
};

/** The width of a column that holds most titles in a line, to the size of its letters. */
const LEAST_ENTRY = 15;

/** The worksheets of the step with their pages, two in a row where the page is wide enough: a title of two lines moves down the row below it as a whole. */
const InThisStep = ({ entries }: { entries: readonly Entry[] }) => {
  const { space, column, type } = useTheme();
  const strings = useStrings();
  // A title stands clear of the number before it.
  const gap = Math.max(column.gap, space.m);
  const narrow = (useMainWidth() - gap) / 2 < LEAST_ENTRY * type.entry.size;
  const abreast = narrow ? 1 : 2;
  const rows = Array.from({ length: Math.ceil(entries.length / abreast) }, (_, row) => entries.slice(abreast * row, abreast * (row + 1)));
  return (
    <Beside style={{ marginTop: space.s }} margin={<MarginWords>{strings.inThisStep}</MarginWords>}>
      <Box role="TOC">
        {rows.map((row, index) => (
          <Box key={index} style={{ flexDirection: 'row', columnGap: gap }}>
            {row.map((entry) => (
              <InStep key={entry.destination} entry={entry} />
            ))}
            {row.length < abreast ? <Box style={{ flex: 1 }} /> : null}
          </Box>
        ))}
      </Box>
    </Beside>
  );
};

/** A worksheet, and its page. */
const InStep = ({ entry }: { entry: Entry }) => {
  const { space } = useTheme();
  return (
    <Box role="TOCI" style={{ flex: 1 }}>
      <Box role="Reference" link={{ to: `#${entry.destination}`, description: entry.title }} style={{ flexDirection: 'row' }}>
        <Words type="entry" role="Span" style={{ flex: 1, paddingRight: space.xs / 2 }}>
          {entry.title}
        </Words>
        <PageNumber of={entry.destination} type="entry" close />
      </Box>
    </Box>
  );
};

import { Box, Decoration, Motif, Prose, Words, motifHeight, plain, useStrings, useTheme, type Entry, type StepOpenerProps, type TypeStyle } from 'mendbook/kit';
import { Beside, MarginWords, useMainWidth, useStacked } from './parts/columns.tsx';
import { Meta } from './parts/meta.tsx';
import { PageNumber } from './parts/page-number.tsx';

type SectionProps = Pick<StepOpenerProps, 'section'>;

/** Keeps its height: where a page is too full, its words would be set over each other. */
const WHOLE = { flexShrink: 0 };

/** A page that gives a breath: the number, the title, one sentence of aim, the motif so far, what is in the step. */
export const StepOpener = (props: StepOpenerProps) => {
  const { space } = useTheme();
  const stacked = useStacked();
  return (
    <Box style={{ flexGrow: 1, justifyContent: 'space-between', paddingBottom: space.l }}>
      {stacked ? <StackedHead {...props} /> : <Head {...props} />}
      <Box style={WHOLE}>
        {props.entries.length > 0 ? <InThisStep entries={props.entries} /> : null}
        <Beside style={{ marginTop: space.l }} margin={null}>
          <Meta minutes={props.section.minutes} company={props.section.with} across />
        </Beside>
      </Box>
    </Box>
  );
};

/** How much of the motif is there in a step. */
const joined = ({ section, steps }: StepOpenerProps): number => (steps > 0 ? Math.min(1, (section.number ?? 0) / steps) : 1);

/** Lines are not filled to their ends: their words need so much more than the letters alone. */
const RAGGED = 1.1;

/** The height that the words of an opener need in about, with the air between them and the list of worksheets in `list`, in points. */
const useWordsHeight = ({ section, entries }: StepOpenerProps, list: 'entry' | 'body'): number => {
  const { space, type, fonts } = useTheme();
  const width = useMainWidth();
  const heightOf = (words: string, { size, leading, font }: TypeStyle): number =>
    Math.ceil((words.length * RAGGED * fonts.metrics[font].letter * size) / width) * leading;
  const worksheets = type.label.leading + space.xs + entries.reduce((sum, { title }) => sum + heightOf(title, type[list]), 0);
  const words = heightOf(plain(section.title), type.stepTitle) + heightOf(plain(section.purpose), type.lead) + worksheets + type.hint.leading;
  return words + 3 * space.m + 2 * space.l;
};

/** What a page has for the motif beside its words, in points. */
const useBowlRoom = (props: StepOpenerProps, list: 'entry' | 'body'): number => {
  const { paper } = useTheme();
  return paper.height - paper.top - paper.bottom - useWordsHeight(props, list);
};

/** A motif that is smaller than this share of its size would look lost: there is none. */
const SMALLEST = 0.5;

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

/** The numeral in the margin column, level with the title; the motif in the middle of the page, as large as the words leave room for. */
const Head = (props: StepOpenerProps) => {
  const theme = useTheme();
  const { motif } = theme;
  const { section } = props;
  const numeral = useNumeralStyle(props);
  const raised = useOverCapitals(theme.type.stepTitle) - useOverCapitals(numeral);
  const share = Math.min(1, useBowlRoom(props, 'body') / motifHeight(motif.opener));
  return (
    <>
      <Beside style={WHOLE} margin={<Numeral section={section} style={numeral} raised={raised} />}>
        <Box style={{ marginTop: theme.type.label.leading }}>
          <Title section={section} />
        </Box>
      </Beside>
      {share < SMALLEST ? null : (
        <Beside margin={null}>
          <Decoration>
            <Motif width={share * motif.opener} joined={joined(props)} />
          </Decoration>
        </Beside>
      )}
    </>
  );
};

/** In one column, the motif stands beside the numeral, if the page has room for it. */
const StackedHead = (props: StepOpenerProps) => {
  const { motif, space } = useTheme();
  const { section } = props;
  const numeral = useNumeralStyle(props);
  const fits = motifHeight(motif.opener) <= useBowlRoom(props, 'entry');
  return (
    <Box style={WHOLE}>
      <Box style={{ flexDirection: 'row', justifyContent: 'space-between', marginBottom: space.m }}>
        <Numeral section={section} style={numeral} raised={0} />
        {fits ? (
          <Decoration>
            <Motif width={motif.opener} joined={joined(props)} />
          </Decoration>
        ) : null}
      </Box>
      <Title section={section} />
    </Box>
  );
};

/** The number of the step under the word for it. */
const Numeral = ({ section, style: { size, leading }, raised }: SectionProps & { style: TypeStyle; raised: number }) => {
  const { colors } = useTheme();
  const strings = useStrings();
  return (
    <Box role="P">
      <Words type="label" role="Span" style={{ color: colors.accent }}>
        {strings.step}
      </Words>
      <Words type="numeral" role="Span" style={{ color: colors.accent, marginTop: raised, fontSize: size, lineHeight: leading / size }}>
        {`${section.number ?? 0}`}
      </Words>
    </Box>
  );
};

/** The title, and one sentence of aim. */
const Title = ({ section }: SectionProps) => {
  const { colors, column, space } = useTheme();
  return (
    <>
      <Box destination={section.id} bookmark={{ title: plain(section.title), level: 1 }}>
        <Words type="stepTitle" role="H2" style={{ color: colors.title }}>
          <Prose of={section.title} />
        </Words>
      </Box>
      <Words type="lead" style={{ marginTop: space.m, maxWidth: column.measure }}>
        <Prose of={section.purpose} />
      </Words>
    </>
  );
};

/** The worksheets of the step, with their pages. */
const InThisStep = ({ entries }: { entries: readonly Entry[] }) => {
  const { space } = useTheme();
  const strings = useStrings();
  const stacked = useStacked();
  const type = stacked ? 'entry' : 'body';
  return (
    <Beside margin={<MarginWords>{strings.inThisStep}</MarginWords>}>
      <Box role="TOC">
        {entries.map((entry) => (
          <Box role="TOCI" key={entry.destination}>
            <Box role="Reference" link={{ to: `#${entry.destination}`, description: entry.title }} style={{ flexDirection: 'row' }}>
              <Words type={type} role="Span" style={{ flex: 1, paddingRight: space.m }}>
                {entry.title}
              </Words>
              <PageNumber of={entry.destination} type={type} />
            </Box>
          </Box>
        ))}
      </Box>
    </Beside>
  );
};

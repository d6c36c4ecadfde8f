import { Box, Prose, Words, say, useHelpLines, useStrings, useTheme, type BlockProps, type HelpLine, type ProseSpans } from 'mendbook/kit';
import { Main } from '../parts/columns.tsx';

/** People who answer: the name of each line at the left, its number at the right, and what it is for. */
export const HelpLines = ({ block }: BlockProps<'help-lines'>) => {
  const { space, column, colors } = useTheme();
  const strings = useStrings();
  const help = useHelpLines();
  return (
    <>
      <Main flow={{ keepWithNext: true }} style={{ marginTop: space.l, maxWidth: column.measure }}>
        <Words>
          <Prose of={block['help-lines']} />
        </Words>
      </Main>
      {help ? (
        <>
          {/* Before the numbers that it is about: behind them, a page could begin with it. */}
          <Main flow={{ keepWithNext: true }} style={{ marginTop: space.s }}>
            <Words type="hint" style={{ color: colors.muted }}>
              {`${help.country}. ${say(strings.checkedOn, { date: help.collected })}`}
            </Words>
          </Main>
          <Main role="L" flow={{ split: true }} style={{ marginTop: space.s }}>
            {help.lines.map((line) => (
              <Line key={line.name} line={line} />
            ))}
          </Main>
        </>
      ) : (
        <Main style={{ marginTop: space.s, maxWidth: column.measure }}>
          <Words>{strings.findHelp}</Words>
        </Main>
      )}
    </>
  );
};

/** The number of a line takes at most this share of the width beside its name. */
const NUMBER = '50%';

/** The other ways to reach a line, and its hours, one after the other. */
const waysOf = ({ text, web, hours }: HelpLine): ProseSpans => {
  const site = web?.replace(/^https?:\/\//, '');
  const ways: ProseSpans = [...(text ? [{ text }] : []), ...(site && web ? [{ text: site, href: web }] : []), ...(hours ? [{ text: hours }] : [])];
  return ways.flatMap((way, index) => (index > 0 ? [{ text: ' · ' }, way] : [way]));
};

/** A line: its name and number, and under them what it is for and how else it is reached. */
const Line = ({ line }: { line: HelpLine }) => {
  const { space, colors, ruling } = useTheme();
  const ways = waysOf(line);
  return (
    <Box role="LI" style={{ paddingTop: space.xs, paddingBottom: space.xs, borderTop: `${ruling.table} solid ${colors.rule}` }}>
      <Box role="Lbl" style={{ flexDirection: 'row', columnGap: space.m }}>
        <Words type="prompt" style={{ flex: 1 }}>
          {line.name}
        </Words>
        {line.phone ? (
          <Words type="prompt" style={{ maxWidth: NUMBER }}>
            {line.phone}
          </Words>
        ) : null}
      </Box>
      <Box role="LBody">
        <Words type="hint" style={{ color: colors.muted }}>
          {line.for}
        </Words>
        {ways.length > 0 ? (
          <Words type="hint">
            <Prose of={ways} />
          </Words>
        ) : null}
      </Box>
    </Box>
  );
};

import { Box, Prose, Words, say, useHelpLines, useStrings, useTheme, type BlockProps, type HelpLine } from 'mendbook/kit';
import { Main } from '../parts/columns.tsx';

/** People who answer: what each line is for at the left, how to reach it at the right. */
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
          <Main role="L" flow={{ split: true }} style={{ marginTop: space.m }}>
            {help.lines.map((line) => (
              <Line key={line.name} line={line} />
            ))}
          </Main>
          <Main style={{ marginTop: space.s }}>
            <Words type="hint" style={{ color: colors.muted }}>
              {`${help.country}. ${say(strings.checkedOn, { date: help.collected })}`}
            </Words>
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

/** The shares of the width of what a line is for, and of how to reach it. */
const SHARES = { who: 1.3, how: 1 };

const across = (share: number) => ({ flexGrow: share, flexShrink: 1, flexBasis: 0 });

const Line = ({ line }: { line: HelpLine }) => {
  const { space, colors, ruling } = useTheme();
  const site = line.web?.replace(/^https?:\/\//, '');
  return (
    <Box
      role="LI"
      style={{ flexDirection: 'row', columnGap: space.m, paddingTop: space.s, paddingBottom: space.s, borderTop: `${ruling.table} solid ${colors.rule}` }}
    >
      <Box role="Lbl" style={across(SHARES.who)}>
        <Words type="prompt">{line.name}</Words>
        <Words type="hint" style={{ color: colors.muted }}>
          {line.for}
        </Words>
      </Box>
      <Box role="LBody" style={across(SHARES.how)}>
        {line.phone ? <Words type="prompt">{line.phone}</Words> : null}
        {line.text ? <Words type="hint">{line.text}</Words> : null}
        {site && line.web ? (
          <Words type="hint">
            <Prose of={[{ text: site, href: line.web }]} />
          </Words>
        ) : null}
        {line.hours ? (
          <Words type="hint" style={{ color: colors.muted }}>
            {line.hours}
          </Words>
        ) : null}
      </Box>
    </Box>
  );
};

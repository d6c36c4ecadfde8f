import { Box, Decoration, Logo, Words, usePractice, useTheme, type ClosingProps } from 'mendbook/kit';
import { useFitsBeside } from './parts/beside.ts';
import { useAxis, useNarrow } from './parts/columns.tsx';

/** At the end of the book, over a rule: whose copy it is and how to reach them. */
export const Closing = ({ practice }: ClosingProps) => {
  const { space, colors, ruling, column } = useTheme();
  const axis = useAxis();
  const { name, counselor, credentials, contact, license } = practice;
  const longest = contact.toSorted((one, other) => other.length - one.length)[0] ?? '';
  const stacked = [useNarrow(), !useFitsBeside(longest)].includes(true);
  const who = [counselor, credentials].filter((line) => line !== undefined).join(', ');
  return (
    <Box style={{ marginLeft: axis }}>
      <Decoration style={{ height: ruling.frame, backgroundColor: colors.mark, marginBottom: space.m }} />
      <Quiet />
      <Box style={{ flexDirection: stacked ? 'column' : 'row', columnGap: space.l }}>
        <Box style={stacked ? {} : { flex: 1 }}>
          <Box bookmark={{ title: name, level: 1 }}>
            <Words type="section" role="H2">
              {name}
            </Words>
          </Box>
          {who ? <Words style={{ marginTop: space.xs / 2 }}>{who}</Words> : null}
        </Box>
        <Box style={stacked ? { marginTop: space.s } : { flex: 1 }}>
          {contact.map((line, index) => (
            <Words key={index}>{line}</Words>
          ))}
        </Box>
      </Box>
      {license ? (
        <Words type="hint" style={{ color: colors.muted, marginTop: space.s, maxWidth: column.measure }}>
          {license}
        </Words>
      ) : null}
    </Box>
  );
};

/** The logo with the space under it that it asks for. Its words stand beside it. */
const Quiet = () => {
  const { logo } = useTheme();
  return usePractice()?.logo ? (
    <Box style={{ marginBottom: logo.quiet }}>
      <Logo decorative />
    </Box>
  ) : null;
};

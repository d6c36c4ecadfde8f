import { Box, Words, plain, say, useStrings, useTheme, type ProseSpans } from 'mendbook/kit';

/** What a list is about, in small words over those of its items that stand on a further page. */
export const Continued = ({ of }: { of: ProseSpans }) => {
  const { space, colors, column } = useTheme();
  const strings = useStrings();
  return (
    <Box artifact="Layout" flow={{ continued: true }} style={{ paddingBottom: space.xs, maxWidth: column.measure }}>
      <Words type="hint" style={{ color: colors.muted }}>
        {say(strings.listContinued, { prompt: plain(of) })}
      </Words>
    </Box>
  );
};

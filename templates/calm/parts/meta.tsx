/** How long a page takes, and whether it is done alone: an icon and words for each. */
import { Box, Words, say, useStrings, useTheme, type ReactNode } from 'mendbook/kit';
import { ClockIcon, CompanyIcon } from '../drawings/icons.tsx';

interface MetaProps {
  minutes?: number | undefined;
  company?: 'alone' | 'together' | 'either' | undefined;
  /** Side by side instead of one below the other, as the margin column needs it. */
  across?: boolean;
}

const Item = ({ icon, words, across }: { icon: ReactNode; words: string; across: boolean }) => {
  const { icon: size, type, space, colors } = useTheme();
  return (
    <Box style={{ flexDirection: 'row', columnGap: space.xs }}>
      <Box style={{ paddingTop: Math.max(0, type.hint.leading - size.size) / 2 }}>{icon}</Box>
      <Words type="hint" style={{ color: colors.muted, ...(across ? {} : { flex: 1 }) }}>
        {words}
      </Words>
    </Box>
  );
};

/** What is known of the two, in the margin column or side by side. */
export const Meta = ({ minutes, company, across = false }: MetaProps) => {
  const strings = useStrings();
  const { space, column } = useTheme();
  const row = across || column.margin === 0;
  return (
    <Box style={row ? { flexDirection: 'row', columnGap: space.l } : { rowGap: space.xs / 2 }}>
      {minutes ? <Item icon={<ClockIcon />} words={say(strings.minutes, { minutes })} across={row} /> : null}
      {company ? <Item icon={<CompanyIcon company={company} />} words={strings[company]} across={row} /> : null}
    </Box>
  );
};

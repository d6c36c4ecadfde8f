/** How long a page takes, and whether it is done alone: an icon and words for each. */
import { Box, Words, useStrings, useTheme, type ReactNode } from 'mendbook/kit';
import { ClockIcon, CompanyIcon, SafetyIcon } from '../drawings/icons.tsx';
import { useDuration } from './duration.ts';

interface MetaProps {
  minutes?: number | undefined;
  /** In how many sittings that is done, where it is more than one. */
  sittings?: number;
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
export const Meta = ({ minutes = 0, sittings = 1, company, across = false }: MetaProps) => {
  const strings = useStrings();
  const duration = useDuration(minutes, sittings);
  const { space, column, colors } = useTheme();
  const row = across || column.margin === 0;
  return (
    <Box style={row ? { flexDirection: 'row', flexWrap: 'wrap', columnGap: space.l } : { rowGap: space.xs / 2, marginRight: -column.gap / 2 }}>
      {minutes ? <Item icon={<ClockIcon />} words={duration} across={row} /> : null}
      {company ? <Item icon={<CompanyIcon company={company} />} words={strings[company]} across={row} /> : null}
      {company === 'together' && !across ? <Item icon={<SafetyIcon color={colors.signal} />} words={strings.ifBothCanSayNo} across={row} /> : null}
    </Box>
  );
};

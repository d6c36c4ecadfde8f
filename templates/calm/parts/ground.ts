/** What sets a head apart from what stands under it: a rule, and a tint, which some printers drop. */
import { useTheme, type Style } from 'mendbook/kit';

/** So much thicker than the other rules of a table is the one under its head. */
const STRONG = 2;

/** The style of a head. */
export const useGround = (): Style => {
  const { colors, ruling } = useTheme();
  return {
    borderBottom: `${STRONG * ruling.table} solid ${colors.edge}`,
    ...(colors.tint === colors.paper ? {} : { backgroundColor: colors.tint }),
  };
};

/** What sets a head apart from what stands under it: a tint, or where there is none a rule. */
import { useTheme, type Style } from 'mendbook/kit';

/** So much thicker than the other rules of a table is the one under its head. */
const STRONG = 2;

/** The style of a head. */
export const useGround = (): Style => {
  const { colors, ruling } = useTheme();
  return colors.tint === colors.paper ? { borderBottom: `${STRONG * ruling.table} solid ${colors.edge}` } : { backgroundColor: colors.tint };
};

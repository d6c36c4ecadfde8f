/** The margins of bound copies: the inner one grows, the outer one gives what it can, the text gives the rest. */
import type { Paper } from '../kit/theme.ts';
import type { Binding } from '../options/papers.ts';

/** What a theme says of bound copies, in points. */
export interface BindingTokens {
  threeHole: number;
  twoHole: number;
  booklet: number;
  /** The outer margin never gives more than to this. */
  outer: number;
}

const EXTRA: Record<Exclude<Binding, 'none'>, Exclude<keyof BindingTokens, 'outer'>> = { '3-hole': 'threeHole', '2-hole': 'twoHole', booklet: 'booklet' };

/** A sheet as a theme gives it. */
type Sheet = Omit<Paper, 'left' | 'right'>;

/** How much a binding adds to the inner margin, and how much of that the text has to give, in points. */
export const bindingCost = ({ outer }: Sheet, binding: Binding, tokens: BindingTokens): { extra: number; fromText: number } => {
  const extra = binding === 'none' ? 0 : tokens[EXTRA[binding]];
  return { extra, fromText: Math.max(0, extra - Math.max(0, outer - tokens.outer)) };
};

/**
 * The paper of a copy that is bound: as wide a text as before where the outer margin can give what the inner one gets.
 * Its margins at the left and right are those of a right-hand page; see `facing` for the other side.
 */
export const bound = (sheet: Sheet, binding: Binding, tokens: BindingTokens): Paper => {
  const { extra, fromText } = bindingCost(sheet, binding, tokens);
  const inner = sheet.inner + extra;
  const outer = sheet.outer - (extra - fromText);
  return { ...sheet, inner, outer, left: inner, right: outer };
};

/** Computes the margins of bound copies: the inner one grows at the cost of the outer one, and then of the text. */
import type { Paper } from '../kit/theme.ts';
import type { Binding } from '../options/papers.ts';

/** The tokens of a theme for bound copies, in points. */
export interface BindingTokens {
  threeHole: number;
  twoHole: number;
  booklet: number;
  /** The least outer margin. */
  outer: number;
}

const EXTRA: Record<Exclude<Binding, 'none'>, Exclude<keyof BindingTokens, 'outer'>> = { '3-hole': 'threeHole', '2-hole': 'twoHole', booklet: 'booklet' };

/** A sheet as a theme gives it. */
type Sheet = Omit<Paper, 'left' | 'right'>;

/** How much a binding adds to the inner margin, and how much of that reduces the width of the text, in points. */
export const bindingCost = ({ outer }: Sheet, binding: Binding, tokens: BindingTokens): { extra: number; fromText: number } => {
  const extra = binding === 'none' ? 0 : tokens[EXTRA[binding]];
  return { extra, fromText: Math.max(0, extra - Math.max(0, outer - tokens.outer)) };
};

/**
 * The paper of a bound copy. The width of the text stays the same if the outer margin can shrink by as much as the inner one grows.
 * Its margins at the left and right are those of a right-hand page; see `facing` for the other side.
 */
export const bound = (sheet: Sheet, binding: Binding, tokens: BindingTokens): Paper => {
  const { extra, fromText } = bindingCost(sheet, binding, tokens);
  const inner = sheet.inner + extra;
  const outer = sheet.outer - (extra - fromText);
  return { ...sheet, inner, outer, left: inner, right: outer };
};

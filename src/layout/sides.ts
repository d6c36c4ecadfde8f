/** The two sides of a bound copy: page 1 is a right-hand page, and what is bound at its left is bound at the right on the next. */
import type { Theme } from '../kit/theme.ts';

export type Side = 'left' | 'right';

/**
 * The side of the opening that a page is on.
 *
 * @param index of the page in the file, from 0
 * @param mirrored whether the copy has two sides; else all pages are alike, as right-hand ones
 */
export const sideOf = (index: number, mirrored: boolean): Side => (mirrored && index % 2 === 1 ? 'left' : 'right');

/** The theme as it holds on one side: the inner margin is at the binding edge. */
export const facing = (theme: Theme, side: Side): Theme => {
  const { inner, outer } = theme.paper;
  return { ...theme, paper: { ...theme.paper, ...(side === 'right' ? { left: inner, right: outer } : { left: outer, right: inner }) } };
};

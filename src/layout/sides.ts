/** The left and right pages of a bound copy, whose margins mirror each other; page 1 is a right-hand page. */
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

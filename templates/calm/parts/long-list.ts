/** Whether a list is so long that a page may end within it. */
import { useTheme } from 'mendbook/kit';

/** A list that takes more of a page stands on two, rather than leaving much of the first one empty. */
const MUCH = 0.4;

/** Whether so many items, each of at least a height in points, take much of a page: in large print, shorter lists do. */
export const useIsLong = (items: number, height: number): boolean => {
  const { paper } = useTheme();
  return items * height > MUCH * (paper.height - paper.top - paper.bottom);
};

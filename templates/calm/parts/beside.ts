/** Whether words leave room for a line to write on beside them. */
import { useTheme } from 'mendbook/kit';
import { useMainWidth } from './columns.tsx';

/** The mean width of a letter of the text font, in ems (Atkinson Hyperlegible Next: 0.46). */
const LETTER = 0.46;
/** The widest words that still leave room, as a share of the main column. */
const MOST = 0.5;

/** Tells whether words in body type take at most half of the main column. */
export const useFitsBeside = (words: string): boolean => {
  const { type } = useTheme();
  return words.length * LETTER * type.body.size <= MOST * useMainWidth();
};

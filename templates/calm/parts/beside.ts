/** Whether words leave room for a line to write on beside them. */
import { leastWidth, useTheme, type Expects } from 'mendbook/kit';
import { useMainWidth } from './columns.tsx';

/** The widest words that still leave room for a line, as a share of the main column. */
const MOST = 0.5;

/** The width in points that words in body type take on one line, about. */
const useWidthOf = (): ((words: string) => number) => {
  const { type, fonts } = useTheme();
  return (words) => words.length * fonts.metrics[type.body.font].letter * type.body.size;
};

/** Tells whether words in body type take at most half of the main column. */
export const useFitsBeside = (words: string): boolean => useWidthOf()(words) <= MOST * useMainWidth();

/** The widest words that leave room for a date or a number, as a share of the main column: letters may be wider than the mean. */
const MOST_BESIDE_SHORT = 0.68;

/**
 * Tells whether words in body type leave room on their line for what is expected there: half of the main column, or as much as a date or a number needs.
 *
 * @param expects what is written beside the words
 */
export const useLeavesRoomFor = (words: string, expects: Expects | undefined): boolean => {
  const { type, fonts, ruling } = useTheme();
  const width = useMainWidth();
  const fits = useFitsBeside(words);
  const taken = useWidthOf()(words);
  if (expects !== 'date' && expects !== 'number') return fits;
  const { size: fontSize } = type.field;
  const least = leastWidth(expects, { lines: 1, leading: ruling.leading, fontSize, letter: fonts.metrics.field.prose * fontSize, beside: true });
  return fits || taken <= Math.min(MOST_BESIDE_SHORT * width, width - least);
};

/** So many tick boxes stand side by side at most, when all their words are short. */
const ROW = 4;

/**
 * How many tick boxes of a list stand side by side: all in a row where they are few and short, else two, else one.
 *
 * @param items the words of each
 * @param alone whether nothing else belongs to the list, such as a line for own words
 */
export const useAbreast = (items: readonly string[], alone: boolean): number => {
  const { tick } = useTheme();
  const width = useMainWidth();
  const widthOf = useWidthOf();
  const widest = Math.max(...items.map(widthOf)) + tick.size + 2 * tick.gap;
  if (alone && items.length <= ROW && widest <= width / ROW) return ROW;
  return items.length >= ROW && widest <= width / 2 ? 2 : 1;
};

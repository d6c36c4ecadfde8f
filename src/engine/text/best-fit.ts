/** Breaks a paragraph line by line where total-fit finds no good lines, with the same results as textkit (its applyBestFit). */
import { INFINITE, type Item } from './items.ts';

interface Sums {
  width: number;
  stretch: number;
  shrink: number;
}

const ratioOf = (item: Item, { width, stretch, shrink }: Sums, length: number): number => {
  const own = item.kind === 'glue' ? item : { stretch: 0, shrink: 0 };
  if (width < length) return own.stretch && stretch - own.stretch > 0 ? (length - width) / stretch : INFINITE;
  if (width > length) return own.shrink && shrink - own.shrink > 0 ? (length - width) / shrink : INFINITE;
  return 0;
};

/** The first item from `from` on that a word is, or the end. */
const nextBox = (items: readonly Item[], from: number): number => {
  let at = from;
  while (at < items.length && items[at]?.kind !== 'box') at += 1;
  return at;
};

/** Where a line that begins at an item ends, counted from there; nothing where all that is left fits. */
const endOfLine = (items: readonly Item[], length: number): number | undefined => {
  const sums: Sums = { width: 0, stretch: 0, shrink: 0 };
  let position: number | undefined;
  let least = Infinity;
  for (const [at, item] of items.entries()) {
    if (item.kind === 'box') sums.width += item.width;
    if (item.kind === 'glue') {
      sums.width += item.width;
      sums.stretch += item.stretch;
      sums.shrink += item.shrink;
    }
    const before = items[nextBox(items, at + 1) - 1];
    const hyphen = before?.kind === 'penalty' ? before.width : 0;
    if (sums.width - sums.shrink + hyphen > length) return position ?? nextBox(items, at === 0 ? 1 : at) - 1;
    if (item.kind !== 'box') {
      const badness = 100 * Math.abs(ratioOf(item, sums, length)) ** 3 + (item.kind === 'penalty' ? item.penalty : 0);
      if (least >= badness) {
        position = at;
        least = badness;
      }
    }
  }
  return undefined;
};

/**
 * The items that lines end at, from the start of the paragraph (0).
 * @param length of every line, in points
 */
export const bestFit = (items: readonly Item[], length: number): number[] => {
  const breaks = [0];
  let from = 0;
  while (from < items.length) {
    const end = endOfLine(items.slice(from), length);
    if (end === undefined) break;
    breaks.push(from + end);
    from += end + 1;
  }
  return breaks;
};

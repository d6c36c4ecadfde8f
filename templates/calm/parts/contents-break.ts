/** Where the contents are divided: into two columns, or into pages. */
import { useTheme, type Entry } from 'mendbook/kit';

/** Lines are not filled to their ends: their words need so much more than the letters alone; those of a single line may be a little wider than others. */
const RAGGED = 1.1;
const WIDER = 1.04;

/** The gaps between lists may shrink to these shares, one after the other, where that keeps every step in one column. */
const CLOSER = [1, 0.75, 0.5, 0.25];

/** The packing of pages lets a gap shrink so far, where that spares one. */
const LEAST_GAP = 0.5;

/** Where the second column begins, and the gap between two lists in points. */
export interface ContentsBreak {
  /** The index of its first entry. */
  at: number;
  gap: number;
}

/** The height that is left under the title of the contents, in points. */
const useRoom = (): number => {
  const { paper, space, type, head } = useTheme();
  const lines = [head.bar, head.rule].reduce((all, line) => all + (line > 0 ? line + space.s : 0), 0);
  return paper.height - paper.top - paper.bottom - type.title.leading - space.s - lines;
};

/**
 * Whether the lists of one column stand on as few pages as can be though none of them is divided.
 * @param lists The entries of each list
 */
export const useFitsWhole = (lists: readonly (readonly Entry[])[]): boolean => {
  const { paper, space, type } = useTheme();
  const page = paper.height - paper.top - paper.bottom;
  const first = useRoom();
  let left = first;
  let pages = 1;
  let all = 0;
  for (const list of lists) {
    const height = list.reduce((sum, { level }) => sum + type[level === 1 ? 'prompt' : 'entry'].leading, 0);
    // Gaps may shrink.
    const gap = LEAST_GAP * space.xs;
    all += height + gap;
    if (height > left) {
      left = page;
      pages += 1;
    }
    left -= height + gap;
  }
  return pages <= 1 + Math.ceil((all - first) / page);
};

/**
 * Where the contents are divided into two columns that are about as long: between two steps where the columns fit on the page so, else within one;
 * nothing where they do not fit.
 */
export const useContentsBreak = (entries: readonly Entry[]): ContentsBreak | undefined => {
  const { paper, space, type, fonts, list, contents } = useTheme();
  const width = (paper.width - paper.inner - paper.outer - space.l) / 2 - contents.page - space.xs;
  const heightOf = ({ level, number, title }: Entry): number => {
    const { size, leading, font } = type[level === 1 ? 'label' : 'entry'];
    const room = level === 1 && number === undefined ? width : width - list.marker;
    const lines = (title.length * fonts.metrics[font].letter * size) / room;
    return (lines * WIDER <= 1 ? 1 : Math.ceil(lines * RAGGED)) * leading;
  };
  const heights = entries.map(heightOf);
  const isTitle = (index: number): boolean => entries[index]?.level === 1;
  /** The height of the entries between two, in points; no gap stands above the first. */
  const heightFrom = (from: number, to: number, gap: number): number =>
    heights.slice(from, to).reduce((all, height, index) => all + height + (index > 0 && isTitle(from + index) ? gap : 0), 0);
  const room = useRoom();
  const best = (places: readonly number[], gap: number): ContentsBreak | undefined => {
    const fitting = places
      .map((at) => ({ at, tallest: Math.max(heightFrom(0, at, gap), heightFrom(at, entries.length, gap)) }))
      .filter(({ tallest }) => tallest <= room)
      .toSorted((one, other) => one.tallest - other.tallest);
    return fitting[0] && { at: fitting[0].at, gap };
  };
  const places = entries.map((_, index) => index).slice(1);
  const between = places.filter(isTitle);
  // No title stands alone at a foot, no entry alone at a foot or a head.
  const within = places.filter((at) => ![at, at - 1, at - 2, at + 1].some(isTitle) && at + 1 < entries.length);
  const gaps = CLOSER.map((share) => share * space.xs);
  for (const gap of gaps) {
    const whole = best(between, gap);
    if (whole) return whole;
  }
  return best(within, space.xs);
};

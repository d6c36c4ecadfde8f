/** Where the contents are divided into two columns. */
import { useTheme, type Entry } from 'mendbook/kit';

/** Lines are not filled to their ends: their words need so much more than the letters alone. */
const RAGGED = 1.1;

/** A column that is so many points longer is better than a step that is divided. */
const DIVIDED = 40;

/** The index of the first entry of the second column, so that both are about as long; nothing where they do not fit on a page. */
export const useContentsBreak = (entries: readonly Entry[]): number | undefined => {
  const { paper, space, type, fonts, list, contents, head } = useTheme();
  const width = (paper.width - paper.inner - paper.outer - space.l) / 2 - contents.page - space.xs;
  const heightOf = ({ level, number, title }: Entry): number => {
    const { size, leading, font } = type[level === 1 ? 'label' : 'entry'];
    const room = level === 1 && number === undefined ? width : width - list.marker;
    const lines = Math.ceil((title.length * RAGGED * fonts.metrics[font].letter * size) / room);
    return lines * leading + (level === 1 ? space.xs : 0);
  };
  const heights = entries.map(heightOf);
  const sum = (from: number, to: number): number => heights.slice(from, to).reduce((all, height) => all + height, 0);
  const lines = [head.bar, head.rule].reduce((all, line) => all + (line > 0 ? line + space.s : 0), 0);
  const room = paper.height - paper.top - paper.bottom - type.title.leading - space.s - lines;
  const isTitle = (index: number): boolean => entries[index]?.level === 1;
  let best: { at: number; cost: number } | undefined;
  for (let at = 1; at < entries.length; at += 1) {
    // No title stands alone at a foot, no entry alone at a foot or a head.
    const inside = !isTitle(at);
    if (inside && (isTitle(at - 1) || isTitle(at - 2) || isTitle(at + 1) || at + 1 === entries.length)) continue;
    const tallest = Math.max(sum(0, at), sum(at, entries.length));
    const cost = tallest + (inside ? DIVIDED : 0);
    if (tallest <= room && (!best || cost < best.cost)) best = { at, cost };
  }
  return best?.at;
};

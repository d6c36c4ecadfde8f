/**
 * Finds where the lines of a paragraph end: total-fit line breaking (D. E. Knuth and M. F. Plass, "Breaking paragraphs into lines", 1981), with
 * the weights of textkit (its linebreaker and linebreak), so that both break alike.
 */
import { bestFit } from './best-fit.ts';
import { INFINITE, type Item } from './items.ts';

/** Of a line, of two penalties that follow each other, and of two lines one of which is much tighter than the other. */
const DEMERITS = { line: 10, flagged: 100, fitness: 3000 };
/** How far spaces may stretch: at first, by how much more at each further try, and at most. */
const TOLERANCE = { first: 4, step: 5, most: 50 };

/** A place where a line may end, on the best way to it; the sums are of what stands before the next line. */
interface Break {
  at: number;
  demerits: number;
  line: number;
  fitness: number;
  width: number;
  stretch: number;
  shrink: number;
  before: Break | undefined;
}

interface Sums {
  width: number;
  stretch: number;
  shrink: number;
}

/** How much the spaces of a line stretch (above 0) or shrink. */
const ratioOf = (item: Item, sums: Sums, from: Break, length: number): number => {
  const width = sums.width - from.width + (item.kind === 'penalty' ? item.width : 0);
  if (width < length) {
    const stretch = sums.stretch - from.stretch;
    return stretch > 0 ? (length - width) / stretch : INFINITE;
  }
  if (width > length) {
    const shrink = sums.shrink - from.shrink;
    return shrink > 0 ? (length - width) / shrink : INFINITE;
  }
  return 0;
};

const fitnessOf = (ratio: number): number => (ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3);

const demeritsOf = (ratio: number, item: Item, from: Break, fitness: number, afterPenalty: boolean): number => {
  const badness = Math.abs(ratio);
  const line = DEMERITS.line + 100 * badness * badness * badness;
  let demerits = line * line;
  if (item.kind === 'penalty') {
    if (item.penalty >= 0) demerits += item.penalty * item.penalty;
    else if (item.penalty !== -INFINITE) demerits -= item.penalty * item.penalty;
    if (afterPenalty) demerits += DEMERITS.flagged;
  }
  if (Math.abs(fitness - from.fitness) > 1) demerits += DEMERITS.fitness;
  return demerits + from.demerits;
};

/** What a line that ends at an item leaves behind: spaces at its end are not carried over. */
const sumsAfter = (items: readonly Item[], sums: Sums, at: number): Sums => {
  const after = { ...sums };
  for (let index = at; index < items.length; index += 1) {
    const item = items[index] as Item;
    if (item.kind === 'glue') {
      after.width += item.width;
      after.stretch += item.stretch;
      after.shrink += item.shrink;
    } else if (item.kind === 'box' || (item.penalty === -INFINITE && index > at)) break;
  }
  return after;
};

/** The breaks that are still open after an item: those before it that a line may yet begin at, and the best ones that end a line here. */
const openAfter = (open: readonly Break[], items: readonly Item[], at: number, sums: Sums, length: number, tolerance: number): Break[] => {
  const item = items[at] as Item;
  const forced = item.kind === 'penalty' && item.penalty === -INFINITE;
  const next: Break[] = [];
  let index = 0;
  while (index < open.length) {
    const best: (Break | undefined)[] = [undefined, undefined, undefined, undefined];
    const least = [Infinity, Infinity, Infinity, Infinity];
    while (index < open.length) {
      const from = open[index] as Break;
      const ratio = ratioOf(item, sums, from, length);
      if (!(ratio < -1 || forced)) next.push(from);
      if (ratio >= -1 && ratio <= tolerance) {
        const fitness = fitnessOf(ratio);
        const demerits = demeritsOf(ratio, item, from, fitness, items[from.at]?.kind === 'penalty');
        if (demerits < (least[fitness] as number)) {
          least[fitness] = demerits;
          best[fitness] = from;
        }
      }
      index += 1;
      // textkit tells the first line from all others, whose length is the same.
      if (from.line === 0 && (open[index]?.line ?? 0) > 0) break;
    }
    let after: Sums | undefined;
    for (let fitness = 0; fitness < best.length; fitness += 1) {
      const before = best[fitness];
      if (!before) continue;
      after ??= sumsAfter(items, sums, at);
      const { width, stretch, shrink } = after;
      next.push({ at, demerits: least[fitness] as number, line: before.line + 1, fitness, width, stretch, shrink, before });
    }
  }
  return next;
};

/** The breaks with the fewest demerits, from the start of the paragraph (0); none where no line can be set with that tolerance. */
const totalFit = (items: readonly Item[], length: number, tolerance: number): number[] => {
  let open: Break[] = [{ at: 0, demerits: 0, line: 0, fitness: 0, width: 0, stretch: 0, shrink: 0, before: undefined }];
  const sums: Sums = { width: 0, stretch: 0, shrink: 0 };
  for (const [at, item] of items.entries()) {
    if (item.kind === 'box') sums.width += item.width;
    else if (item.kind === 'glue') {
      if (items[at - 1]?.kind === 'box') open = openAfter(open, items, at, sums, length, tolerance);
      sums.width += item.width;
      sums.stretch += item.stretch;
      sums.shrink += item.shrink;
    } else open = openAfter(open, items, at, sums, length, tolerance);
  }
  let last: Break | undefined;
  for (const each of open) if (!last || each.demerits < last.demerits) last = each;
  const breaks: number[] = [];
  for (; last; last = last.before) breaks.push(last.at);
  return breaks.toReversed();
};

/**
 * The items of a paragraph that its lines end at.
 * @param items with `ENDING` at their end
 * @param length of every line, in points
 * @returns their indices, without the last, which ends the paragraph
 */
export const breaksOf = (items: readonly Item[], length: number): number[] => {
  let tolerance = TOLERANCE.first;
  let breaks = totalFit(items, length, tolerance);
  while (breaks.length === 0 && tolerance < TOLERANCE.most) {
    tolerance += TOLERANCE.step;
    breaks = totalFit(items, length, tolerance);
  }
  if (breaks.length === 0 || (breaks.length === 1 && breaks[0] === 0)) breaks = bestFit(items, length);
  return breaks.slice(1).filter((at) => at !== items.length - 1);
};

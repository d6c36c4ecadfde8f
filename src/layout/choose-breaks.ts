/** Chooses all breaks of a run of pages together, so that as few of them as can be are half empty. */
import { growthOf, spareOf } from './grow-fields.ts';
import { chainFrom, heightOfChain, SLACK } from './pack-run.ts';
import { partOf, rowsIn, TOGETHER } from './split-unit.ts';
import type { Unit } from './units.ts';

/** Where a page begins or ends: before a unit, or before a row of it. */
export interface Place {
  unit: number;
  row: number;
}

/** What stands from one place to another. */
export interface Stretch {
  begin: Place;
  end: Place;
  /** By so much its fields have to shrink, in points. */
  over: number;
}

/** What is wrong with pages, against each other. */
const COSTS = {
  /** A page that is less full than these shares of its height, the emptiest first. */
  scant: [
    [1 / 3, 10_000],
    [1 / 2, 400],
    [3 / 5, 250],
  ],
  /** The last of a run: nothing follows that would have had room there, so that it may well be half full. */
  scantLast: [
    [1 / 3, 10_000],
    [9 / 20, 350],
    [1 / 2, 150],
  ],
  /** Of a whole page that is left empty: what comes first stands closer. */
  empty: 400,
  emptyLast: 200,
  /** A list of choices is read as a whole. */
  partedList: 2000,
  parted: 20,
  /** A tall row alone before or behind a cut. */
  single: 700,
  /** Of each row more that would have fitted where something is cut. */
  early: 250,
  /** Of a whole page of lines that fields give up. */
  lines: 200,
  /** A page more is worse than all that it could mend. */
  page: 100_000,
} as const;

/** What it costs that a page is filled to so small a share of its height; 0 where it holds enough. */
export const costOfScant = (full: number, isLast: boolean): number => (isLast ? COSTS.scantLast : COSTS.scant).find(([share]) => full < share)?.[1] ?? 0;

/** What a page costs that is filled to a share of its height. */
export const costOfPage = (full: number, isLast: boolean): number =>
  COSTS.page + costOfScant(full, isLast) + (isLast ? COSTS.emptyLast : COSTS.empty) * (1 - full);

/** What it costs that a list is parted which need not be. */
export const COST_OF_PARTED_LIST = COSTS.partedList;

interface Choice {
  cost: number;
  pages: readonly Stretch[];
}

/** The units behind which a page may end. */
const endsOf = (units: readonly Unit[], height: number): Set<number> => {
  const ends = new Set<number>();
  let index = 0;
  while (index < units.length) {
    index += Math.max(1, chainFrom(units, index, height).length);
    ends.add(index - 1);
  }
  return ends;
};

/**
 * The breaks of a run that cost least; fields give up lines where a page is too full without that.
 * @param units of a run: none but the first begins a page
 * @param height of the text area, in points
 * @returns the pages, in order, and what they cost; nothing where a unit fits on no page
 */
export const chooseBreaks = (units: readonly Unit[], height: number): Choice | undefined => {
  const ends = endsOf(units, height);
  // What may be cut has no fields that grow.
  const plays = units.map(({ node, flow }) => (flow.split ? { spare: 0, growth: 0 } : { spare: spareOf(node), growth: growthOf(node) }));
  const known = new Map<string, Choice | undefined>();

  /** Whether a page that a list stands on is tall enough for all of it, under what keeps with it. */
  const fitsWhole = (index: number): boolean => {
    let first = index;
    while (first > 0 && !ends.has(first - 1)) first -= 1;
    const whole = units.slice(first, index + 1).map((unit) => ({ ...unit, flow: {} }));
    return heightOfChain(whole, height) <= height + SLACK;
  };
  const costOfCut = (index: number): number => (units[index]?.continued && fitsWhole(index) ? COSTS.partedList : COSTS.parted);

  const isSingle = (begin: Place, end: Place): boolean => {
    const { rows } = rowsIn((units[end.unit] as Unit).node, height);
    return end.row - (begin.unit === end.unit ? begin.row : 0) < TOGETHER || rows - end.row < TOGETHER;
  };

  const from = (begin: Place): Choice | undefined => {
    const key = `${begin.unit} ${begin.row}`;
    if (!known.has(key)) known.set(key, search(begin));
    return known.get(key);
  };

  const search = (begin: Place): Choice | undefined => {
    let best: Choice | undefined;
    let y = 0;
    let [spare, growth] = [0, 0];
    const tryEnd = (end: Place, depth: number, early = 0): void => {
      const rest = end.unit === units.length ? { cost: 0, pages: [] } : from(end);
      if (!rest) return;
      const lines = Math.max(0, depth - height) / height;
      const full = Math.min(1, (depth + growth) / height);
      const cut = end.row > 0 ? costOfCut(end.unit) + COSTS.early * early + (isSingle(begin, end) ? COSTS.single : 0) : 0;
      const cost = costOfPage(full, end.unit === units.length) + cut + COSTS.lines * lines + rest.cost;
      if (!best || cost < best.cost) best = { cost, pages: [{ begin, end, over: Math.max(0, depth - height) }, ...rest.pages] };
    };
    for (let at = begin.unit; at < units.length; at += 1) {
      const unit = units[at] as Unit;
      const first = at === begin.unit;
      const row = first ? begin.row : 0;
      const gap = first ? 0 : unit.gap;
      const { rows, together } = unit.flow.split ? rowsIn(unit.node, height) : { rows: 0, together: 0 };
      const partTo = (to: number): number => partOf(unit.node, row, to, unit.continued).box.height;
      let fitting = row + together - 1;
      while (unit.flow.split && fitting < rows - together && y + gap + partTo(fitting + 1) <= height + spare + SLACK) fitting += 1;
      for (let to = row + together; to <= fitting; to += 1) tryEnd({ unit: at, row: to }, y + gap + partTo(to), fitting - to);
      y += gap + (row > 0 ? partTo(rows) : unit.height);
      spare += plays[at]?.spare ?? 0;
      growth += plays[at]?.growth ?? 0;
      if (y - spare > height + SLACK) break;
      const isLast = at === units.length - 1;
      if (isLast || unit.flow.breakAfter || ends.has(at)) tryEnd({ unit: at + 1, row: 0 }, y);
      if (unit.flow.breakAfter) break;
    }
    return best;
  };
  return from({ unit: 0, row: 0 });
};

/** Packs units into pages: what belongs together stays together, and no page ends with a heading. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { easePages } from './ease-pages.ts';
import { evenPages } from './even-pages.ts';
import { growInto, shortenTo, spareLines } from './grow-fields.ts';
import type { LaidOutNode } from './laid-out-node.ts';
import { type FittedUnit, packRun, SLACK } from './pack-run.ts';
import { fullness, type Packed, type PackedPage, type Placed } from './packed.ts';
import { fitPairs, levelPairs } from './pair-units.ts';
import { under } from './split-unit.ts';
import type { Unit } from './units.ts';

/** Where so much of a page is left empty, on all pages of a run together, one page less is tried. */
const LEFT = 0.35;

/** How much of their pages a run leaves empty, in pages. */
const leftEmpty = ({ pages }: Packed, height: number): number => pages.reduce((sum, page) => sum + Math.max(0, 1 - fullness(page, height)), 0);

/** The gaps between units may shrink to these shares, one after the other, where that avoids such a page. */
const CLOSER = [1, 0.85, 0.7, 0.55, 0.5, 0.45, 0.4];

/** A run of units, and the pages that it was packed into. */
interface PackedRun {
  units: readonly FittedUnit[];
  packed: Packed;
}

/** A run on fewer pages than `pages`: its units stand closer or, where that is not enough, its fields have fewer lines too; nothing where neither helps. */
const onFewerPages = (run: readonly FittedUnit[], pages: number, height: number, shorten: boolean): PackedRun | undefined => {
  let tight: PackedRun | undefined;
  const enough = (units: readonly FittedUnit[]): boolean => {
    const packed = packRun(units, height, shorten);
    if (packed.pages.length < pages) tight = { units, packed };
    return tight !== undefined;
  };
  const all = CLOSER.map((share) => run.map((unit) => ({ ...unit, gap: unit.gap * share })));
  if (all.slice(1).some(enough)) return tight;
  for (const closer of all) {
    spareLines(
      run.map(({ node }) => node),
      (nodes, lost) => enough(closer.map((unit, index) => ({ ...unit, node: nodes[index] as LaidOutNode, height: unit.height - (lost[index] ?? 0) }))),
    );
    if (tight) return tight;
  }
  return undefined;
};

/** Divides units into runs that each begin a page, and so are packed independently. */
const stretches = <U extends Unit>(units: readonly U[]): U[][] => {
  const runs: U[][] = [];
  for (const unit of units) {
    const run = runs.at(-1);
    if (!run || unit.flow.breakBefore) runs.push([unit]);
    else run.push(unit);
  }
  return runs;
};

/**
 * Packs the units of one flow into pages of the given height.
 * Where the pages of a run leave much empty, fields give up some lines, and units stand closer, if that spares a page; then units move to
 * pages with little on them from the pages before. The room left on each page goes to its fields. A unit that is taller than a page and may not be cut is named in a diagnostic and left out.
 * @param height Height of the text area, in points
 * @param shorten Where such a unit has writing space, give it as many lines as fit, with a warning: pages are smaller, or lines further
 *   apart, than the author had before them
 */
export const pack = (units: readonly Unit[], height: number, shorten = false): Packed => {
  const packed = stretches(shorten ? units.map((unit) => fitting(unit, height)) : units).map((stretch) => {
    const run = fitPairs(stretch, height);
    const packAnew = (changed: readonly FittedUnit[]): Packed => packRun(changed, height, shorten);
    const first = packAnew(run);
    if (first.pages.length < 2) return first;
    const fewer = leftEmpty(first, height) < LEFT ? undefined : onFewerPages(run, first.pages.length, height, shorten);
    const best = fewer ?? { units: run, packed: first };
    return evenPages(run, easePages(best.units, best.packed, packAnew, height), packAnew, height, CLOSER);
  });
  const pages = packed.flatMap((run) => run.pages);
  for (const page of pages) {
    sayWhatGoesOn(page, height);
    fill(page, height * (1 - fullness(page, height)));
  }
  levelPairs(pages);
  return { pages, diagnostics: eachPlaceOnce(packed.flatMap(({ diagnostics }) => diagnostics)) };
};

/** A block may have many units (cards, say) that are alike: what is wrong with each is said once, at the block's place. */
const eachPlaceOnce = (diagnostics: readonly Diagnostic[]): Diagnostic[] => {
  const told = new Set<string>();
  return diagnostics.filter(({ code, severity, at }) => {
    if (!at || severity !== 'error') return true;
    const place = `${code} ${at.file} ${at.start}`;
    if (told.has(place)) return false;
    told.add(place);
    return true;
  });
};

/** A unit that is taller than a page, with fewer lines. */
const fitting = (unit: Unit, height: number): FittedUnit => {
  const shorter = unit.flow.split || unit.height <= height + SLACK ? undefined : shortenTo(unit.node, height);
  return shorter ? { ...unit, node: shorter.node, height: shorter.node.box.height, lost: shorter.lost } : unit;
};

/** The gaps between units may shrink to this share where that makes room for what says that something goes on. */
const CLOSER_FOR_WORDS = 0.5;

/** Puts over the first unit of a page what says that it goes on there, where the page has room for that. */
const sayWhatGoesOn = ({ placed: all }: PackedPage, height: number): void => {
  const words = all[0]?.mayContinue;
  for (const placed of all) delete placed.mayContinue;
  const [first, ...further] = all;
  if (!first || !words) return;
  const by = words.box.height;
  const over = Math.max(0, fullness({ placed: all }, height) * height + by - height - SLACK);
  const gaps = further.map(({ top }, index) => top - bottomOf(all[index] as Placed));
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  if (over > (1 - CLOSER_FOR_WORDS) * total) return;
  first.node = under(words, first.node);
  let taken = 0;
  further.forEach((placed, index) => {
    taken += total > 0 ? (over * (gaps[index] ?? 0)) / total : 0;
    placed.top += by - taken;
  });
};

const bottomOf = ({ top, node }: Placed): number => top + node.box.height;

/** Grows the writing space of a page into its remaining room. */
const fill = (page: PackedPage, room: number): void => {
  const gained = growInto(
    page.placed.map(({ node }) => node),
    room + SLACK,
  );
  let shift = 0;
  page.placed.forEach((placed, index) => {
    placed.top += shift;
    shift += gained[index] ?? 0;
  });
};

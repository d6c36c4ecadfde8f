/** Packs units into pages: what belongs together stays together, and no page ends with a heading. */
import { counted } from '../diagnostics/counted.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { easePages } from './ease-pages.ts';
import { fullness } from './packed.ts';
import { growInto, shortenTo, spareLines } from './grow-fields.ts';
import type { LaidOutNode } from './laid-out-node.ts';
import { leastHeight, splitAt } from './split-unit.ts';
import { keepsWithNext, type Unit } from './units.ts';
import type { Packed, PackedPage } from './packed.ts';

/** Lengths that differ by less are the same: yoga works with 32-bit floats. */
const SLACK = 0.01;

/** The units from `index` on that stay on one page, whose height is given: those that keep with their next, and the first that does not. */
const chainFrom = <U extends Unit>(units: readonly U[], index: number, height: number): U[] => {
  const chain: U[] = [];
  for (let at = index; at < units.length; at += 1) {
    const unit = units[at] as U;
    if (at > index && unit.flow.breakBefore) break;
    chain.push(unit);
    if (!keepsWithNext(unit, height)) break;
  }
  return chain;
};

/** The height that a chain needs before a page may end, in points, without the gap before it. */
const heightOf = (chain: readonly Unit[]): number =>
  chain.reduce((sum, unit, index) => {
    const last = index === chain.length - 1;
    return sum + (index > 0 ? unit.gap : 0) + (last && unit.flow.split ? leastHeight(unit.node) : unit.height);
  }, 0);

/** A last page that is less full than this is avoided, if fields can give up enough lines. */
const SCANT = 0.65;

/** The gaps between units may shrink to these shares, one after the other, where that avoids such a page. */
const CLOSER = [1, 0.85, 0.7, 0.55];

/** A run on fewer pages than `pages`: its units stand closer or, where that is not enough, its fields have fewer lines too; nothing where neither helps. */
const onFewerPages = (run: readonly FittedUnit[], pages: number, height: number, shorten: boolean): Packed | undefined => {
  let tight: Packed | undefined;
  const enough = (units: readonly FittedUnit[]): boolean => {
    const tried = packRun(units, height, shorten);
    if (tried.pages.length < pages) tight = tried;
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
 * Where the last page of a run would hold little, fields give up some lines, and units stand closer, if that avoids the page; otherwise
 * units move to it from the page before. The room left on each page goes to its fields. A unit that is taller than a page and may not be cut is named in a diagnostic and left out.
 * @param height Height of the text area, in points
 * @param shorten Where such a unit has writing space, give it as many lines as fit, with a warning: pages are smaller, or lines further
 *   apart, than the author had before them
 */
export const pack = (units: readonly Unit[], height: number, shorten = false): Packed => {
  const packed = stretches(shorten ? units.map((unit) => fitting(unit, height)) : units).map((run) => {
    const first = packRun(run, height, shorten);
    if (first.pages.length < 2) return first;
    const eased = (): Packed => easePages(run, first, (changed) => packRun(changed, height, shorten), height);
    if (fullness(first.pages.at(-1), height) > SCANT) return eased();
    return onFewerPages(run, first.pages.length, height, shorten) ?? eased();
  });
  const pages = packed.flatMap((run) => run.pages);
  for (const page of pages) fill(page, height * (1 - fullness(page, height)));
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

/** A unit and the lines that it had to give up to fit on a page at all. */
interface FittedUnit extends Unit {
  lost?: number;
}

/** A unit that is taller than a page, with fewer lines. */
const fitting = (unit: Unit, height: number): FittedUnit => {
  const shorter = unit.flow.split || unit.height <= height + SLACK ? undefined : shortenTo(unit.node, height);
  return shorter ? { ...unit, node: shorter.node, height: shorter.node.box.height, lost: shorter.lost } : unit;
};

/** Packs units one after the other; what is left of pages stays empty. */
const packRun = (units: readonly FittedUnit[], height: number, shorten: boolean): Packed => {
  const pages: PackedPage[] = [];
  const diagnostics: Diagnostic[] = [];
  let page: PackedPage = { placed: [], bare: false, note: false };
  let y = 0;

  const endPage = (): void => {
    if (page.placed.length > 0) pages.push(page);
    page = { placed: [], bare: false, note: false };
    y = 0;
  };
  const put = (unit: Unit, node: LaidOutNode): void => {
    if (page.placed.length > 0) y += unit.gap;
    page.placed.push({ node, left: unit.left, top: y, within: unit.within });
    page.bare ||= unit.flow.bare ?? false;
    page.note ||= unit.note ?? false;
    if (unit.leaves) page.leaves = unit.leaves;
    y += node.box.height;
  };
  const room = (unit: Unit): number => height - y - (page.placed.length > 0 ? unit.gap : 0) + SLACK;
  /** Puts as much of a unit as fits on each page. */
  const putInParts = (unit: Unit): void => {
    let rest = unit.node;
    let { spared = 0 } = unit;
    while (rest.box.height > room(unit) - spared) {
      const halves = splitAt(rest, room(unit) - spared, page.placed.length === 0);
      spared = 0;
      if (halves) put(unit, halves.fits);
      else if (page.placed.length === 0) {
        diagnostics.push(tooTall(unit, height));
        return;
      }
      endPage();
      rest = halves?.rest ?? rest;
    }
    put(unit, rest);
  };

  let index = 0;
  while (index < units.length) {
    const chain = chainFrom(units, index, height);
    const first = chain[0] as Unit;
    if (first.flow.breakBefore || heightOf(chain) > room(first)) endPage();
    for (const unit of chain) {
      if (unit.flow.split) putInParts(unit);
      else if (unit.height > height + SLACK) diagnostics.push(tooTall(unit, height));
      else {
        // Only in a chain that is taller than a page is there too little room here: what stands over the unit may not be left alone.
        const fits = unit.height <= room(unit) ? { node: unit.node, lost: 0 } : shorten ? shortenTo(unit.node, room(unit)) : undefined;
        const lost = (unit.lost ?? 0) + (fits?.lost ?? 0);
        if (!fits) diagnostics.push(tooTall(unit, room(unit)));
        else {
          put(unit, fits.node);
          if (lost > 0) diagnostics.push(fewerLines(unit, lost));
        }
      }
      if (unit.flow.breakAfter) endPage();
    }
    index += chain.length;
  }
  endPage();
  return { pages, diagnostics };
};

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

const fewerLines = (unit: Unit, lost: number): Diagnostic => ({
  code: 'fewer-lines',
  severity: 'warning',
  message: `expected writing space that fits on this paper, found ${counted(lost, 'line')} too many: left out`,
  ...(unit.at ? { at: unit.at } : {}),
  hints: ['the block has all its lines on larger paper in ordinary print', 'for more room here, make two blocks of it'],
});

const tooTall = (unit: Unit, height: number): Diagnostic => ({
  code: 'block-too-tall',
  severity: 'error',
  message: `expected a block that fits on a page, found one of ${Math.ceil(unit.height)} points where ${Math.floor(height)} are to be had`,
  ...(unit.at ? { at: unit.at } : {}),
  hints: ['ask for fewer lines or items, or make two blocks of it'],
});

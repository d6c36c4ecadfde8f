/** Packs a run of units, which begins a page, one after the other: what belongs together stays together, and no page ends with a heading. */
import { counted } from '../diagnostics/counted.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { shortenTo } from './grow-fields.ts';
import type { LaidOutNode } from './laid-out-node.ts';
import type { Packed, PackedPage } from './packed.ts';
import { leastHeight, partOf, rowsIn, splitAt, under } from './split-unit.ts';
import { keepsWithNext, type Unit } from './units.ts';

/** Lengths that differ by less are the same: yoga works with 32-bit floats. */
export const SLACK = 0.01;

/** A unit and the lines that it had to give up to fit on a page at all. */
export interface FittedUnit extends Unit {
  lost?: number;
}

/** The height that a chain needs before a page may end, in points, without the gap before it. */
export const heightOfChain = (chain: readonly Unit[], page: number): number =>
  chain.reduce((sum, unit, index) => {
    const last = index === chain.length - 1;
    return sum + (index > 0 ? unit.gap : 0) + (last && unit.flow.split ? leastHeight(unit.node, page) : unit.height);
  }, 0);

/**
 * The units from `index` on that stay on one page, whose height is given: those that keep with their next, and the first that does not. A pair
 * stays on one page where that has room for both and for what keeps with them.
 */
export const chainFrom = <U extends Unit>(units: readonly U[], index: number, height: number): U[] => {
  const chain: U[] = [];
  for (let at = index; at < units.length; at += 1) {
    const unit = units[at] as U;
    if (at > index && unit.flow.breakBefore) break;
    chain.push(unit);
    if (keepsWithNext(unit, height)) continue;
    const next = unit.flow.pairWithNext ? units[at + 1] : undefined;
    if (!next || heightOfChain([...chain, next], height) > height + SLACK) break;
  }
  return chain;
};

/**
 * Packs units one after the other; what is left of pages stays empty.
 * @param height Height of the text area, in points
 * @param shorten Whether a unit that is too tall gives up lines, with a warning
 */
export const packRun = (units: readonly FittedUnit[], height: number, shorten: boolean): Packed => {
  const pages: PackedPage[] = [];
  const diagnostics: Diagnostic[] = [];
  let page: PackedPage = { placed: [], bare: false, note: false };
  let y = 0;

  const endPage = (): void => {
    if (page.placed.length > 0) pages.push(page);
    page = { placed: [], bare: false, note: false };
    y = 0;
  };
  const put = (unit: Unit, node: LaidOutNode, goesOn = !unit.flow.split): void => {
    if (page.placed.length > 0) y += unit.gap;
    page.placed.push({ node, left: unit.left, top: y, within: unit.within, ...(unit.mayContinue && goesOn ? { mayContinue: unit.mayContinue } : {}) });
    page.bare ||= unit.flow.bare ?? false;
    page.note ||= unit.note ?? false;
    if (unit.leaves) page.leaves = unit.leaves;
    y += node.box.height;
  };
  const room = (unit: Unit): number => height - y - (page.placed.length > 0 ? unit.gap : 0) + SLACK;
  /** Puts the rows of a unit on the pages that were chosen for them. */
  const putRows = (unit: Unit, cuts: readonly number[]): void => {
    [0, ...cuts].forEach((from, index) => {
      if (index > 0) endPage();
      put(unit, partOf(unit.node, from, cuts[index] ?? rowsIn(unit.node, height).rows, unit.continued), index > 0);
    });
  };
  /** Puts as much of a unit as fits on each page. */
  const putInParts = (unit: Unit, isPressed: boolean): void => {
    let rest = unit.node;
    let goesOn = false;
    let { spared = 0, continued } = unit;
    while (rest.box.height > room(unit) - spared) {
      const halves = splitAt(rest, room(unit) - spared, height, isPressed || page.placed.length === 0);
      if (!halves && spared > 0) {
        // Too little is left for two rows: what stands over them would be alone.
        spared = 0;
        continue;
      }
      spared = 0;
      if (halves) put(unit, halves.fits, goesOn);
      else if (page.placed.length === 0) {
        diagnostics.push(tooTall(unit, height));
        return;
      }
      endPage();
      if (!halves) continue;
      rest = under(continued, halves.rest);
      goesOn = true;
      continued = undefined;
    }
    put(unit, rest, goesOn);
  };

  let index = 0;
  while (index < units.length) {
    const chain = chainFrom(units, index, height);
    const first = chain[0] as Unit;
    if (first.flow.breakBefore || heightOfChain(chain, height) > room(first)) endPage();
    // What stands over a list may not be left alone: a single row of it is better than none.
    const isTooTall = heightOfChain(chain, height) > height + SLACK;
    for (const unit of chain) {
      if (unit.cuts) putRows(unit, unit.cuts);
      else if (unit.flow.split) putInParts(unit, isTooTall);
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

/** Packing units into pages: what belongs together stays together, and no page ends with a heading. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Marks } from '../kit/marks.ts';
import { growInto } from './grow.ts';
import type { LaidOutNode } from './node.ts';
import { leastHeight, splitAt } from './split.ts';
import type { Unit } from './units.ts';

/** A unit at its place in the text area, lengths in points. */
export interface Placed {
  node: LaidOutNode;
  left: number;
  top: number;
  within: Marks[];
}

export interface PackedPage {
  placed: Placed[];
  /** Has no page frame. */
  bare: boolean;
}

/** Lengths that differ by less are the same: yoga works with 32-bit floats. */
const SLACK = 0.01;

/** The units from `index` on that stay on one page: those that keep with their next, and the first that does not. */
const chainFrom = (units: readonly Unit[], index: number): Unit[] => {
  const chain: Unit[] = [];
  for (let at = index; at < units.length; at += 1) {
    const unit = units[at] as Unit;
    if (at > index && unit.flow.breakBefore) break;
    chain.push(unit);
    if (!unit.flow.keepWithNext) break;
  }
  return chain;
};

/** The height that a chain needs before a page may end, in points, without the gap before it. */
const heightOf = (chain: readonly Unit[]): number =>
  chain.reduce((sum, unit, index) => {
    const last = index === chain.length - 1;
    return sum + (index > 0 ? unit.gap : 0) + (last && unit.flow.split ? leastHeight(unit.node) : unit.height);
  }, 0);

/**
 * Packs the units of one flow into pages of the given height.
 * Where a unit is taller than a page and may not be cut, a diagnostic says so and it is left out.
 * @param height Height of the text area, in points
 */
export const pack = (units: readonly Unit[], height: number): { pages: PackedPage[]; diagnostics: Diagnostic[] } => {
  const pages: PackedPage[] = [];
  const diagnostics: Diagnostic[] = [];
  let page: PackedPage = { placed: [], bare: false };
  let y = 0;

  const endPage = (): void => {
    if (page.placed.length > 0) {
      fill(page, height - y);
      pages.push(page);
    }
    page = { placed: [], bare: false };
    y = 0;
  };
  const put = (unit: Unit, node: LaidOutNode): void => {
    if (page.placed.length > 0) y += unit.gap;
    page.placed.push({ node, left: unit.left, top: y, within: unit.within });
    page.bare ||= unit.flow.bare ?? false;
    y += node.box.height;
  };
  const room = (unit: Unit): number => height - y - (page.placed.length > 0 ? unit.gap : 0) + SLACK;
  /** Puts as much of a unit as fits on each page. */
  const putInParts = (unit: Unit): void => {
    let rest = unit.node;
    while (rest.box.height > room(unit)) {
      const halves = splitAt(rest, room(unit), page.placed.length === 0);
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
    const chain = chainFrom(units, index);
    const first = chain[0] as Unit;
    if (first.flow.breakBefore || heightOf(chain) > room(first)) endPage();
    for (const unit of chain) {
      if (unit.flow.split) putInParts(unit);
      else if (unit.height > height + SLACK) diagnostics.push(tooTall(unit, height));
      else {
        // A chain taller than a page is parted after all.
        if (unit.height > room(unit)) endPage();
        put(unit, unit.node);
      }
      if (unit.flow.breakAfter) endPage();
    }
    index += chain.length;
  }
  endPage();
  return { pages, diagnostics };
};

/** Hands what is left of a page to its writing space. */
const fill = (page: PackedPage, room: number): void => {
  const gained = growInto(page.placed.map(({ node }) => node), room + SLACK);
  let shift = 0;
  page.placed.forEach((placed, index) => {
    placed.top += shift;
    shift += gained[index] ?? 0;
  });
};

const tooTall = (unit: Unit, height: number): Diagnostic => ({
  code: 'block-too-tall',
  severity: 'error',
  message: `expected a block that fits on a page, found one of ${Math.ceil(unit.height)} points where ${Math.floor(height)} are to be had`,
  ...(unit.at ? { at: unit.at } : {}),
  hints: ['ask for fewer lines or items, or make two blocks of it'],
});

/** Pages of notes for the counselor: short ones together, all of them alone. */
import { expect, test } from 'vitest';
import { flowNotes } from '../../src/layout/flow-notes.ts';
import { numberPages } from '../../src/layout/numbering.ts';
import { countedByClients } from '../../src/layout/own-sheets.ts';
import type { UnframedPage } from '../../src/layout/pack-part.ts';
import { shareNotes } from '../../src/layout/share-notes.ts';
import type { Strings } from '../../src/content/strings.ts';
import { node } from './nodes.ts';

const HEIGHT = 600;
const GAP = 36;
const strings = { notesFor: 'For {{page}}', notesForSome: 'For {{from}} to {{to}}' } as Strings;

const page = (about: Partial<UnframedPage> = {}): UnframedPage => ({ width: 612, height: 792, placed: [], bare: false, ...about });
/** A page of notes in parts of these heights, the first a title. */
const note = (...heights: number[]): UnframedPage => {
  let top = 0;
  const placed = heights.map((height, index) => {
    const unit = { node: node({ height, marks: index === 0 ? { flow: { keepWithNext: true } } : {} }), left: 0, top, within: [] };
    top += height;
    return unit;
  });
  return page({ note: 'beside', placed });
};
const heightsOn = (pages: readonly UnframedPage[]): number[][] => pages.map(({ placed }) => placed.map(({ node: { box } }) => box.height));
const saidOf = (pages: readonly UnframedPage[], all: readonly UnframedPage[]): (string | undefined)[] =>
  numberPages(pages, strings, countedByClients(all, false)).numbers.flatMap(({ note: said }) => (said ? [said] : []));

test('notes that fit on a page share it, before the first of their pages, and say which pages they are about', () => {
  const pages = [page(), note(50, 200), page(), note(50, 200), page(), note(50, 400), page()];
  const shared = shareNotes(pages, HEIGHT, GAP, 'all');
  expect(heightsOn(shared)).toEqual([[], [50, 200, 50, 200], [], [], [50, 400], []]);
  expect(shared[1]?.placed.map(({ top }) => top)).toEqual([0, 50, 286, 336]);
  expect(saidOf(shared, pages)).toEqual(['For 2 to 3', 'For 4']);
});

test('where notes are to face their page, only a short one shares with another', () => {
  const pages = [note(50, 200), page(), note(50, 200), page(), note(30, 60), page()];
  expect(heightsOn(shareNotes(pages, HEIGHT, GAP, 'short'))).toEqual([[50, 200], [], [50, 200, 30, 60], [], []]);
});

test('notes that run over two pages are left as they are', () => {
  const pages = [note(50, 500), note(40), page(), note(40), page()];
  expect(heightsOn(shareNotes(pages, HEIGHT, GAP, 'all'))).toEqual([[50, 500], [40, 40], [], []]);
});

test('without the clients’ pages notes follow each other, and no title is left at the foot', () => {
  const pages = [page({ cover: true }), note(50, 200), page(), note(50, 150, 150), page(), note(50, 100), page()];
  const alone = flowNotes(pages, HEIGHT, GAP);
  expect(heightsOn(alone)).toEqual([[], [50, 200, 50, 150], [150, 50, 100]]);
  expect(saidOf(alone, pages)).toEqual(['For 2 to 3', 'For 3 to 4']);
});

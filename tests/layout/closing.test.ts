import { beforeAll, expect, test } from 'vitest';
import { addClosing } from '../../src/layout/closing.tsx';
import { addNotePages } from '../../src/layout/note-pages.tsx';
import type { Leaves } from '../../src/layout/laid-out-node.ts';
import type { UnframedPage } from '../../src/layout/pack-part.ts';
import { plainBook } from '../fixtures/plain/build.ts';
import { plainTemplate } from '../fixtures/plain/template.tsx';
import { plainSetting, plainTheme } from '../fixtures/plain/theme.ts';
import { block, section as sectionOf, words } from '../fixtures/plain/workbook.ts';
import { node } from './nodes.ts';

// The fonts are known once a book was made.
beforeAll(() => plainBook());

const { paper } = plainTheme;
const HEIGHT = paper.height - paper.top - paper.bottom;
const made = { template: plainTemplate, setting: { ...plainSetting, practice: { name: 'Harbor', contact: ['12 Quay Street'] } } };
/** A page whose content reaches down so far, in points. */
const page = (floor: number, more: Partial<UnframedPage> = {}): UnframedPage => ({
  width: paper.width,
  height: paper.height,
  bare: false,
  placed: [{ node: node({ height: floor }), left: 0, top: 0, within: [] }],
  ...more,
});

const section = sectionOf('talk', 'Talk', []);
const helpLines = sectionOf('who-answers', 'Who answers', [block('help-lines', { 'help-lines': words('Call') })], 'opening');
const leaves: Leaves = { each: true };

test('the closing stands at the foot of the last page where there is room', async () => {
  const { pages, diagnostics } = await addClosing([page(600), page(200)], made);
  expect([pages.length, diagnostics]).toEqual([2, []]);
  const last = pages[1]?.placed.at(-1);
  expect((last?.top ?? 0) + (last?.node.box.height ?? 0)).toBeCloseTo(HEIGHT, 1);
  expect(last?.within).toEqual([{ role: 'Sect' }]);
});

test.each([
  ['is full', page(HEIGHT - 40)],
  ['is a letter, on which nothing else is printed', page(100, { bare: true })],
  ['is the cover', page(100, { cover: true })],
])('it has a page of its own where the last page %s', async (_, last) => {
  const { pages } = await addClosing([last], made);
  expect(pages).toHaveLength(2);
  expect(pages[0]).toBe(last);
  expect(pages[1]).toMatchObject({ closing: true, bare: false });
});

test('a practice stands with the contents where the last page is full', async () => {
  const { pages } = await addClosing([page(300, { cover: true }), page(300), page(300, { section }), page(HEIGHT, { section })], made);
  expect(pages.map(({ placed }) => placed.length)).toEqual([1, 2, 1, 1]);
});

test('without a practice nothing is added', async () => {
  const pages = [page(100)];
  expect(await addClosing(pages, { ...made, setting: plainSetting })).toEqual({ pages, diagnostics: [] });
});

const credited = { ...made, setting: plainSetting, workbook: { author: 'Somebody', license: 'Free to copy' } };

test.each<[string, UnframedPage[], number]>([
  ['of the last page', [page(300), page(300, { section }), page(300, { section })], 2],
  ['of the contents, where the last page is full', [page(300, { cover: true }), page(300), page(300, { section }), page(HEIGHT, { section })], 1],
  ['of the last page with room, where the contents are full too', [page(HEIGHT), page(300, { section }), page(HEIGHT, { section })], 1],
  ['of no sheet that leaves the book', [page(300, { section }), page(300, { section, leaves }), page(HEIGHT, { section })], 0],
  ['of no page with help lines, which people leave out', [page(300, { section }), page(300, { section: helpLines }), page(HEIGHT, { section })], 0],
])('author and licence stand at the foot %s', async (_, given, index) => {
  const { pages } = await addClosing(given, credited);
  expect(pages.map(({ placed }) => placed.length)).toEqual(given.map((_one, at) => (at === index ? 3 : 1)));
  const last = pages[index]?.placed.at(-1);
  expect((last?.top ?? 0) + (last?.node.box.height ?? 0)).toBeCloseTo(HEIGHT, 1);
});

test('under a practice they stand where it stands', async () => {
  const { pages } = await addClosing([page(300)], { ...credited, setting: made.setting });
  const { pages: without } = await addClosing([page(300)], made);
  expect(pages).toHaveLength(1);
  expect(pages[0]?.placed).toHaveLength((without[0]?.placed.length ?? 0) + 2);
});

test('loose sheets have no lines of author and licence', async () => {
  const pages = [page(100)];
  expect((await addClosing(pages, { ...credited, workbook: { ...credited.workbook, loose: true } })).pages).toEqual(pages);
});

test('pages that a booklet is filled with stand before it', async () => {
  const { pages } = await addClosing([page(HEIGHT)], made);
  const setting = { ...made.setting, strings: { ...plainSetting.strings, notesPage: 'Notes' } };
  const all = await addNotePages(pages, 4, { ...made, setting });
  expect(all).toHaveLength(4);
  expect(all.map(({ closing = false }) => closing)).toEqual([false, false, false, true]);
});

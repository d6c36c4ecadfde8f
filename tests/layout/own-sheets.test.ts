/** Copies for two-sided printing: what leaves the book has a sheet of its own; notes for the counselor face their page. */
import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../src/content/workbook.ts';
import type { Book } from '../../src/layout/book.tsx';
import { marksOf } from '../../src/layout/laid-out-node.ts';
import type { UnframedPage } from '../../src/layout/pack-part.ts';
import { countedByClients, onOwnSheets } from '../../src/layout/own-sheets.ts';
import { block, question, section, words, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';
import { calmBook, linesOf, nodesOf } from './calm-book.ts';

const page = (about: Partial<UnframedPage> = {}): UnframedPage => ({ width: 612, height: 792, placed: [], bare: false, ...about });
const told = (pages: readonly UnframedPage[]): string[] => pages.map(({ note, leaves, empty }) => empty ?? (leaves ? 'leaves' : note ? 'note' : 'page'));

describe('the order of pages', () => {
  test('a sheet that leaves the book begins on a right-hand page, and has nothing on its back', () => {
    expect(told(onOwnSheets([page(), page({ leaves: { each: false } }), page()]))).toEqual(['page', 'before', 'leaves', 'back', 'page']);
    expect(told(onOwnSheets([page(), page(), page({ leaves: { each: false } })]))).toEqual(['page', 'page', 'leaves', 'back']);
  });

  test('pages that leave together share a sheet; cards and letters do not', () => {
    const [together, each] = [{ each: false }, { each: true }];
    expect(told(onOwnSheets([page({ leaves: together }), page({ leaves: together }), page()]))).toEqual(['leaves', 'leaves', 'page']);
    expect(told(onOwnSheets([page({ leaves: each }), page({ leaves: each })]))).toEqual(['leaves', 'back', 'leaves', 'back']);
  });

  test('the last page of notes is on the left, facing the page that it is about', () => {
    const note = page({ note: 'beside' });
    expect(told(onOwnSheets([note, page(), note, page()]))).toEqual(['notes', 'note', 'page', 'note', 'page']);
    expect(told(onOwnSheets([note, note, page(), page(), note, page()]))).toEqual(['note', 'note', 'page', 'page', 'notes', 'note', 'page']);
  });

  test('clients count their own pages and the empty ones of their copy, without notes', () => {
    const [one, letter, two] = [page(), page({ leaves: { each: true } }), page()];
    const note = page({ note: 'beside' });
    const { numbers, total } = countedByClients([one, note, letter, note, two], true);
    expect([numbers.get(one), numbers.get(letter), numbers.get(two), total]).toEqual([1, 3, 5, 5]);
  });
});

const card = { label: words('My limit'), lines: 2 };
const workbook: Workbook = workbookOf([
  section('one', 'Step one', [
    worksheet('First', [question('a', 2)]),
    { ...worksheet('Agreement', [question('b', 2)]), 'sheet-of-its-own': true },
    worksheet('Cards', [
      question('c', 2),
      block('boundary', { id: 'cards', boundary: words('Cut them out.'), 'sheet-of-its-own': true, cards: 3, parts: [card, card, card, card] }),
    ]),
    worksheet('Letter', [
      block('letter', { id: 'l', letter: words('A letter'), parts: [{ prompt: words('Begin'), lines: 3 }], copy: { title: 'Copy', salutation: 'Dear' } }),
    ]),
  ]),
]);

const wordsOn = (book: Book, at: number): string => {
  const area = nodesOf(book).filter(({ page: on, node }) => on === at && node.type === 'TEXT');
  return area
    .map(({ node }) =>
      linesOf(node)
        .map((line) => line.words)
        .join(' '),
    )
    .join(' ');
};
const fieldsOn = (book: Book, at: number): string[] => nodesOf(book).flatMap(({ page: on, node }) => (on === at ? (marksOf(node).field?.name ?? []) : []));
const hasFoot = (book: Book, at: number): boolean => (book.pages[at]?.frame?.children?.[0]?.children ?? []).length > 0;

describe('a book', () => {
  test('for two sides has its agreement, its cards and its letter on right-hand pages, without a foot, and nothing behind them', async () => {
    const { book, diagnostics } = await calmBook(workbook, { paper: 'letter', binding: '2-hole' });
    expect(diagnostics).toEqual([]);
    const leaving = book!.pages.flatMap((_, index) => (fieldsOn(book!, index).some((name) => /_b$|_cards_|_l_(date|copy)/.test(name)) ? [index] : []));
    expect(leaving.length).toBe(4);
    for (const index of leaving) {
      expect(index % 2).toBe(0);
      expect(hasFoot(book!, index)).toBe(false);
      expect(book!.pages[index + 1]?.placed ?? []).toEqual([]);
      expect(hasFoot(book!, index + 1)).toBe(false);
      expect(wordsOn(book!, index)).not.toContain('sheet of its own');
    }
  });

  test('for one side says over them how they are printed, and has no empty pages', async () => {
    const { book } = await calmBook(workbook, { paper: 'letter' });
    const said = book!.pages.flatMap((_, index) => (wordsOn(book!, index).includes('on a sheet of its own') ? [fieldsOn(book!, index)[0]] : []));
    expect(said).toEqual(['one_b', 'one_cards_1_1', 'one_cards_3_1', 'one_l_date']);
    // The line is read with its page, not after the step that the page belongs to.
    const steps = book!.pages.flatMap(({ placed }) =>
      placed.filter(({ node }) => linesOf(node)[0]?.words.includes('sheet of its own')).map(({ within }) => within[0]),
    );
    expect(steps).toHaveLength(4);
    for (const step of steps) expect(book!.pages.flatMap(({ placed }) => placed.filter(({ within }) => within[0] === step)).length).toBeGreaterThan(10);
    expect(book!.pages.slice(1).every(({ placed }) => placed.length > 0)).toBe(true);
  });
});

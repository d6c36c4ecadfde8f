/** Papers, large print and bindings: each a layout of its own. */
import { describe, expect, it } from 'vitest';
import { everyFormat } from '../../src/options/combinations.ts';
import type { Block, BlockOf } from '../../src/content/blocks/index.ts';
import type { Workbook } from '../../src/content/workbook.ts';
import type { Book } from '../../src/layout/book.tsx';
import { marksOf } from '../../src/layout/laid-out-node.ts';
import type { Format } from '../../src/options/option-values.ts';
import { question, section, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';
import { calmBook, everyKind, fieldsOf, linesOf, nodesOf, shipped, type OnPage } from './calm-book.ts';

const SLACK = 0.1;
const titleOf = ({ paper, largePrint, inkSaver, binding }: Format): string =>
  [paper, largePrint && 'large print', inkSaver && 'ink saver', binding].filter(Boolean).join(', ');

const made = async (
  workbook: Workbook,
  format: Format,
  options?: Parameters<typeof calmBook>[2],
): Promise<{ book: Book; theme: Awaited<ReturnType<typeof calmBook>>['theme'] }> => {
  const { book, theme, diagnostics } = await calmBook(workbook, format, options);
  if (!book) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { book, theme };
};

/** The layout engine lets a line of several words reach over its box by a little, as if its spaces could shrink; margins have room for that. */
const OVER = 6;

/** Texts that are wider than their boxes: words are never hyphenated. */
const tooWide = (book: Book): string[] =>
  nodesOf(book).flatMap(({ node, page }) => {
    if (node.type !== 'TEXT') return [];
    return linesOf(node)
      .filter(({ words, width }) => width > node.box.width + (words.includes(' ') ? OVER : SLACK))
      .map(({ words }) => `page ${page + 1}: ${words}`);
  });

/** No printer at home reaches closer to the edge of the sheet, in points. */
const PRINTABLE = 18;

/** What is drawn around the text of a sheet that leaves the book: the line over it, and all that only decorates. */
const aroundText = (book: Book): Set<unknown> => {
  const inside = ({ node }: Pick<OnPage, 'node'>): unknown[] => [node, ...(node.children ?? []).flatMap((child) => inside({ node: child }))];
  return new Set(
    nodesOf(book).flatMap((each) => {
      const { node, top } = each;
      if (marksOf(node).artifact) return inside(each);
      return top >= PRINTABLE && linesOf(node)[0]?.words === 'Print this page on a sheet of its own.' ? [node] : [];
    }),
  );
};

/** Ink and colour change no measure, bindings no width. */
const layouts = everyFormat().filter(({ inkSaver, binding }) => !inkSaver && binding === 'none');

describe('every kind of block', () => {
  it.each(layouts.map((format) => [titleOf(format), format] as const))('stands inside the margins, whole, on %s', async (_, format) => {
    const { book, theme } = await made(everyKind(), format, { shorten: true });
    const { paper } = theme;
    const around = aroundText(book);
    for (const { node, left, top, page } of nodesOf(book)) {
      if (node.box.width <= 0 || node.box.height <= 0 || around.has(node)) continue;
      const place = {
        page,
        left: left >= paper.left - SLACK,
        right: left + node.box.width <= paper.width - paper.right + SLACK, // Scissors and large numerals reach a little into the margin.
        top: top >= paper.top / 2,
        foot: top + node.box.height <= paper.height - paper.bottom + SLACK,
      };
      expect(place).toEqual({ page, left: true, right: true, top: true, foot: true });
    }
    expect(tooWide(book)).toEqual([]);
  });
});

describe('the shipped workbook', () => {
  it.each([
    ['en', { paper: 'a5' }],
    ['en', { paper: 'letter', largePrint: true }],
    ['es', { paper: 'a4', largePrint: true }],
    ['es', { paper: 'a5' }],
  ] as const)('has no word that is wider than its column, nor fewer lines than asked for (%s, %o)', async (language, format) => {
    const { book, diagnostics } = await calmBook(await shipped(language), format, { shorten: true });
    expect(diagnostics).toEqual([]);
    expect(tooWide(book as Book)).toEqual([]);
  });
});

/** The sizes of all letters that are read, from small to large. */
const sizesIn = (book: Book): number[] =>
  [...new Set(nodesOf(book).flatMap(({ node }) => (node.type === 'TEXT' ? [Number(node.style.fontSize)] : [])))].toSorted((one, other) => one - other);

describe('large print', () => {
  it.each(['letter', 'a4'] as const)('has nothing under 16 points, text in 18, lines every 33, answers in 16 (%s)', async (paper) => {
    const { book, theme } = await made(everyKind(), { paper, largePrint: true });
    expect(sizesIn(book)[0]).toBe(16);
    expect(theme.type.furniture.size).toBe(16);
    expect(sizesIn(book)).toContain(18);
    for (const { field, rules } of fieldsOf(book)) {
      if (field.kind === 'text') expect(field.fontSize).toBe(16);
      if (rules?.kind === 'lines') expect(rules.leading).toBe(33);
    }
  });

  it('stacks what stands side by side', async () => {
    const sides = (book: Book): OnPage[] => fieldsOf(book).filter(({ field }) => /^kind-columns_hope_\d$/.test(field.name));
    const [one, other] = sides((await made(everyKind(), { paper: 'letter' })).book);
    expect(one?.top).toBe(other?.top);
    const [first, second] = sides((await made(everyKind(), { paper: 'letter', largePrint: true })).book);
    expect(second?.left).toBe(first?.left);
    expect((second?.page ?? 0) * 10_000 + (second?.top ?? 0)).toBeGreaterThan((first?.page ?? 0) * 10_000 + (first?.top ?? 0));
    expect(first?.node.box.width).toBeGreaterThan(2 * (one?.node.box.width ?? Infinity) * 0.9);
  });
});

describe('A5', () => {
  it('has text of 11 points, and lines as far apart as on large paper', async () => {
    const { book, theme } = await made(everyKind(), { paper: 'a5' });
    expect([theme.paper.width, theme.paper.height].map(Math.round)).toEqual([420, 595]);
    expect(theme.type.body.size).toBe(11);
    expect(theme.type.field.size).toBe(11);
    for (const { rules } of fieldsOf(book)) if (rules?.kind === 'lines') expect(rules.leading).toBe(24);
  });
});

const leavesBook = (block: Block): boolean =>
  block.kind === 'letter' ||
  ('sheet-of-its-own' in block && block['sheet-of-its-own'] === true) ||
  (block.kind === 'worksheet' && block.blocks.some(leavesBook));
const staying = (workbook: Workbook): Workbook => ({ ...workbook, sections: workbook.sections.filter(({ blocks }) => !blocks.some(leavesBook)) });

describe('a bound copy', () => {
  it.each([
    ['letter', '3-hole'],
    ['a4', '2-hole'],
    ['a5', '2-hole'],
    ['a5', 'booklet'],
  ] as const)('has its wide margin at the left of odd pages and at the right of even ones, and text as wide as before (%s, %s)', async (paper, binding) => {
    // Sheets that leave the book, and empty pages with them, are other ones in a bound copy (own-sheets.test.ts).
    const workbook = staying(everyKind());
    const [loose, bound] = await Promise.all([made(workbook, { paper }), made(workbook, { paper, binding })]);
    const { inner, outer } = bound.theme.paper;
    expect(inner).toBeGreaterThan(loose.theme.paper.inner);
    expect(inner + outer).toBeCloseTo(loose.theme.paper.inner + loose.theme.paper.outer, 3);
    const before = nodesOf(loose.book);
    nodesOf(bound.book).forEach(({ left, page }, index) => {
      expect(left - (before[index]?.left ?? 0)).toBeCloseTo((page % 2 === 0 ? inner : outer) - loose.theme.paper.inner, 2);
    });
  });

  /** The left edges of the words at the foot of a page, from the left edge of the paper. */
  const footOf = (book: Book, page: number): { words: string; left: number; right: number }[] => {
    const [footer] = book.pages[page]?.frame?.children?.[0]?.children ?? book.pages[page]?.frame?.children ?? [];
    const [line] = footer?.children ?? [];
    return (line?.children ?? []).map((text) => {
      const left = (footer?.box.left ?? 0) + (line?.box.left ?? 0) + text.box.left;
      return {
        words: linesOf(text)
          .map(({ words }) => words)
          .join(''),
        left,
        right: left + text.box.width,
      };
    });
  };

  it('has its page numbers at the edge that is not bound', async () => {
    const { book, theme } = await made(everyKind(), { paper: 'letter', binding: '3-hole' });
    const { width, outer, inner } = theme.paper;
    const right = footOf(book, 2).at(-1);
    expect([right?.words, Math.round(right?.right ?? 0)]).toEqual([`Page 3 of ${book.pages.length}`, width - outer]);
    const left = footOf(book, 3).at(0);
    expect([left?.words, Math.round(left?.left ?? 0)]).toEqual([`Page 4 of ${book.pages.length}`, outer]);
    expect(Math.round(footOf(book, 3).at(-1)?.right ?? 0)).toBe(width - inner);
  });
});

describe('a booklet', () => {
  const room = {
    kind: 'space',
    space: 'lined',
    id: 'lined',
    title: [{ text: 'Room' }],
    lines: 8,
    fill: true,
    at: { file: '', start: 0, end: 0 },
  } satisfies BlockOf<'space'> as BlockOf<'space'>;
  const asks = (count: number) =>
    Array.from({ length: count }, (_, index) => section(`p${index}`, `Page ${index}`, [worksheet('Sheet', [question(`q${index}`, 3)])], 'closing'));

  it.each([1, 2, 3, 4, 5])('of any length has pages in fours, with notes in the room to write, and nothing empty (%i)', async (count) => {
    const workbook = workbookOf([
      ...asks(count),
      section('more-room', 'More room', [room], 'closing'),
      section('last', 'Last', [question('end', 2)], 'closing'),
    ]);
    const [plain, folded] = await Promise.all([made(workbook, { paper: 'a5' }), made(workbook, { paper: 'a5', binding: 'booklet' }, { pagesMultipleOf: 4 })]);
    expect(folded.book.pages.length).toBe(Math.ceil(plain.book.pages.length / 4) * 4);
    const sections = folded.book.pages.map(({ section: { id } = {} }) => id);
    const notes = folded.book.pages.flatMap(({ placed }, page) =>
      fieldsOf({ ...folded.book, pages: [{}, { placed }] as never }).some(({ field }) => field.name.startsWith('booklet-notes_')) ? [page] : [],
    );
    expect(notes).toHaveLength(folded.book.pages.length - plain.book.pages.length);
    expect(notes.every((page) => sections[page] === 'more-room')).toBe(true);
    expect(sections.at(-1)).toBe('last');
    for (const { placed } of folded.book.pages) expect(placed.length).toBeGreaterThan(0);
  });

  it('has its notes at the end where the book has no room of its own, each ruled to the foot', async () => {
    const { book, theme } = await made(
      workbookOf([section('p', 'A page', [question('q', 3)], 'closing')]),
      { paper: 'a5', binding: 'booklet' },
      { pagesMultipleOf: 4 },
    );
    const notes = fieldsOf(book).find(({ field }) => field.name === 'booklet-notes_1');
    expect([notes?.page, book.pages.length]).toEqual([3, 4]);
    const foot = (notes?.top ?? 0) + (notes?.node.box.height ?? 0);
    expect(theme.paper.height - theme.paper.bottom - foot).toBeLessThan(theme.ruling.leading);
  });
});

describe('writing space that is taller than a page', () => {
  const long = workbookOf([section('p', 'A page', [question('long', 26)], 'closing')]);

  it('has as many lines as fit on small paper and in large print, with a warning', async () => {
    for (const format of [{ paper: 'a5' }, { paper: 'letter', largePrint: true }] as const) {
      const { book, diagnostics, theme } = await calmBook(long, format, { shorten: true });
      expect(diagnostics).toMatchObject([{ code: 'fewer-lines', severity: 'warning' }]);
      const [field] = fieldsOf(book as Book);
      const room = theme.paper.height - theme.paper.top - theme.paper.bottom;
      expect(field?.node.box.height).toBeLessThanOrEqual(room);
      expect(field?.node.box.height).toBeGreaterThan(room - 7 * theme.ruling.leading);
    }
  });

  it('is an error where it was written for the paper', async () => {
    const { book, diagnostics } = await calmBook(workbookOf([section('p', 'A page', [question('long', 40)], 'closing')]), { paper: 'letter' });
    expect(book).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'block-too-tall', severity: 'error' }]);
  });
});

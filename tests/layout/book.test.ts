import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { LeafBlock } from '../../src/content/blocks/index.ts';
import { type Book, makeBook } from '../../src/layout/book.tsx';
import { type LaidOutNode, marksOf } from '../../src/layout/laid-out-node.ts';
import { plainBook } from '../fixtures/plain/build.ts';
import { plainTemplate } from '../fixtures/plain/template.tsx';
import { plainSetting, plainTheme } from '../fixtures/plain/theme.ts';
import { block, question, section, words, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';

const { paper } = plainTheme;

interface OnPage {
  node: LaidOutNode;
  page: number;
  left: number;
  top: number;
}

/** Every node of a book at its place on its page, parents first. */
const nodesOf = (book: Book): OnPage[] => {
  const found: OnPage[] = [];
  const look = (node: LaidOutNode, page: number, left: number, top: number): void => {
    found.push({ node, page, left, top });
    if (node.type === 'VIEW') for (const child of node.children ?? []) look(child, page, left + child.box.left, top + child.box.top);
  };
  book.pages.forEach(({ placed }, page) => {
    for (const { node, left, top } of placed) look(node, page, left, top);
  });
  return found;
};

const fieldsOf = (book: Book) =>
  nodesOf(book).flatMap((each) => {
    const { field } = marksOf(each.node);
    return field ? [{ ...each, name: field.name }] : [];
  });

/** The words of a text, as its glyphs say them. */
const textOf = (node: LaidOutNode): string =>
  ((node.lines ?? []) as { runs: { glyphs: { codePoints: number[] }[] }[] }[])
    .flatMap(({ runs }) => runs.flatMap(({ glyphs }) => glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints))))
    .join('')
    .trim();

const headingsOf = (book: Book) => nodesOf(book).filter(({ node }) => /^H\d$/.test(marksOf(node).role ?? ''));

let book: Book;
beforeAll(async () => {
  book = await plainBook();
});

test('the cover comes first, then the contents, then the sections, each step after its opener', () => {
  expect(headingsOf(book).map(({ node, page }) => `${page} ${textOf(node)}`)).toEqual([
    '0 Guilt & Repair <"x">',
    '1 Contents',
    '2 Welcome',
    '2 First asks',
    '3 Step one',
    '4 Sheet',
    '5 Table',
    '7 Letter',
  ]);
});

test('the cover is drawn to the edges, everything else inside the margins', () => {
  for (const { page, left, top, node } of nodesOf(book)) {
    if (page === 0) continue;
    expect(left).toBeGreaterThanOrEqual(paper.inner - 0.01);
    expect(left + node.box.width).toBeLessThanOrEqual(paper.width - paper.outer + 0.01);
    expect(top).toBeGreaterThanOrEqual(paper.top - 0.01);
    expect(top + node.box.height).toBeLessThanOrEqual(paper.height - paper.bottom + 0.05);
  }
});

test('what a step says first stands below its opener, on the same page', async () => {
  const text = block('text', { text: [words('Read this first.')] });
  const { book: made } = await makeBook({
    workbook: workbookOf([section('one', 'Step one', [text, worksheet('Sheet', [question('first', 2)])])]),
    template: plainTemplate,
    setting: plainSetting,
  });
  const texts = nodesOf(made as Book).filter(({ node, page }) => page === 2 && node.type === 'TEXT');
  expect(texts.map(({ node }) => textOf(node))).toEqual(['Step one', '1 of 1', 'Read this first.']);
  expect(texts[2]?.top).toBeGreaterThanOrEqual((texts[1]?.top ?? Infinity) + (texts[1]?.node.box.height ?? 0));
});

test('pages have their frame, but not the cover and not a page that has itself to itself', () => {
  const bare = book.pages.flatMap(({ frame }, index) => ((frame?.children?.[0]?.children ?? []).length === 0 ? [index] : []));
  expect(bare).toEqual([0, book.pages.findIndex(({ placed }) => placed.some(({ node }) => marksOf(node).flow?.bare))]);
});

test('destinations are the pages on which they stand', () => {
  expect(Object.fromEntries(book.destinations)).toEqual({ contents: 1, welcome: 2, one: 3, 'one/worksheet-1': 4, 'one/worksheet-2': 5, 'one/worksheet-3': 7 });
});

test('the contents give the page of each entry as it is counted at the foot', () => {
  const entries = nodesOf(book).filter(({ node }) => marksOf(node).pageOf !== undefined);
  expect(entries.map(({ node }) => [marksOf(node).pageOf, textOf(node)])).toEqual([
    ['welcome', '3'],
    ['one', '4'],
    ['one/worksheet-1', '5'],
    ['one/worksheet-2', '6'],
    ['one/worksheet-3', '8'],
  ]);
});

test('a page number keeps the box and the alignment of its column', () => {
  const entry = nodesOf(book).find(({ node }) => marksOf(node).pageOf !== undefined);
  const [line] = (entry?.node.lines ?? []) as { box: { x: number; width: number } }[];
  expect(entry?.node.box.width).toBe(40);
  // Ranged right: one digit in a column of 40 points.
  expect(line?.box.x).toBeGreaterThan(30);
});

test('a block that is taller than a page is an error at its place in the YAML, and there is no book', async () => {
  const made = await makeBook({
    workbook: workbookOf([section('one', 'One', [{ ...question('long', 40), at: { file: '/x/one.yaml', start: 12, end: 20 } } as LeafBlock])]),
    template: plainTemplate,
    setting: plainSetting,
  });
  expect(made.book).toBeUndefined();
  expect(made.diagnostics).toMatchObject([{ code: 'block-too-tall', severity: 'error', at: { file: '/x/one.yaml', start: 12, end: 20 } }]);
});

test('two books of the same workbook are laid out alike', async () => {
  const places = (laidOut: Book) => nodesOf(laidOut).map(({ page, left, top, node }) => [page, left, top, node.box.width, node.box.height]);
  expect(places(await plainBook())).toEqual(places(book));
});

/** Worksheets of questions, lists and tables, in any order and size. */
const anyBlock = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((lines) => (id: string) => question(id, lines)),
  fc.integer({ min: 1, max: 20 }).map((rows) => (id: string) => block('table', { id, table: words('T'), columns: [{ title: 'A' }, { title: 'B' }], rows })),
  fc
    .integer({ min: 1, max: 8 })
    .map((lines) => (id: string) => block('columns', { id, columns: words('C'), sides: [{ title: 'Left' }, { title: 'Right' }], lines, pairs: 1 })),
  fc.constant(() => block('heading', { heading: words('A heading') })),
);
const anyWorkbook = fc.array(fc.array(anyBlock, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }).map((sheets) =>
  workbookOf([
    section(
      's',
      'S',
      sheets.map((blocks, sheet) =>
        worksheet(
          `Sheet ${sheet}`,
          blocks.map((make, index) => make(`b${sheet}-${index}`)),
        ),
      ),
    ),
  ]),
);

test('in any workbook each field stands once, with its label, and no two fields overlap', async () => {
  await fc.assert(
    fc.asyncProperty(anyWorkbook, async (workbook) => {
      const laidOut = await plainBook(workbook);
      const fields = fieldsOf(laidOut);
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
      fields.forEach((one, index) => {
        expect(one.top + one.node.box.height).toBeLessThanOrEqual(paper.height - paper.bottom + 0.05);
        for (const other of fields.slice(index + 1)) {
          if (other.page !== one.page) continue;
          const beside = one.left >= other.left + other.node.box.width - 0.01 || other.left >= one.left + one.node.box.width - 0.01;
          const below = one.top >= other.top + other.node.box.height - 0.01 || other.top >= one.top + one.node.box.height - 0.01;
          expect(beside || below, `${one.name} and ${other.name} on page ${one.page + 1}`).toBe(true);
        }
      });
      // Questions and their labels are as many, page by page.
      for (const page of laidOut.pages.keys()) {
        const labels = nodesOf(laidOut).filter((each) => each.page === page && marksOf(each.node).role === 'Lbl');
        const labelled = fields.filter((each) => each.page === page && marksOf(each.node).rules?.kind === 'lines');
        expect(labels.length).toBe(labelled.length);
      }
    }),
    { numRuns: 20 },
  );
});

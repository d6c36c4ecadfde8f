/** What earlier books have made is written in a later one as it would be made for it alone, wherever it stands there. */
import { beforeAll, expect, test } from 'vitest';
import type { Book } from '../../src/layout/book.tsx';
import { DrawnPages } from '../../src/pdf/drawn-pages.ts';
import { KeptParts } from '../../src/pdf/kept-parts.ts';
import { writePdf } from '../../src/pdf/write.ts';
import { loadTheme } from '../../src/theme/load.ts';
import { calmBook, everyKind } from '../layout/calm-book.ts';

let book: Book;
let fieldFont: string;
beforeAll(async () => {
  const [made, { fonts }] = await Promise.all([calmBook(everyKind(), { paper: 'letter' }), loadTheme('calm', { paper: 'letter', cwd: '/' })]);
  if (!made.book || !fonts) throw new Error('no book');
  ({ book } = made);
  fieldFont = fonts.field;
});

interface Kept {
  pages: DrawnPages;
  parts: KeptParts;
}

const write = async (changes: Partial<Book>, kept?: Kept, flat = false): Promise<Buffer> => {
  const info = { title: 'Book', language: 'en', date: new Date(0) };
  return (await writePdf({ ...book, ...changes }, { info, fieldFont, flat, kept })).bytes;
};

const empty = (): Kept => ({ pages: new DrawnPages(), parts: new KeptParts() });

test('pages that were moved, left out, repeated, or lost what their links lead to have the elements of a first book', async () => {
  const { pages } = book;
  const books: Partial<Book>[] = [
    {},
    {},
    { pages: pages.toReversed() },
    { pages: pages.filter((_, index) => index % 3 !== 1) },
    // A table or a section that goes on is then begun by its second page.
    { pages: [...pages.slice(4), ...pages.slice(0, 4)] },
    { pages: pages.flatMap((page) => [page, page]) },
    { destinations: new Map() },
    {},
  ];
  const kept = empty();
  for (const [index, changes] of books.entries()) expect((await write(changes, kept)).equals(await write(changes)), `book ${index}`).toBe(true);
});

test('what is to be printed has no fields after a book that has some, nor the other way round', async () => {
  const kept = empty();
  for (const flat of [true, false, true, false]) expect((await write({}, kept, flat)).equals(await write({}, undefined, flat))).toBe(true);
});

test('books that are written at once do not change each other', async () => {
  const kept = empty();
  await write({}, kept);
  const books: Partial<Book>[] = [{}, { pages: book.pages.toReversed() }, { pages: book.pages.slice(3) }, {}];
  const written = await Promise.all(books.map((changes) => write(changes, kept)));
  for (const [index, bytes] of written.entries()) expect(bytes.equals(await write(books[index] ?? {})), `book ${index}`).toBe(true);
});

test('an object stream is taken from an earlier book only where each object is what it was there', () => {
  const parts = new KeptParts();
  const objects = [
    { id: 1, body: '(one)' },
    { id: 2, body: '(two)' },
  ];
  const made: string[] = [];
  const ask = (...asked: typeof objects): string =>
    parts.ofObjects(asked, () => {
      const part = asked.map(({ id, body }) => `${id}${body}`).join();
      made.push(part);
      return part;
    });
  expect(ask(...objects)).toBe(ask(...structuredClone(objects)));
  expect(made).toHaveLength(1);
  const [one, two] = objects as [(typeof objects)[0], (typeof objects)[0]];
  expect(ask(one, { ...two, body: '(twe)' })).toBe('1(one),2(twe)');
  expect(ask(one, { ...two, id: 3 })).toBe('1(one),3(two)');
  expect(ask(one)).toBe('1(one)');
  expect(ask(one, two)).toBe('1(one),2(two)');
  expect(made).toHaveLength(4);
});

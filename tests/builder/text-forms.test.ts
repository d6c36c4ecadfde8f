/** The form that letters are written in makes no difference to the PDF, and places to break a word are nowhere but on its pages. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Builder } from '../../src/builder/builder.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';

let book: SmallBook;
beforeEach(async () => {
  book = await smallBook();
});
afterEach(() => book.remove());

const build = async (): Promise<Buffer> => {
  const { pdf, diagnostics } = await new Builder().build(book.options);
  if (!pdf) throw new Error(JSON.stringify(diagnostics));
  return pdf.bytes;
};

test('letters with their marks behind them give the PDF that composed ones give', async () => {
  const WORDS = 'café, Zürich, Łódź, sí';
  await book.change('book/en/workbook.yaml', 'A small book', WORDS);
  await book.change('book/en/steps/begin.yaml', 'What will you do?', `${WORDS}?`);
  await book.change('book/en/steps/begin.yaml', 'A first step', WORDS);
  const composed = await build();
  await book.change('book/en/workbook.yaml', WORDS, WORDS.normalize('NFD'));
  await book.change('book/en/steps/begin.yaml', WORDS, WORDS.normalize('NFD'));
  expect((await build()).equals(composed)).toBe(true);
});

test('titles, bookmarks and names of fields have no soft hyphens in them, nor spaces of no width', async () => {
  await book.change('book/en/workbook.yaml', 'A small book', 'A sm\u00ADall bo\u200Bok');
  await book.change('book/en/steps/begin.yaml', 'Begin again', 'Be\u00ADgin ag\u200Bain');
  await book.change('book/en/steps/begin.yaml', 'What will you do?', 'What w\u00ADill you d\u200Bo?');
  await book.change('book/en/steps/begin.yaml', 'It is small', 'It is sm\u00ADall');
  const document = await openInPdfjs(await build());
  const { info, metadata } = await document.getMetadata();
  expect(info).toMatchObject({ Title: 'A small book' });
  expect(metadata?.get('dc:title')).toBe('A small book');
  const outline = JSON.stringify(await document.getOutline());
  expect(outline).toContain('Begin again');
  const names: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    for (const { alternativeText } of (await (await document.getPage(page)).getAnnotations()) as { alternativeText?: string }[]) {
      if (alternativeText) names.push(alternativeText);
    }
  }
  expect(names).toContain('What will you do?');
  expect(names.some((name) => name.startsWith('It is small'))).toBe(true);
  for (const text of [outline, ...names]) expect(text).not.toMatch(/[\u00AD\u200B]/);
});

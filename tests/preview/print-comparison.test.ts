/** Two copies that the page has sent become a page to print; what is sent otherwise is refused in words. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBuilder } from '../../src/api/index.ts';
import { printComparison } from '../../src/preview/print-comparison.ts';
import { COPIES_HEADER } from '../../src/preview/protocol.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';

let book: SmallBook;
let hers: Buffer;
let his: Buffer;
beforeAll(async () => {
  book = await smallBook();
  const built = async (role: 'was-hurt' | 'broke-trust'): Promise<Buffer> => {
    const made = await createBuilder().build({ cwd: book.home, workbook: 'book', for: role });
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
    return Buffer.from(made.bytes);
  };
  [hers, his] = [await built('was-hurt'), await built('broke-trust')];
});
afterAll(() => book.remove());

const print = (copies: readonly Buffer[], { together = false, header }: { together?: boolean; header?: string } = {}) => {
  const sent = { copies: copies.map(({ length }, index) => ({ file: `${index}.pdf`, length, saved: `2026-0${index + 1}-05` })), together };
  const headers = { [COPIES_HEADER]: header ?? encodeURIComponent(JSON.stringify(sent)) };
  return printComparison(Buffer.concat(copies), headers, { options: { ...book.options, paper: 'a5' }, trust: undefined, signal: undefined });
};

test('the page has the paper that is chosen for the workbook', async () => {
  const made = await print([hers, hers]);
  if ('words' in made) throw new Error(made.words);
  const document = await PDFDocument.load(made.bytes, { updateMetadata: false });
  expect(document.getTitle()).toBe('Then and now');
  expect(document.getPage(0).getWidth()).toBeCloseTo(419.5, 0);
  expect(document.getCreationDate()?.toISOString()).toContain('2026-02-05');
});

test('copies of two people are printed only where both have agreed', async () => {
  expect(await print([hers, his])).toEqual({ words: 'Expected copies of one person, found those of was-hurt and broke-trust.' });
  expect(await print([hers, his], { together: true })).toHaveProperty('bytes');
});

test.each([
  '',
  'words',
  '%',
  encodeURIComponent('{"copies":[],"together":true}'),
  encodeURIComponent('{"copies":[{"file":"a","length":1},{"file":"b","length":1}],"together":false}'),
])('a header that does not say what is sent is refused: %s', async (header) => {
  expect(await print([hers, hers], { header })).toEqual({ words: 'Expected filled copies with their lengths.' });
});

test('what is no copy is refused', async () => {
  expect(await print([hers, Buffer.from('words')])).toHaveProperty('words', expect.stringContaining('expected a PDF'));
});

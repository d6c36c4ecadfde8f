/** A book is written from its pages, which may be let go meanwhile. */
import { expect, test } from 'vitest';
import { writePdf } from '../../src/pdf/write.ts';
import { plainBook } from '../fixtures/plain/build.ts';
import { FIELD_FONT } from '../fixtures/plain/theme.ts';

const options = { info: { title: 'Plain', language: 'en', date: new Date(0) }, fieldFont: FIELD_FONT, flat: false };

test('pages that nobody reads any more are let go once drawn, and the PDF is the same', async () => {
  const book = await plainBook();
  const { bytes } = await writePdf(book, options);
  expect(book.pages.some(({ placed }) => placed.length > 0)).toBe(true);
  const { bytes: again } = await writePdf(book, { ...options, spent: true });
  expect(again.equals(bytes)).toBe(true);
  expect(book.pages.every(({ placed, frame }) => placed.length === 0 && !frame)).toBe(true);
});

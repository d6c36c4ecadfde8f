import { expect, test } from 'vitest';
import { plainPdf } from '../fixtures/plain/build.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';
import { answerTo, fillIn, type Share } from './fill-in.ts';

/** The values of text fields and of boxes in a filled copy of a small book, by name. */
const filled = async (share: Share) => {
  const { bytes, fields } = await plainPdf();
  const document = await PdfiumDocument.open(await fillIn(bytes, share));
  const values = new Map(Array.from({ length: document.pageCount }, (_, page) => [...document.values(page)]).flat());
  document.close();
  const of = (kind: 'text' | 'check') => fields.filter((field) => field.kind === kind).map(({ name }) => values.get(name) ?? '');
  return { texts: of('text'), boxes: of('check') };
};

test('a copy that is wholly filled in has words in every space, and a tick in every list', async () => {
  const { texts, boxes } = await filled('whole');
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.filter((text) => text === '')).toEqual([]);
  expect(boxes.filter((value) => value !== 'Off').length).toBeGreaterThan(0);
});

test.each([
  ['third', 1 / 3],
  ['half', 1 / 2],
] as const)('a %s of the spaces is filled in', async (share, part) => {
  const { texts } = await filled(share);
  expect(texts.filter((text) => text !== '')).toHaveLength(Math.floor(texts.length * part));
});

test('dates, numbers, names, words and sentences stand where they are asked for, and no word is cut', () => {
  expect(answerTo('Row 1, By when – Which promises could you make?', 20, 0)).toBe('12/24/2026');
  expect(answerTo('When it is mine – What will each of us do?', 400, 0)).toMatch(/^I kept/);
  expect(answerTo('Week 1, Felt (0–10) – Our small promises', 8, 0)).toBe('7');
  expect(answerTo('Who may know your answer, if anyone?', 80, 1)).toBe('José Núñez');
  expect(answerTo('a feeling – I feel, Draft 1', 12, 2)).toBe('one hour, no');
  expect(answerTo('What led up to it?', 400, 0)).toBe('I kept the second account from you for two years. When the phone rings late, my stomach turns.');
});

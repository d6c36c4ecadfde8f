/** A5 and large print as files: our own rules hold, and what is typed is printed whole. */
import { expect, test } from 'vitest';
import type { Book } from '../../src/layout/book.tsx';
import { writePdf } from '../../src/pdf/write.ts';
import type { Format } from '../../src/options/option-values.ts';
import { FIELD_FONT } from '../fixtures/plain/theme.ts';
import { calmBook, everyKind } from '../layout/calm-book.ts';
import { findingsOf } from '../readers/findings.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';
import { lettersOf, shownIn } from '../readers/shown.ts';
import { writeTooMuch } from './prose.ts';

const pdfOf = async (format: Format, flat = false): Promise<Buffer> => {
  const { book } = await calmBook(everyKind(), format, { shorten: true });
  return (await writePdf(book as Book, { info: { title: 'Every kind', language: 'en', date: new Date(0) }, fieldFont: FIELD_FONT, flat })).bytes;
};

const formats: [string, Format][] = [
  ['A5', { paper: 'a5' }],
  ['large print on Letter', { paper: 'letter', largePrint: true }],
];

test.each<[string, Format, boolean]>([
  ...formats.flatMap(
    ([name, format]) =>
      [
        [name, format, false],
        [name, format, true],
      ] as [string, Format, boolean][],
  ),
  ['large print on A4 with holes, ink saved', { paper: 'a4', largePrint: true, binding: '2-hole', inkSaver: true }, false],
  ['pages of a booklet', { paper: 'a5', binding: 'booklet' }, true],
])('no rule is broken: %s %o, print only %s', async (_, format, flat) => {
  expect(await findingsOf(await pdfOf(format, flat))).toEqual([]);
});

test.each(formats)('whatever is typed is printed: %s', async (_, format) => {
  const engine = await PdfiumDocument.open(await pdfOf(format));
  const values = new Map<string, string>();
  for (let page = 0; page < engine.pageCount; page += 1) {
    for (const widget of engine.widgets(page)) if (widget.kind === 'text') engine.type(widget, writeTooMuch('plain', widget.rect));
    engine.leave();
    for (const [name, value] of engine.values(page)) values.set(name, value);
  }
  const saved = engine.save();
  engine.close();
  const shown = await shownIn(saved);
  expect(shown.size).toBeGreaterThan(50);
  for (const [name, { letters, cut }] of shown) {
    expect(letters, name).toBe(lettersOf(values.get(name) ?? ''));
    expect(letters.length, name).toBeGreaterThan(1);
    expect(cut, name).toBe(0);
  }
});

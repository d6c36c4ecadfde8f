/** The line at the head of loose sheets: on the paper and clear of the text, however long the name and however large the print. */
import { describe, expect, test } from 'vitest';
import { shippedTemplates, templatesIn } from '../../src/theme/find-template.ts';
import type { Format } from '../../src/options/option-values.ts';
import { block, section, words, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';
import { calmBook, linesOf } from './calm-book.ts';

/** No printer at home reaches closer to the edge of the sheet, in points. */
const PRINTABLE = 18;
/** Lengths that differ by less are the same: yoga reckons with 32 bits. */
const SAME = 0.01;

const looks = await templatesIn(shippedTemplates());
const formats: Format[] = [
  { paper: 'letter' },
  { paper: 'a4' },
  { paper: 'a5' },
  { paper: 'letter', largePrint: true },
  { paper: 'a4', largePrint: true },
  { paper: 'letter', binding: '2-hole' },
];
const LONG = 'Ana María '.repeat(30).trim();
const names = [undefined, 'Ana Gómez · Sesión del 3 de diciembre de 2026', LONG];

const sheetsOf = (language: 'en' | 'es') => {
  const questions = Array.from({ length: 12 }, (_, index) =>
    block('question', { question: [words(`What happened on day ${index + 1}?`)], id: `day-${index + 1}`, lines: 3 }),
  );
  return { ...workbookOf([section('one', 'One', [worksheet('Sheet', questions)])]), loose: true as const, language };
};
const made = (language: 'en' | 'es', format: Format, look: string, name?: string) =>
  calmBook(sheetsOf(language), format, { look, shorten: true, ...(name === undefined ? {} : { preparedFor: name }) });

describe.each(looks)('in the look of %s', (look) => {
  test.each(['en', 'es'] as const)('stands within reach of a printer on every page, over the text (%s)', async (language) => {
    for (const format of formats) {
      for (const name of names) {
        const about = JSON.stringify({ format, name });
        const { book, theme, diagnostics } = await made(language, format, look, name);
        expect(
          diagnostics.filter(({ severity }) => severity === 'error'),
          about,
        ).toEqual([]);
        expect(book?.pages.length, about).toBeGreaterThan(1);
        for (const { placed } of book?.pages ?? []) {
          const [line, ...text] = placed;
          expect(line?.top, about).toBeGreaterThanOrEqual(PRINTABLE - SAME);
          const foot = (line?.top ?? 0) + (line?.node.box.height ?? 0);
          expect(text.length, about).toBeGreaterThan(0);
          for (const { node, top } of text) {
            expect(top, about).toBeGreaterThanOrEqual(foot - SAME);
            expect(top + node.box.height, about).toBeLessThanOrEqual(theme.paper.height - theme.paper.bottom + 1);
          }
        }
      }
    }
  });
});

test('leaves the margin of the theme as it is where it fits', async () => {
  const { book, theme } = await made('en', { paper: 'letter' }, 'calm', 'Ana');
  const [, first] = book?.pages[0]?.placed ?? [];
  expect(first?.top).toBe(theme.paper.top);
});

test('says the whole name', async () => {
  const { book } = await made('en', { paper: 'letter' }, 'calm', LONG);
  const [line] = book?.pages[0]?.placed ?? [];
  const said = linesOf(line!.node).map((each) => each.words.trim());
  expect(said.join(' ')).toContain(`${LONG}.`);
});

test('is an error where it would take more than a third of a page, or has a word that is wider than it', async () => {
  const tall = await made('en', { paper: 'letter' }, 'bold', 'Ana María '.repeat(400).trim());
  expect(tall.book).toBeUndefined();
  expect(tall.diagnostics).toMatchObject([{ code: 'block-too-tall', severity: 'error', hints: ['write a shorter name'] }]);
  const wide = await made('en', { paper: 'letter' }, 'calm', 'Annabella'.repeat(30));
  expect(wide.book).toBeUndefined();
  expect(wide.diagnostics).toMatchObject([{ code: 'text-too-wide', severity: 'error' }]);
});

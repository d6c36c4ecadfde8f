/** Books of many steps: the numerals of their openers fit, whatever the template and the paper. */
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../src/layout/laid-out-node.ts';
import { question, section, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';
import { calmBook, linesOf, nodesOf, type Made } from './calm-book.ts';

const step = (number: number) => ({ ...section(`step-${number}`, `Title ${number}`, [worksheet('Sheet', [question('q', 2)])]), number });
const bookOf = (...numbers: number[]) => ({ ...workbookOf(numbers.map(step)), stepCount: Math.max(...numbers) });

const numeralsOf = ({ book, theme }: Made) =>
  nodesOf(book!).filter(
    ({ node }) =>
      // Numbers of pages are larger than the text too, in the contents.
      node.type === 'TEXT' &&
      marksOf(node).pageOf === undefined &&
      Number(node.style.fontSize) > theme.type.body.size &&
      /^\d+$/.test(linesOf(node)[0]?.words ?? ''),
  );

const sizesOf = (made: Made): number[] => numeralsOf(made).map(({ node }) => Number(node.style.fontSize));

describe.each(['calm', 'plain', 'warm', 'bold'])('the numerals of %s', (look) => {
  it.each([[{ paper: 'letter' }], [{ paper: 'a4' }], [{ paper: 'a5' }], [{ paper: 'letter', largePrint: true }], [{ paper: 'a4', largePrint: true }]] as const)(
    'fit into their column, of one digit and of four (%o)',
    async (format) => {
      for (const numbers of [[9], [10], [88, 99], [120], [2000]]) {
        const made = await calmBook(bookOf(...numbers), format, { look });
        expect(made.diagnostics).toEqual([]);
        const numerals = numeralsOf(made);
        expect(numerals.map(({ node }) => linesOf(node)[0]?.words)).toEqual(numbers.map(String));
        for (const { node } of numerals) expect(linesOf(node)[0]?.width).toBeLessThanOrEqual(node.box.width + 1);
      }
    },
  );
});

describe('the numerals of a book', () => {
  it('are as large as the theme has them where they fit, and all of one size where they do not', async () => {
    const few = await calmBook(bookOf(1, 2), { paper: 'letter' });
    expect(sizesOf(few)).toEqual([few.theme.type.numeral.size, few.theme.type.numeral.size]);
    const many = await calmBook(bookOf(...Array.from({ length: 12 }, (_, index) => index + 1)), { paper: 'letter' });
    const [first, ...rest] = sizesOf(many);
    expect(rest).toHaveLength(11);
    expect(new Set([first, ...rest]).size).toBe(1);
    expect(first).toBeLessThan(many.theme.type.numeral.size);
    expect(first).toBeGreaterThan(many.theme.type.stepTitle.size);
  });

  it('are there in a book of 120 steps', async () => {
    const numbers = Array.from({ length: 120 }, (_, index) => index + 1);
    const { book, diagnostics, theme } = await calmBook(bookOf(...numbers), { paper: 'letter' });
    expect(diagnostics).toEqual([]);
    expect(numeralsOf({ book: book!, diagnostics, theme }).map(({ node }) => linesOf(node)[0]?.words)).toEqual(numbers.map(String));
  });
});

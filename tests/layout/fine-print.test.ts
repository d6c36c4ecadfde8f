/** Pages of what is looked up: their words stand over the whole width, in the letters of hints. */
import { expect, test } from 'vitest';
import type { BlockOf } from '../../src/content/blocks/index.ts';
import { section, words, workbookOf } from '../fixtures/plain/workbook.ts';
import { calmBook, linesOf, nodesOf } from './calm-book.ts';

const text: BlockOf<'text'> = {
  kind: 'text',
  text: [words('A study of many people found something that is told in a line or two. '.repeat(6))],
  at: { file: '/x/one.yaml', start: 0, end: 1 },
};

/** The first paragraph of a page: its left edge, width, height and the size of its letters, in points. */
const paragraphOf = async (finePrint: boolean) => {
  const page = { ...section('sources', 'Sources', [text]), ...(finePrint ? { 'fine-print': true } : {}) };
  const { book, theme } = await calmBook(workbookOf([page]), { paper: 'letter' });
  const found = nodesOf(book!).find(({ node }) => node.type === 'TEXT' && linesOf(node)[0]?.words.startsWith('A study of'));
  return { theme, box: found!.node.box, size: Number(found!.node.style.fontSize) };
};

test('it takes the whole width, in letters that are small but never under 10.5 points', async () => {
  const [usual, fine] = [await paragraphOf(false), await paragraphOf(true)];
  const { paper, type } = fine.theme;
  expect(usual.size).toBe(type.body.size);
  expect(fine.size).toBeLessThan(usual.size);
  expect(fine.size).toBeGreaterThanOrEqual(10.5);
  expect(fine.box.width).toBeCloseTo(paper.width - paper.inner - paper.outer, 1);
  expect(fine.box.height).toBeLessThan(usual.box.height);
});

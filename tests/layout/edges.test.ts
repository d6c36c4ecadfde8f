/** The left edges of a page: the one of the text area, and the one of the main column. */
import { expect, test } from 'vitest';
import type { Section, Workbook } from '../../src/content/workbook.ts';
import { marksOf } from '../../src/layout/laid-out-node.ts';
import { block, question, section, words, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';
import { calmBook, linesOf, nodesOf } from './calm-book.ts';

const pause = block('callout', { callout: 'pause', text: [words('Rest your eyes for a minute.')] });
const columns = block('columns', {
  id: 'two',
  columns: words('Two sides'),
  sides: [{ title: 'I heard' }, { title: 'You meant' }],
  lines: 4,
  pairs: 1,
});

/** Where each line of words begins on its page and how far down, in points, by the words that it begins with. */
const placesIn = async (workbook: Workbook) => {
  const { book, theme } = await calmBook(workbook, { paper: 'letter' });
  const places = nodesOf(book!)
    .filter(({ node }) => node.type === 'TEXT')
    .map(({ node, left, top }) => ({ words: linesOf(node)[0]?.words ?? '', left, top }));
  const placeOf = (begin: string) => places.find((place) => place.words.startsWith(begin))!;
  const edge = theme.paper.inner;
  return { placeOf, edge, axis: edge + theme.column.margin + theme.column.gap, theme, fields: nodesOf(book!).filter(({ node }) => marksOf(node).field) };
};

const bookOf = (...blocks: Parameters<typeof worksheet>[1]): Workbook => workbookOf([section('one', 'One', [worksheet('Sheet', blocks)])]);

test('a callout after a block over the whole width has its word at the left edge and its text in the main column, as any other', async () => {
  const { placeOf, edge, axis, theme } = await placesIn(bookOf(columns, pause));
  expect(placeOf('Two sides').left).toBeCloseTo(edge, 1);
  expect(placeOf('Pause').left).toBeLessThan(axis - theme.column.gap);
  expect(placeOf('Rest your').left).toBeCloseTo(axis + theme.callout.indent, 1);
  expect(Math.abs(placeOf('Rest your').top - placeOf('Pause').top)).toBeLessThan(theme.type.body.leading / 2);
});

test('what follows the callout begins at the left edge again', async () => {
  const { placeOf, edge } = await placesIn(bookOf(columns, pause, question('more', 2, 'What else?')));
  expect(placeOf('What else?').left).toBeCloseTo(edge, 1);
});

/** A worksheet that is done together: its margin words are taller than its title. */
const together = (...blocks: Parameters<typeof worksheet>[1]): Workbook =>
  workbookOf([section('one', 'One', [{ ...worksheet('Sheet', blocks), with: 'together' as const }])]);

test('the words in the margin of a head move nothing down that leaves the margin free', async () => {
  const [alone, joint] = [await placesIn(bookOf(question('said', 3, 'What was said?'))), await placesIn(together(question('said', 3, 'What was said?')))];
  expect(joint.placeOf('Only if').top).toBeLessThan(joint.placeOf('What was said?').top);
  expect(joint.placeOf('What was said?').top).toBeCloseTo(alone.placeOf('What was said?').top, 1);
});

test('what takes the whole width stands below them', async () => {
  const [alone, joint] = [await placesIn(bookOf(columns)), await placesIn(together(columns))];
  expect(joint.placeOf('Two sides').top).toBeGreaterThan(alone.placeOf('Two sides').top);
});

test.each([
  ['of fine print at the left edge', true],
  ['at the main column', false],
])('author and licence stand under a page %s', async (_, fine) => {
  const page: Section = {
    ...section('sources', 'Sources', [block('text', { text: [words('Somebody wrote it.')] })], 'closing'),
    ...(fine ? { 'fine-print': true } : {}),
  };
  const { placeOf, edge, axis } = await placesIn({ ...workbookOf([page]), license: 'Free to copy' });
  expect(placeOf('Free to copy').left).toBeCloseTo(fine ? edge : axis, 1);
  expect(placeOf('Free to copy').left).toBeCloseTo(placeOf('Somebody wrote').left, 1);
});

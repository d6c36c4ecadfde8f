import { expect, test } from 'vitest';
import type { BlockOf, LeafBlock } from '../../src/content/blocks/index.ts';
import { type LaidOutNode, marksOf, visit } from '../../src/layout/laid-out-node.ts';
import { block, question, section, words, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';
import { calmBook } from './calm-book.ts';

const NOTE = 'Only if you can both say no. '.repeat(25);

const note = (more: Partial<BlockOf<'callout'>>) => block('callout', { callout: 'safety', text: [words(NOTE)], 'in-place': false, ...more });

/** Each at a place of its own in the file, as blocks that were read are. */
const inOrder = (blocks: LeafBlock[]): LeafBlock[] => blocks.map((each, index) => ({ ...each, at: { ...each.at, start: 10 * (index + 1) } }));

const includesField = (node: LaidOutNode): boolean => {
  let found = false;
  visit(node, (inner) => {
    found ||= marksOf(inner).field !== undefined;
  });
  return found;
};

const isNote = (node: LaidOutNode): boolean => marksOf(node).flow?.mayMoveUp !== undefined;

/** What stands on each page of a worksheet with a tall question, and a callout after it, in the order in which it is read. */
const pagesWith = async (callout: LeafBlock): Promise<string[][]> => {
  const sheet = worksheet('Sheet', inOrder([question('first', 19), callout]));
  const { book } = await calmBook(workbookOf([section('one', 'One', [sheet], 'closing')]), { paper: 'letter' });
  return (book?.pages ?? [])
    .filter(({ section: of, placed }) => of && placed.some(({ node }) => includesField(node) || isNote(node)))
    .map(({ placed }) => placed.map(({ node }) => (isNote(node) ? 'note' : includesField(node) ? 'question' : 'head')));
};

test('a word of care that would stand alone on a page stands before the question that it follows, and is read there', async () => {
  expect(await pagesWith(note({}))).toEqual([['head', 'note'], ['question']]);
});

test('it stays where it is written if its author says so', async () => {
  expect(await pagesWith(note({ 'in-place': true }))).toEqual([['head', 'question'], ['note']]);
});

test('a pause stays behind what it ends, and an example where it was written', async () => {
  expect(await pagesWith(note({ callout: 'pause' }))).toEqual([['head', 'question'], ['note']]);
  expect(await pagesWith(note({ callout: 'example' }))).toEqual([['head', 'question'], ['note']]);
});

test('with room for both, nothing moves', async () => {
  expect(await pagesWith(note({ text: [words('Only if you can both say no.')] }))).toEqual([['head', 'question', 'note']]);
});

test('what is read follows what is seen', async () => {
  const sheet = worksheet('Sheet', inOrder([question('first', 19), note({})]));
  const { book } = await calmBook(workbookOf([section('one', 'One', [sheet], 'closing')]), { paper: 'letter' });
  for (const { placed } of book?.pages ?? []) expect(placed.map(({ top }) => top)).toEqual(placed.map(({ top }) => top).toSorted((one, other) => one - other));
});

/** A discreet copy without the safety page has no word that leads to a help line. */
import { expect, test } from 'vitest';
import type { Block } from '../../src/content/blocks/index.ts';
import { loadHelpTraces } from '../../src/content/load-help-lines.ts';
import { withoutHelp } from '../../src/content/without-help.ts';
import type { Section } from '../../src/content/workbook.ts';

const at = { file: '', start: 0, end: 0 };
const TRACES = { hosts: ['thehotline.org'], numbers: ['18007997233', '988'] };
const sectionOf = (blocks: Block[]): Section => ({ id: 'page', part: 'closing', title: [{ text: 'Page' }], purpose: [{ text: 'To read.' }], blocks, at });
const kept = (...blocks: Block[]): Block[] =>
  withoutHelp([sectionOf([...blocks, { kind: 'text', text: [[{ text: 'Last.' }]], at }])], TRACES)[0]?.blocks.slice(0, -1) ?? [];
const text = (...paragraphs: string[]): Block => ({ kind: 'text', text: paragraphs.map((words) => [{ text: words }]), at });

test('a block of help lines goes, with the worksheet that was made of it', () => {
  const lines: Block = { kind: 'help-lines', 'help-lines': [{ text: 'Call.' }], at };
  const worksheet = (...blocks: Block[]): Block =>
    ({ kind: 'worksheet', worksheet: [{ text: 'People' }], purpose: [{ text: 'To call.' }], minutes: 5, with: 'alone', blocks, at }) as Block;
  const question: Block = { kind: 'question', question: [{ text: 'Who?' }], id: 'who', lines: 2, fill: false, at } as Block;
  expect(kept(text('Before.'), lines)).toMatchObject([{ kind: 'text' }]);
  expect(kept(worksheet(lines, text('They answer day and night.')))).toEqual([]);
  expect(kept(worksheet(lines, question))).toMatchObject([{ kind: 'worksheet', blocks: [{ kind: 'question' }] }]);
});

test('a page goes that begins with help lines and has nothing to fill in', () => {
  const lines: Block = { kind: 'help-lines', 'help-lines': [{ text: 'Call.' }], at };
  const question: Block = { kind: 'question', question: [{ text: 'Who?' }], id: 'who', lines: 2, fill: false, at } as Block;
  const left = (...blocks: Block[]) => withoutHelp([sectionOf(blocks)], TRACES).map((section) => section.blocks.map(({ kind }) => kind));
  expect(left(lines, text('Learn one number by heart.'))).toEqual([]);
  expect(left(lines, question)).toEqual([['question']]);
  expect(left(text('How this book is used.'), lines)).toEqual([['text']]);
});

test.each(['Call 1-800-799-7233.', 'Call 1 (800) 799 7233 today.', 'Text 988 now.', 'See www.theHotline.org for more.'])(
  'a paragraph goes that says "%s"',
  (words) => {
    expect(kept(text('Stays.', words))).toMatchObject([{ text: [[{ text: 'Stays.' }]] }]);
    expect(kept(text(words))).toEqual([]);
  },
);

test.each(['In 1988 it was 9,988 people.', 'doi.org/10.988/x', 'It took 9880 hours.'])('other numbers stay: "%s"', (words) => {
  expect(kept(text(words))).toMatchObject([{ text: [[{ text: words }]] }]);
});

test('a point of a list goes where its link leads there, and the list with its last point', () => {
  const point = (href: string) => [{ text: 'A study. ' }, { text: 'here', href }];
  const tips = (...hrefs: string[]): Block => ({ kind: 'tips', tips: [{ text: 'On safety' }], numbered: false, items: hrefs.map(point), at });
  expect(kept(tips('https://www.thehotline.org/x', 'https://example.org'))).toMatchObject([{ items: [[{}, { href: 'https://example.org' }]] }]);
  expect(kept(tips('https://www.thehotline.org/x'))).toEqual([]);
});

test('what help lines are known by is taken from all countries that have some', async () => {
  const { hosts, numbers } = await loadHelpTraces('/nowhere');
  expect(hosts).toContain('thehotline.org');
  expect(numbers).toEqual(expect.arrayContaining(['18007997233', '988', '116123']));
});

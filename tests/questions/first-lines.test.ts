/** What a page to print has of a long answer. */
import { expect, test } from 'vitest';
import { firstLines } from '../../src/questions/first-lines.ts';

const LONG = 'I did not sleep. '.repeat(30).trim();

test.each([
  ['a short answer is whole', 'One matter.', '', 'One matter.'],
  ['so are a few rows', 'Week 1: kept\nWeek 2: kept', '', 'Week 1: kept\nWeek 2: kept'],
  ['and two answers that differ from their first words', 'It was calm.', 'It was loud.', 'It was calm.'],
])('%s', (_, text, other, printed) => {
  expect(firstLines(text, other)).toEqual({ text: printed, shortened: false });
});

test('of a long answer the first words are printed, and the rest is not left out silently', () => {
  const { text, shortened } = firstLines(LONG, '');
  expect(shortened).toBe(true);
  expect(text).toMatch(/^I did not sleep\. .* …$/);
  expect(text.length).toBeLessThan(LONG.length / 2);
  expect(LONG.startsWith(text.slice(0, -2))).toBe(true);
});

test('what was written behind a long beginning that both copies have is printed', () => {
  expect(firstLines(`${LONG} Then he said it.`, LONG)).toEqual({ text: '… I did not sleep. Then he said it.', shortened: true });
  // The other one has nothing of its own: its beginning stands for it.
  expect(firstLines(LONG, `${LONG} Then he said it.`).text).toMatch(/^(?:… )?I did not sleep\./);
});

const weeks = (...kept: string[]): string => kept.map((what, index) => `Week ${index + 1}: ${what}`).join('\n');

test('of a long table, the rows that the other copy has too are left out, wherever they stand', () => {
  const before = weeks('kept', 'kept', 'late', 'kept', 'kept', 'kept', 'kept');
  const now = weeks('kept', 'kept', 'forgotten', 'kept', 'kept', 'kept', 'kept', 'late');
  expect(firstLines(now, before)).toEqual({ text: '… Week 3: forgotten\nWeek 8: late', shortened: true });
  expect(firstLines(before, now)).toEqual({ text: '… Week 3: late …', shortened: true });
  // It has nothing that the other one has not: its first row says that it is there.
  expect(firstLines(before, `${before}\nWeek 9: late`)).toEqual({ text: 'Week 1: kept …', shortened: true });
});

test('a card that differs keeps its name', () => {
  const cards = (second: string): string => `Card 1\nMy limit: no shouting\nIt matters: I go quiet\nCard 2\nMy limit: ${second}\nIt matters: I sleep badly`;
  expect(firstLines(cards('eleven o’clock'), cards('ten o’clock')).text).toBe('… Card 2\nMy limit: eleven o’clock …');
});

test('a word without an end is cut within', () => {
  expect(firstLines('x'.repeat(5000), '').text).toMatch(/^x{100,300} …$/);
});

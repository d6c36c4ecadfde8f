/** What a page to print has of a long answer. */
import fc from 'fast-check';
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

const SLOWLY = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');

test('where no sentence ends nearby, what is printed begins a few words before the difference', () => {
  expect(firstLines(`${SLOWLY} and I promise it`, `${SLOWLY} but not yet`).text).toMatch(/^… word\d+ .* word59 and I promise it$/);
  expect(firstLines(`${SLOWLY} but not yet`, `${SLOWLY} and I promise it`).text).toMatch(/^… word\d+ .* word59 but not yet$/);
  // One goes on where the other one ends.
  expect(firstLines(SLOWLY, `${SLOWLY} and on`).text).toMatch(/^… .* word59$/);
  expect(firstLines(`${SLOWLY} and on`, SLOWLY).text).toMatch(/^… .* word59 and on$/);
});

test('a long line among others is printed from shortly before the difference, under its label', () => {
  const rows = (end: string): string => `Short line.\nPlan: ${SLOWLY} ${end}`;
  expect(firstLines(rows('New end.'), rows('Old end.')).text).toMatch(/^Short line\.\nPlan: … word\d+ .* New end\.$/);
  expect(firstLines(rows('Old end.'), rows('New end.')).text).toMatch(/^Short line\.\nPlan: … word\d+ .* Old end\.$/);
});

test('short lines that differ are printed, also where none of them has a label', () => {
  const list = (last: string): string => `a\nb\nc\nd\ne\nf\n${last}`;
  expect(firstLines(list('g'), list('h')).text).toBe('… g');
});

test('rows in another order are printed from where the order differs', () => {
  const rows = (...order: number[]): string => order.map((row) => `Row ${row}: done`).join('\n');
  const [one, other] = [rows(1, 2, 3, 4, 5, 6, 7), rows(1, 2, 3, 4, 5, 7, 6)];
  expect(firstLines(one, other).text).not.toBe(firstLines(other, one).text);
});

const words = fc.oneof(
  fc.constantFrom('I did not sleep.', 'kept', 'Week 1: kept', 'Card 1', `${'y'.repeat(150)}`, SLOWLY, LONG, '😀'.repeat(90)),
  fc.string({ unit: fc.constantFrom('a', 'b', '.', ':', '😀'), minLength: 1, maxLength: 12 }),
);
const separator = fc.constantFrom(' ', ' ', '\n');
const answer = fc.array(fc.tuple(words, separator), { minLength: 1, maxLength: 12 }).map((all) =>
  all
    .map(([word, end]) => word + end)
    .join('')
    .trim(),
);
/** Two answers that mostly begin alike, and may end alike. */
const answers = fc
  .tuple(fc.option(answer, { nil: '' }), answer, answer, fc.option(answer, { nil: '' }), separator)
  .map(
    ([start, one, other, end, between]) => [one, other].map((middle) => [start, middle, end].filter((part) => part !== '').join(between)) as [string, string],
  );

test('what is printed of two answers differs where they do', () => {
  fc.assert(
    fc.property(answers, ([one, other]) => {
      fc.pre(one.replace(/\s+/g, ' ') !== other.replace(/\s+/g, ' '));
      expect(firstLines(one, other).text).not.toBe(firstLines(other, one).text);
    }),
    { numRuns: 2000 },
  );
});

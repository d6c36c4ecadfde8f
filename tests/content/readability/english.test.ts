import { expect, test } from 'vitest';
import { english } from '../../../src/content/readability/english.ts';

test('the grade is that of Flesch and Kincaid', () => {
  // 0.39 · 100 / 10 + 11.8 · 150 / 100 − 15.59
  expect(english.grade({ sentences: 10, words: 100, syllables: 150 })).toBeCloseTo(6.01);
});

test.each([
  ['trust', 1],
  ['honest', 2],
  ['apology', 4],
  ['reconciliation', 6],
  ['I’ll', 1],
  ['988', 1],
])('%s has syllables: %i', (word, count) => {
  expect([english.syllables(word), english.syllables(word)]).toEqual([count, count]);
});

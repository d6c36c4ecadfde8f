import { expect, test } from 'vitest';
import { tieLastWords } from '../../src/kit/tie-last-words.ts';

const tied = (text: string): string =>
  tieLastWords([{ text }])
    .map((span) => span.text)
    .join('')
    .replaceAll('\u00a0', '~');

test('two short words at the end of a paragraph are tied', () => {
  expect(tied('Put the page away for today, where it is safe.')).toBe('Put the page away for today, where it is~safe.');
  expect(tied('¿Para qué tendrías espacio, si dejaras eso?')).toBe('¿Para qué tendrías espacio, si dejaras~eso?');
});

test('long words, and what is a few words long, stay as they are', () => {
  for (const text of ['How to begin again, after everything that happened', 'Say it with “I”', 'Alone', '', 'One ']) expect(tied(text)).toBe(text);
});

test('other spans stay as they are, and words of two spans are not tied', () => {
  const prose = [{ text: 'Read this before you go ', strong: true as const }, { text: 'on.' }];
  expect(tieLastWords(prose)).toEqual(prose);
  expect(tieLastWords([{ text: 'Read this before ' }, { text: 'you go on.', strong: true }])).toEqual([
    { text: 'Read this before ' },
    { text: 'you go\u00a0on.', strong: true },
  ]);
});

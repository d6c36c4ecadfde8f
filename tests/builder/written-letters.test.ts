/** What people have written is drawn with the fonts that have its letters, and always fits. */
import { expect, test } from 'vitest';
import { WrittenLetters } from '../../src/builder/written-letters.ts';

const letters = () =>
  new WrittenLetters({
    has: (codePoint) => codePoint < 0x180,
    otherHas: (codePoint) => (codePoint < 0x500 && codePoint !== 0xbf) || codePoint === 0x2610,
  });
const textOf = (prose: { text: string }[]): string => prose.map(({ text }) => text).join('');

test('a word is left as it is where one of the fonts has all of it, and else is set in stretches', () => {
  expect(letters().prose('Yes, да and Ελένη')).toEqual([{ text: 'Yes, да and Ελένη' }]);
  expect(letters().prose('¿да')).toEqual([{ text: '¿ да' }]);
});

test('what no font has is one box, however many characters it is made of, and is told', () => {
  const written = letters();
  expect(textOf(written.prose('ok 👍🏽 שלום'))).toBe('ok ☐ ☐☐☐☐');
  expect([...written.unseen]).toEqual(['👍🏽', 'ש', 'ל', 'ו', 'ם']);
});

test('a letter that is written as two characters is drawn as one', () => {
  expect(letters().prose('cafe\u0301')).toEqual([{ text: 'café' }]);
});

test('a word without an end may be broken, and a paragraph without one is cut behind a sentence', () => {
  expect(textOf(letters().prose('a'.repeat(60)))).toContain('a\u200ba');
  const sentence = 'This is a sentence of a long letter.';
  const paragraphs = letters().paragraphs(`${Array.from({ length: 40 }, () => sentence).join(' ')}\n\nAn end.`);
  expect(paragraphs.length).toBeGreaterThan(2);
  expect(paragraphs.map(textOf).every((text) => text.length <= 600 && text.endsWith('.'))).toBe(true);
  expect(paragraphs.map(textOf).join(' ')).toBe(`${Array.from({ length: 40 }, () => sentence).join(' ')} An end.`);
  expect(
    letters()
      .paragraphs('b'.repeat(2000))
      .map((prose) => textOf(prose).replaceAll('\u200b', ''))
      .join(''),
  ).toBe('b'.repeat(2000));
});

test('no character is cut in two', () => {
  const pieces = letters().paragraphs(`b${'😀'.repeat(600)}`);
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.map(textOf).join('').replaceAll('\u200b', '')).toBe(`b${'☐'.repeat(600)}`);
});

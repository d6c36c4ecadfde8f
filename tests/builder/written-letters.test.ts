/** What people have written is drawn with the fonts that have its letters, and always fits. */
import { expect, test } from 'vitest';
import { WrittenLetters } from '../../src/builder/written-letters.ts';

const letters = () =>
  new WrittenLetters({
    has: (codePoint) => codePoint < 0x180,
    other: { family: 'other', has: (codePoint) => codePoint >= 0x370 && codePoint < 0x500 },
  });
const textOf = (prose: { text: string }[]): string => prose.map(({ text }) => text).join('');

test('letters that the theme lacks are set in the other font, and the rest in its own', () => {
  expect(letters().prose('Yes, да and Ελένη')).toEqual([
    { text: 'Yes, ' },
    { text: 'да', family: 'other' },
    { text: ' and ' },
    { text: 'Ελένη', family: 'other' },
  ]);
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

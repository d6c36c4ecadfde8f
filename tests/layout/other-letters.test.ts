/** Words in letters that the fonts of a theme lack: which of them are set in the other font. */
import { describe, expect, test } from 'vitest';
import { divided } from '../../src/layout/other-letters.ts';
import { otherLetterFiles, withOtherLetters } from '../../src/theme/other-letters.ts';

const latin = (codePoint: number): boolean => codePoint < 0x180 || codePoint === 0x24f || codePoint === 0x301 || (codePoint >= 0x2010 && codePoint < 0x2030);
const other = (codePoint: number): boolean => codePoint < 0x2100;
/** The text with brackets round what is set in the other font. */
const shown = (text: string): string =>
  divided(text, latin, other)
    .map((stretch) => (stretch.other ? `[${stretch.text}]` : stretch.text))
    .join('');

describe('what is set in the other font', () => {
  test.each([
    ['nothing where the theme has all', 'Prepared for Zoë Łukasz · 3 December', 'Prepared for Zoë Łukasz · 3 December'],
    ['a name', 'Prepared for Мария Иванова · Session', 'Prepared for [Мария Иванова] · Session'],
    ['a name as a whole, though one word of it alone needs it', 'Prepared for Nguyễn Thị Ánh · Session', 'Prepared for [Nguyễn Thị Ánh] · Session'],
    ['words in a sentence', 'What you expect of Ελένη, and she of you.', 'What you expect of [Ελένη,] and she of you.'],
    ['all of it', 'Дорогая Мария', '[Дорогая Мария]'],
    ['a name before which spaces stand', '  Мария ', '  [Мария] '],
    ['two names', 'Мария and Ελένη', '[Мария] and [Ελένη]'],
    ['nothing that the other font lacks too', 'For 山田 and Мария', 'For 山田 and [Мария]'],
    ['the letters of a word that no font has as a whole', 'as Мария山', 'as [Мария]山'],
    ['a letter with its marks', 'xɏ а\u0301山', 'xɏ [а\u0301]山'],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('every letter stays where it was', () => {
    const text = ' Prepared  for\u00a0Мария Ü. Иванова\n and Ελένη ';
    expect(
      divided(text, latin, other)
        .map((stretch) => stretch.text)
        .join(''),
    ).toBe(text);
  });
});

test('the other font has Greek, Cyrillic and Vietnamese, and is not read where the theme has the letter', () => {
  const has = withOtherLetters((codePoint) => codePoint < 0x80);
  expect([...'Ελένη Άννα Мария Ёлкина Nguyễn Thị Ánh Łódź ŞİĞ'].filter((letter) => !has(letter.codePointAt(0) ?? 0))).toEqual([]);
  expect(has('山'.codePointAt(0) ?? 0)).toBe(false);
  expect(otherLetterFiles().map(({ weight }) => weight)).toEqual([400, 700]);
});

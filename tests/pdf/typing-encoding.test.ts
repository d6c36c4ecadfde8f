/** The encoding that viewers type with: WinAnsi but for what nobody types, and the letters of the book's language. */
import { describe, expect, test } from 'vitest';
import { openFieldFont } from '../../src/pdf/field-font.ts';
import { differencesArray, toUnicodeMap, typingEncoding } from '../../src/pdf/typing-encoding.ts';
import { glyphName, typingLetters } from '../../src/pdf/typing-letters.ts';
import { FIELD_FONT } from '../fixtures/plain/theme.ts';

const { font } = openFieldFont(FIELD_FONT);
const encodingFor = (language: string) => typingEncoding(language, (codePoint) => font.hasGlyphForCodePoint(codePoint));
const lettersOf = (language: string): string =>
  encodingFor(language)
    .differences.map(({ codePoint }) => String.fromCodePoint(codePoint))
    .join('');

describe('the letters', () => {
  test.each([
    ['en', 'łąęśćżńźčřěůďťňľőűșțăğışİşđĐūėįųāēīģķļņŁŚŻČŘŞ−\u00a0'],
    ['es-MX', 'łżğışőșț−\u00a0'],
    ['pl', 'ąćęłńśźżĄĆĘŁŃŚŹŻ\u00a0'],
    ['tr', 'ğışĞİŞ\u00a0'],
    ['lv', 'āčēģīķļņūĀČĒĢĪĶĻŅŪ\u00a0'],
  ])('in %s, all of these can be typed', (language, letters) => {
    const known = lettersOf(language);
    expect([...letters].filter((letter) => !known.includes(letter))).toEqual([]);
  });

  test('what is typed in English, Spanish, French and German keeps its code', () => {
    const { codePoint } = encodingFor('en');
    const kept = new Set(Array.from({ length: 256 }, (_, code) => codePoint(code)));
    for (const letter of 'éèêëàâäáåæçñíìîïóòôöøœúùûüýÿßÀÉÑÖÜ¿¡«»“”‘’„–—…€£¢§©®°·½²³™•‹›ªº×÷@~^') expect(kept, letter).toContain(letter.codePointAt(0));
  });

  test('no two letters of a font have one name, and each has one of the Adobe Glyph List', () => {
    for (const language of ['en', 'pl', 'ro', 'tr', 'az', 'mt', 'cy']) {
      const names = typingLetters(language).map(glyphName);
      expect(new Set(names).size).toBe(names.length);
      expect(names.every((name) => name !== undefined && /^[A-Za-z]+$/.test(name))).toBe(true);
    }
    expect(['ł', 'ș', 'ş', 'İ', 'ő', 'ů', 'ģ', '−'].map(glyphName)).toEqual([
      'lslash',
      'scommaaccent',
      'scedilla',
      'Idotaccent',
      'ohungarumlaut',
      'uring',
      'gcommaaccent',
      'minus',
    ]);
    expect(glyphName('日')).toBeUndefined();
  });
});

test('codes that follow each other share one number in the array of differences', () => {
  const at = (code: number, name: string) => ({ code, name, codePoint: 0 });
  expect(differencesArray([at(1, 'minus'), at(2, 'lslash'), at(4, 'eogonek')])).toEqual([1, 'minus', 'lslash', 4, 'eogonek']);
});

test('tab and line ends stand for nothing, and the map to Unicode has a row for every other code', () => {
  const encoding = encodingFor('en');
  expect([9, 10, 13].map(encoding.codePoint)).toEqual([undefined, undefined, undefined]);
  const map = toUnicodeMap(encoding);
  expect(map).toContain('<A0> <00A0>');
  expect(map).toContain('<41> <0041>');
  expect(map.match(/^<[0-9A-F]{2}> <[0-9A-F]{4}>$/gm)?.length).toBe(
    Array.from({ length: 255 }, (_, index) => encoding.codePoint(index + 1)).filter((one) => one !== undefined).length,
  );
});

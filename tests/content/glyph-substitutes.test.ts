/** What is drawn for characters that a font does not have. */
import { describe, expect, test } from 'vitest';
import { drawnAs } from '../../src/content/glyph-substitutes.ts';

/** A font of these characters alone. */
const fontOf = (characters: string) => (codePoint: number) => characters.includes(String.fromCodePoint(codePoint));
const plain = fontOf(' \u00a0-\'"abcefilstxA!\u0304');

describe('a character', () => {
  test.each([
    ['a', 'a'],
    ['\u2010', '-'],
    ['\u2011', '-'],
    ['\u2012', '-'],
    ['\u2015', '-'],
    ['\u2212', '-'],
    ['\u2003', ' '],
    ['\u3000', ' '],
    ['\u2007', '\u00a0'],
    ['\u202f', '\u00a0'],
    ['\u2032', "'"],
    ['\u2033', '"'],
    ['\ufb03', 'ffi'],
    ['\ufb06', 'st'],
    ['\uff21', 'A'],
    ['\uff01', '!'],
    ['\u{1d400}', 'A'],
    ['\u0101', 'a\u0304'],
    ['\u200d', ''],
    ['\u2068', ''],
    ['\ufe0f', ''],
  ])('%j that the fonts lack is drawn as %j', (character, drawn) => {
    expect(drawnAs(character, plain)).toBe(drawn);
  });

  test('is drawn as itself where the fonts have it, and as the best of those that say the same', () => {
    expect(drawnAs('\u2011', fontOf('\u2011-'))).toBe('\u2011');
    expect(drawnAs('\u2012', fontOf('–-'))).toBe('–');
    expect(drawnAs('\u2033', fontOf('′"'))).toBe('′′');
  });

  test('that would say something else in plainer signs is not drawn: powers, fractions, other scripts', () => {
    for (const character of ['²', '½', '①', 'я', '→', '☺', '\u202e', '\u200f', '\u0323']) expect(drawnAs(character, plain)).toBeUndefined();
  });
});

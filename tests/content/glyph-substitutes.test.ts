/** What is drawn for characters that a font does not have. */
import { describe, expect, test } from 'vitest';
import { drawnAs, suggestedFor } from '../../src/content/glyph-substitutes.ts';

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

  test.each([
    ['ﬁ', 'fi'],
    ['ﬂ', 'fl'],
    ['ﬃ', 'ffi'],
    ['ǆ', 'dž'],
    ['ǅ', 'Dž'],
    ['Ǌ', 'NJ'],
  ])('%j, letters joined into one for old encodings, is drawn as %j even where the fonts have it', (character, drawn) => {
    expect(drawnAs(character, () => true)).toBe(drawn);
    expect(drawnAs(character, fontOf(character))).toBe(character);
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

describe('letters and units of other keyboards', () => {
  const font = fontOf("‘’'kgmndBCμ²³/−-");
  test.each([
    ['\u02bb', '‘'],
    ['\u02be', '’'],
    ['\u0149', '’n'],
    ['\u00b5', 'μ'],
    ['\u338f', 'kg'],
    ['\u33a1', 'm²'],
    ['\u33a5', 'm³'],
    ['\u3379', 'dm³'],
    ['\u02d7', '−'],
  ])('%j is drawn as %j', (character, drawn) => {
    expect(drawnAs(character, font)).toBe(drawn);
  });

  test('a power of a unit is left out only with the whole sign', () => {
    expect(drawnAs('\u33a1', fontOf('m2'))).toBeUndefined();
  });
});

describe('what an author can write instead', () => {
  const font = fontOf("0123456789/().'-> abcxn");
  test.each([
    ['₂', '2'],
    ['⅓', '1/3'],
    ['①', '1'],
    ['⑴', '(1)'],
    ['ⁿ', 'n'],
    ['→', '->'],
    ['ˈ', "'"],
    ['\u2028', ' '],
  ])('for %j is %j', (character, instead) => {
    expect(suggestedFor(character, font)).toBe(instead);
  });

  test('is not named for powers, other scripts and pictures', () => {
    for (const character of ['⁴', '²', 'я', '☺', 'ệ']) expect(suggestedFor(character, font)).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { checkGlyphs } from '../../src/content/missing-glyphs.ts';
import { sourceFile } from '../../src/diagnostics/source-file.ts';
import { parseYaml } from '../../src/yaml/index.ts';
import { printExpected } from '../fixtures/expected.ts';

/** A font of the Latin letters up to U+024F. */
const latin = (codePoint: number) => codePoint >= 0x20 && codePoint < 0x250;

const told = (...texts: string[]) => {
  const files = texts.map((text, index) => parseYaml(sourceFile(`/${index + 1}.yaml`, text)));
  for (const { diagnostics } of files) expect(diagnostics).toEqual([]);
  return printExpected(
    checkGlyphs(files, latin),
    files.map(({ source }) => source),
    '/',
  )
    .trim()
    .split('\n')
    .filter(Boolean);
};

describe('a character that others stand in for', () => {
  test.each([
    '\u00ad\u200b\u200c\u200d\u200e\u2060\ufeff\u2066\u2068\u2069\u202a\u202c\ufe0f',
    '\u2010\u2011\u2012\u2015\u2212\u2032\u2033',
    '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
    '\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06\uff21\uff5a\uff0c\u2116\u{1d400}',
  ])('is not told: %j', (characters) => {
    expect(told(`a: "x${[...characters].join('x')}y"\n`)).toEqual([]);
  });
});

describe('a character that no font has', () => {
  test('is told at its place with its code and kind', () => {
    expect(told('title: From here → there\n')).toEqual([
      '1.yaml:1:18: error: expected characters that the fonts of the theme have, found "→" (U+2192, an arrow or a sign) [missing-glyph]',
      '  | →',
      '  = write "->" or other words, or choose a theme whose font has it',
    ]);
  });

  test.each(['\u200f', '\u202b', '\u202e', '\u2067', '\u061c'])('is to be removed where it turns the words behind it round: %j', (mark) => {
    expect(told(`a: x${mark}y\n`).at(-1)).toBe('  = remove it: it turns the words behind it round, and cannot be seen');
  });

  test('is told once for each file, with how often it occurs', () => {
    const [first, , , second] = told('a: α\nb: αα\nc: [α]\n', 'a: α\n');
    expect(first).toContain(
      '1.yaml:1:4: error: expected characters that the fonts of the theme have, found "α" (U+03B1, a Greek letter), 4 times in this file',
    );
    expect(second).toContain('2.yaml:1:4: error: expected characters that the fonts of the theme have, found "α" (U+03B1, a Greek letter) [missing-glyph]');
  });

  test.each([
    ['a: 😀\n', '"😀" (U+1F600, an emoji)', 4],
    ['a: "x \\U0001F600"\n', '"😀" (U+1F600, an emoji)', 7],
    ["a: 'it''s 您'\n", '"您" (U+60A8, a Chinese character)', 11],
    ['a: |\n  one\n\n  two я\n', '"я" (U+044F, a Cyrillic letter)', 7],
    ['a: x\u202ey\n', 'U+202E (an invisible character)', 5],
    ['a: x\u2028y\n', 'U+2028 (a kind of space)', 5],
    ['a: cafe\u0301 e\u0323\n', '"ẹ" (U+1EB9, a Latin letter)', 10],
    ['a: x\ue000y\n', 'U+E000 (a character for private use)', 5],
    ['a: x\u0378y\n', 'U+0378 (a character that is not assigned)', 5],
    ['a: one &rarr; two\n', '"→" (U+2192, an arrow or a sign)', 8],
    ['a: one &#x2192; two\n', '"→" (U+2192, an arrow or a sign)', 8],
  ])('is found in %j', (text, name, column) => {
    const [line] = told(text);
    expect(line).toContain(`found ${name}`);
    expect(line).toMatch(new RegExp(`^1\\.yaml:\\d:${column}: `));
  });

  test('is told with what its letter cannot be, never with what is refused itself', () => {
    expect(told('a: cafe\u0301\n')).toEqual([]);
    expect(told('a: x\u0304\n').at(-1)).toBe('  = write it in other words, or choose a theme whose font has it');
  });

  test('does not matter in keys, comments and the names of pictures', () => {
    expect(told('# α\nα: x\nimage: α.png\n')).toEqual([]);
  });
});

describe('a control character', () => {
  test('is refused even when the font has it', () => {
    const file = parseYaml(sourceFile('/1.yaml', 'a: "x\\u0007y"\nb: "x\\ty"\n'));
    expect(checkGlyphs([file], () => true).map(({ code, message, hints = [] }) => [code, message].concat(hints))).toEqual([
      ['control-character', 'expected text that can be printed, found U+0007 (a control character)', 'remove it'],
      ['control-character', 'expected text that can be printed, found U+0009 (a control character)', 'it is a tab: write a space'],
    ]);
  });

  test('is not what line ends are', () => {
    expect(told('a: |\n  one\n  two\nb: >\n  one\n\n  two\n')).toEqual([]);
  });
});

test('the font is asked once about each character', () => {
  const asked: number[] = [];
  const file = parseYaml(sourceFile('/1.yaml', 'a: banana\nb: band\n'));
  checkGlyphs([file, file], (codePoint) => asked.push(codePoint) > 0);
  expect(asked.length).toBe(new Set(asked).size);
  expect(asked.length).toBe(4);
});

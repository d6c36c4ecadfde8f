import { describe, expect, test } from 'vitest';
import { checkGlyphs } from '../../src/content/glyphs.ts';
import { sourceFile } from '../../src/diagnostics/source.ts';
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

describe('a character that no font has', () => {
  test('is told at its place with its code and kind', () => {
    expect(told('title: From here → there\n')).toEqual([
      '1.yaml:1:18: error: expected characters that the fonts of the theme have, found "→" (U+2192, an arrow or a sign) [missing-glyph]',
      '  | →',
      '  = write it in other words, or choose a theme whose font has it',
    ]);
  });

  test('is to be removed where it cannot be seen', () => {
    expect(told('a: x\u200by\n').at(-1)).toBe('  = remove it: it cannot be seen');
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
    ['a: x\u200by\n', 'U+200B (an invisible character)', 5],
    ['a: x\u2003y\n', 'U+2003 (a kind of space)', 5],
    ['a: x\ue000y\n', 'U+E000 (a character for private use)', 5],
    ['a: x\u0378y\n', 'U+0378 (a character that is not assigned)', 5],
    ['a: one &rarr; two\n', '"→" (U+2192, an arrow or a sign)', 8],
    ['a: one &#x2192; two\n', '"→" (U+2192, an arrow or a sign)', 8],
  ])('is found in %j', (text, name, column) => {
    const [line] = told(text);
    expect(line).toContain(`found ${name}`);
    expect(line).toMatch(new RegExp(`^1\\.yaml:\\d:${column}: `));
  });

  test('is told with the composed letter when it is a mark behind one', () => {
    expect(told('a: caf\u0065\u0301\n').at(-1)).toBe('  = write "é" as one character');
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

/** Signs that look like those of YAML and are none: each told on its own line, and nothing else. */
import { describe, expect, test } from 'vitest';
import { position } from '../../src/diagnostics/source-file.ts';
import { parseYaml, sourceFile } from '../../src/yaml/index.ts';

const read = (text: string): string[] => {
  const source = sourceFile('/one.yaml', text);
  return parseYaml(source).diagnostics.map(({ message, at }) => `${position(source, at?.start ?? 0).line}: ${/found .*$/.exec(message)?.[0] ?? message}`);
};

const SPACES: [string, string, string][] = [
  ['\u00a0', 'a no-break space (U+00A0)', ''],
  ['\u202f', 'a narrow no-break space (U+202F)', ''],
  ['\u2003', 'an em space (U+2003)', ''],
  ['\u2007', 'another kind of space (U+2007)', ''],
];

describe.each(SPACES)('%j', (space, name) => {
  test('as indentation', () => {
    expect(read(`a:\n  - b: 1\n${space.repeat(4)}c: 2\n  - d: 3\n`)).toEqual([`3: found ${name}`]);
    expect(read(`a:\n${space.repeat(2)}- b: 1\n${space.repeat(4)}c: 2\n`)).toEqual([`2: found ${name}`]);
    expect(read(`a:\r\n  - b: 1\r\n  ${space.repeat(2)}c: 2\r\n  - d: 3\r\n`)).toEqual([`3: found ${name}`]);
  });

  test('behind a dash, and behind or before a colon', () => {
    expect(read(`a:\n  -${space}b: 1\n    c: 2\n  - d: 3\n`)).toEqual([`2: found ${name}`]);
    expect(read(`a:\n  - b:${space}1\n    c: 2\n`)).toEqual([`2: found ${name}`]);
    expect(read(`a:\n  - b${space}: 1\n    c: 2\n`)).toEqual([`2: found ${name}`]);
  });
});

test('an ideographic space stands for one column or for two', () => {
  expect(read('a:\n  - b: 1\n\u3000\u3000c: 2\n  - d: 3\n')).toEqual(['3: found an ideographic space (U+3000)']);
  expect(read('a:\n  - b: 1\n\u3000\u3000\u3000\u3000c: 2\n  - d: 3\n')).toEqual(['3: found an ideographic space (U+3000)']);
});

test.each(['\u200b', '\ufeff', '\u2060', '\u00ad', '\u200e'])('what cannot be seen is told where it stands: %j', (sign) => {
  expect(read(`a:\n  - b: 1\n    ${sign}c: 2\n`)).toEqual([expect.stringMatching(/^3: found an? .*U\+/)]);
  expect(read(`a: 1\n${sign}b: 2\n`)).toEqual([expect.stringMatching(/^2: found an? .*U\+/)]);
});

test.each(['–', '—', '−', '•', '‐', '‑', '－', '·', '●', '*', '+', '~', '→', '─', 'ー', '✓', '▪'])('%s is no dash', (sign) => {
  expect(read(`a:\n  ${sign} b: 1\n    c: 2\n  - d: 3\n`)).toEqual([expect.stringMatching(/^2: found .*U\+/)]);
  expect(read(`a:\n  - b: 1\n  ${sign} c: 2\n    d: 3\n`)).toEqual([expect.stringMatching(/^3: found .*U\+/)]);
  expect(read(`a:\n  ${sign} b: 1\n`)).toEqual([expect.stringMatching(/^2: found .*U\+/)]);
});

test.each(['--', '1.', '2)', '>'])('%s is no dash, wherever the keys below it begin', (sign) => {
  const below = (spaces: number): string => `a:\n  - b: 1\n  ${sign} c: 2\n${' '.repeat(spaces)}d: 3\n`;
  expect(read(below(4))).toEqual([expect.stringMatching(/^3: found (two hyphens|a number|a greater-than sign)/)]);
  expect(read(below(3 + sign.length))).toEqual(read(below(4)));
});

test('a tab behind a dash, with a way out that keeps the keys below in line', () => {
  const source = sourceFile('/one.yaml', 'a:\n  -\tb: 1\n    c: 2\n');
  expect(parseYaml(source).diagnostics).toMatchObject([{ code: 'tab', at: { start: 6 }, hints: ['write one space in its place'] }]);
});

test('a colon that its value follows at once', () => {
  expect(read('a:1\nb: 2\n')).toEqual(['1: found none']);
  expect(read('a:\n  - b:x\n    c: 2\n')).toEqual(['2: found none']);
  expect(read('a:\n  - b: 1\n    c:[x, y]\n')).toEqual(['3: found none']);
});

test.each(['﹕', '∶', '꞉', '=', ';'])('%s is no colon', (sign) => {
  expect(read(`a: 1\nb${sign} 2\nc: 3\n`)).toEqual([expect.stringMatching(/^2: found an?(?:other)? .* \(U\+/)]);
});

test('a dash that its text follows at once', () => {
  expect(read('a:\n  -b: 1\n   c: 2\n  - d: 3\n')).toEqual(['2: found none']);
  expect(read('a:\n  -b: 1\n    c: 2\n  - d: 3\n')).toEqual(['2: found none']);
});

test('a wide colon', () => {
  expect(read('a:\n  - b：1\n    c: 2\n')).toEqual(['2: found a wide colon (U+FF1A)']);
  expect(read('a：\n  - b: 1\n')).toEqual(['1: found a wide colon (U+FF1A)']);
});

test('"- " and "? " behind a colon', () => {
  expect(read('a:\n  - b: - x\n    c: 2\n')).toEqual(['2: found "- "']);
  expect(read('a:\n  - b: ? x\n    c: 2\n')).toEqual(['2: found "? "']);
  expect(read('a:\n  - ? x\n')).toEqual(['2: found "? "']);
});

test('tabs are told once, with how many lines have them', () => {
  const source = sourceFile('/one.yaml', 'a:\n\t- b: 1\n\t  c: 2\n\t- d: 3\n');
  expect(parseYaml(source).diagnostics).toMatchObject([{ code: 'tab', hints: ['replace each tab by two spaces; 2 more lines have it'] }]);
});

test('a fault beside a typo is told as well, at its place', () => {
  expect(read('a:\n  –b: 1\n    c: 2\nd: "x\n')).toEqual(['2: found an en dash (U+2013)', '4: found none']);
});

test('the same signs inside text are nobody’s business', () => {
  const text = 'a: |\n  – one\n  \u00a0two\n  -three\nb: one\n  – two\n  -three\nc: "x\n  • y"\nd:\n  - -5\n  - --x\n';
  expect(read(text)).toEqual([]);
  expect(read(`${text}e: @f\n`)).toEqual(['13: found a sign that plain text cannot begin with']);
});

test('a typo on very many lines is not taken for very many levels', () => {
  expect(read(`a:\n${'  - b: 1\n\u00a0\u00a0\u00a0\u00a0c: 2\n'.repeat(5000)}`)).toEqual(['3: found a no-break space (U+00A0)']);
  expect(read(`a:\n${'  -b: 1\n    c: 2\n'.repeat(5000)}`)).toHaveLength(10);
});

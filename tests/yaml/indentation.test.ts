/** One line with a wrong indentation is one error, and what follows from it is none. */
import { expect, test } from 'vitest';
import { position } from '../../src/diagnostics/source-file.ts';
import { parseYaml, sourceFile } from '../../src/yaml/index.ts';

const read = (text: string): string[] => {
  const source = sourceFile('/one.yaml', text);
  return parseYaml(source).diagnostics.map(({ message, at }) => {
    const { line, column } = position(source, at?.start ?? 0);
    return `${line}:${column} ${message}`;
  });
};

const lines = ['a:', '  - b: 1', '    c: 2', '    d:', '      - e: 3', '        f: 4', '        g: 5', '      - e: 6', '        f: 7', ''];
/** The lines with one of them, counted from 1, indented otherwise. */
const moved = (line: number, spaces: number): string => lines.map((one, index) => (index === line - 1 ? ' '.repeat(spaces) + one.trim() : one)).join('\n');

test.each([
  [3, 3, 4],
  [3, 2, 4],
  [6, 7, 8],
  [8, 5, 6],
  [8, 7, 6],
])('line %i with %i spaces for %i', (line, spaces, right) => {
  const told = read(moved(line, spaces));
  expect(told).toEqual([expect.stringContaining(`${line}:`)]);
  expect(told).toEqual([expect.stringMatching(new RegExp(`expected ${right} spaces before this line.*found ${spaces} spaces|same indentation`))]);
});

test('an error of its own below is told as well, at its place', () => {
  expect(read(`${moved(3, 3)}h: "x\n`)).toEqual([
    '3:4 expected 4 spaces before this line, as before others of its list or map, found 3 spaces',
    '10:4 expected a closing quotation mark, found none',
  ]);
});

test('two lines with wrong indentations are two errors', () => {
  expect(read(moved(3, 3).replace('        f: 4', '       f: 4')).map((one) => one.split(':')[0])).toEqual(['3', '6']);
});

test('a file of hundreds of thousands of letters is told, too', () => {
  expect(read(`${moved(3, 3)}h: ${'x '.repeat(300_000)}\n`)[0]).toMatch(/^3:/);
});

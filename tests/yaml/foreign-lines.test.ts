/** Lines and line ends that other programs leave in a file: each is told once, where it begins. */
import { expect, test } from 'vitest';
import { position } from '../../src/diagnostics/source-file.ts';
import { parseYaml, sourceFile } from '../../src/yaml/index.ts';

const read = (text: string): string[] => {
  const source = sourceFile('/one.yaml', text);
  return parseYaml(source).diagnostics.map(({ message, at }) => `${position(source, at?.start ?? 0).line}: ${/found .*$/.exec(message)?.[0] ?? message}`);
};

test.each(['\n', '\r\n'])('the marks of a merge, with line ends %j', (end) => {
  const lines = ['a: 1', '<<<<<<< HEAD', 'b: 2', '=======', 'b: 3', '>>>>>>> theirs', 'c: 4', ''];
  expect(read(lines.join(end))).toEqual(['2: found the marks of a merge around two']);
  expect(read(lines.slice(0, 6).join(end))).toEqual(['2: found the marks of a merge around two']);
});

test('two places of a merge', () => {
  const one = (key: string): string => `<<<<<<< a\n${key}: 2\n=======\n${key}: 3\n>>>>>>> b\n`;
  expect(read(`${one('a')}${one('b')}`)).toEqual(['1: found the marks of a merge around two', '6: found the marks of a merge around two']);
});

test('the fences of a piece of code in Markdown', () => {
  expect(read('```yaml\na: 1\nb: 2\n```\n')).toEqual(['1: found "```"', '4: found "```"']);
});

test.each([
  ['\u2028', 'a line separator (U+2028)'],
  ['\u2029', 'a paragraph separator (U+2029)'],
  ['\u0085', 'a next line character (U+0085)'],
  ['\u000b', 'a vertical tab (U+000B)'],
  ['\u000c', 'a form feed (U+000C)'],
])('%j between two keys', (sign, name) => {
  expect(read(`a:\n  - b: 1${sign}    c: 2\n`)).toEqual([`2: found ${name}`]);
});

test('the same signs inside text are left alone', () => {
  expect(read('a: |\n  <<<<<<< x\n  =======\n  ```\nb: "x\u2028y"\n')).toEqual([]);
});

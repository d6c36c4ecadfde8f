import { assert, nat, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineText, position, sourceFile } from '../../src/diagnostics/source-file.ts';

describe('a position', () => {
  const source = sourceFile('/a', 'one\n\n😀 two\r\nthree');

  test.each([
    [0, 1, 1],
    [3, 1, 4],
    [4, 2, 1],
    [5, 3, 1],
    [7, 3, 2],
    [11, 3, 6],
    [13, 4, 1],
    [18, 4, 6],
    [-4, 1, 1],
    [99, 4, 6],
  ])('of offset %i is line %i, column %i', (offset, line, column) => {
    expect(position(source, offset)).toEqual({ line, column });
  });

  test('agrees with counting line ends, for any text and place', () => {
    assert(
      property(string(), nat(300), (text, offset) => {
        const before = text.slice(0, offset).split('\n');
        expect(position(sourceFile('/a', text), offset)).toEqual({ line: before.length, column: [...(before.at(-1) ?? '')].length + 1 });
      }),
    );
  });
});

test('the text of a line has no line end', () => {
  const source = sourceFile('/a', 'one\r\ntwo\n\nlast');
  expect([0, 1, 2, 3, 4, 5].map((line) => lineText(source, line))).toEqual(['', 'one', 'two', '', 'last', '']);
});

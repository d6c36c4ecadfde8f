import { array, assert, constantFrom, integer, property } from 'fast-check';
import { type Document, isScalar, parseDocument, type Scalar, stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { rawOffset } from '../../src/yaml/index.ts';

const scalarOf = (document: Document): Scalar<string> => {
  const node = document.get('key', true);
  if (!isScalar(node) || typeof node.value !== 'string') throw new Error('expected text');
  return node as Scalar<string>;
};

/** The line and the rest of it from where a character of the value stands in the file. */
const rest = (text: string, find: string): string => {
  const node = scalarOf(parseDocument(text));
  const offset = rawOffset(text, node, node.value, node.value.indexOf(find));
  return text.slice(offset, offset + 3);
};

describe('the place of a character inside a value', () => {
  test.each([
    ['plain', 'key: some words XYZ\n'],
    ['plain over several lines', 'key: some\n  words\n  XYZ\n'],
    ['single quotes with an apostrophe', "key: 'it''s some XYZ'\n"],
    ['double quotes with escapes', 'key: "a \\"b\\" \\u00e9 \\x41 \\U0001F600 \\n\\t XYZ"\n'],
    ['double quotes with an escaped line end', 'key: "a \\\n   b XYZ"\n'],
    ['literal', 'key: |\n  some\n\n  words XYZ\n'],
    ['literal with a chomping sign and Windows line ends', 'key: |-\r\n  some\r\n  words XYZ\r\n'],
    ['folded', 'key: >-\n  some\n  words\n\n  XYZ\n'],
    ['with a comment in its header', 'key: | # XYZ is not meant\n  some XYZ\n'],
  ])('%s', (_, text) => {
    expect(rest(text, 'XYZ')).toBe('XYZ');
  });

  test('holds for every text in every style', () => {
    const style = constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');
    const word = constantFrom('a', 'é', '😀', "it's", '"so"', '\\', '#x', ': ', '\n', '\n\n', ' ', '- ', '\t');
    assert(
      property(
        style,
        array(word, { maxLength: 12 }),
        array(word, { maxLength: 12 }),
        integer({ min: 20, max: 80 }),
        (defaultStringType, before, after, lineWidth) => {
          const value = `${before.join('')}§${after.join('')}`;
          const text = stringify({ key: value }, { defaultStringType: defaultStringType as 'PLAIN', lineWidth });
          const node = scalarOf(parseDocument(text));
          expect(text[rawOffset(text, node, node.value, node.value.indexOf('§'))]).toBe('§');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

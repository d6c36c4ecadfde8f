/** Names of elements: what is laid out alike has the same name, and what is not has another. */
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { identifier, Names, Numbers } from '../../src/layout/cache-key.ts';

const Part = (): null => null;
const element = (words: unknown) => createElement(Part, { words } as object);

test('elements that are made of the same have one name, in this book and the next', () => {
  const [numbers, names] = [new Numbers(), new Names()];
  const first = identifier(numbers, names)(element({ title: 'Begin', lines: [1, 2] }));
  names.turn();
  expect(identifier(numbers, names)(element({ title: 'Begin', lines: [1, 2] }))).toBe(first);
});

test('elements that differ anywhere have names that differ', () => {
  const name = identifier(new Numbers(), new Names());
  const different = [
    element('a'),
    element(['a']),
    element(['a', 'b']),
    element(['a,b']),
    element(['a"', 'b']),
    element(['1"a']),
    element({ a: 'b' }),
    element({ a: { b: 'c' } }),
    element({ a: 'b', c: 'd' }),
    element({ 'a:b': 'c' }),
    element(null),
    element('null'),
    element(1),
    element('1'),
    element(new Map([['a', 'b']])),
    element(new Set(['a', 'b'])),
    element(() => 'a'),
    createElement(Part, { key: '1', words: 'a' } as object),
    createElement(() => null, { words: 'a' } as object),
  ];
  expect(new Set(different.map((each) => name(each))).size).toBe(different.length);
});

test('a name that several books have not asked for is given up, and not given to anything else', () => {
  const [numbers, names] = [new Numbers(), new Names()];
  const nameOf = (words: string): string => identifier(numbers, names)(element(words));
  const first = nameOf('a');
  for (let book = 0; book < 20; book += 1) {
    names.turn();
    expect(nameOf(`b ${book}`)).not.toBe(first);
  }
  expect(nameOf('a')).not.toBe(first);
});

/** Many texts looked for in one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textsIn } from './words.ts';

test('the texts that stand in another are found, wherever they begin', () => {
  expect(textsIn('onetwothree', ['three', 'twot', 'one', 'four', 'e', 'x', 'onetwothree', 'threee'])).toEqual(['three', 'twot', 'one', 'e', 'onetwothree']);
});

test('each is found that a search of its own finds, and no other', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '’'), maxLength: 40 });
  fc.assert(
    fc.property(letters, fc.array(letters), (long, texts) => {
      expect(textsIn(long, texts)).toEqual(texts.filter((text) => long.includes(text)));
    }),
  );
});

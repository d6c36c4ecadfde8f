import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from '../../../src/content/translation/align.ts';

const same = (one: string, other: string) => Number(one === other);
const aligned = (from: string, to: string) =>
  align([...from], [...to], same)
    .map(([one = '-', other = '-']) => one + other)
    .join(' ');

test.each([
  ['abc', 'abc', 'aa bb cc'],
  ['abc', 'ac', 'aa b- cc'],
  ['ac', 'abc', 'aa -b cc'],
  ['', 'ab', '-a -b'],
  ['ab', 'ba', 'a- bb -a'],
])('%s beside %s: %s', (from, to, couples) => {
  expect(aligned(from, to)).toBe(couples);
});

test('the most alike are paired, not the first', () => {
  expect(align([1, 5], [5], (one, other) => 10 - Math.abs(one - other))).toEqual([
    [1, undefined],
    [5, 5],
  ]);
});

test('nothing is lost, nothing changes its order, and no pair is unlike', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
  fc.assert(
    fc.property(list, list, (from, to) => {
      const couples = align(from, to, same);
      expect(couples.flatMap(([one]) => one ?? [])).toEqual(from);
      expect(couples.flatMap(([, other]) => other ?? [])).toEqual(to);
      for (const [one, other] of couples) if (one !== undefined && other !== undefined) expect(one).toBe(other);
    }),
  );
});

import { expect, test } from 'vitest';
import { outlineLevels } from '../../src/pdf/outline-levels.ts';

test.each([
  [
    [1, 2, 3, 4, 2, 3],
    [1, 2, 3, 4, 2, 3],
  ],
  [
    [1, 3, 4, 3],
    [1, 2, 3, 2],
  ],
  [
    [3, 4, 3],
    [1, 2, 1],
  ],
  [
    [2, 1, 3],
    [1, 1, 2],
  ],
  [
    [1, 0, 1],
    [1, 1, 2],
  ],
])('levels %j become %j', (given, levels) => {
  const next = outlineLevels();
  expect(given.map(next)).toEqual(levels);
});

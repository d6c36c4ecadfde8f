import { expect, test } from 'vitest';
import { counted } from '../../src/diagnostics/counted.ts';

test('one thing alone is told in the singular', () => {
  expect([0, 1, 2].map((number) => counted(number, 'page'))).toEqual(['0 pages', '1 page', '2 pages']);
});

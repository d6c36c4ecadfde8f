import { expect, test } from 'vitest';
import { numberPages, roman } from '../../src/layout/numbering.ts';
import type { Strings } from '../../src/content/strings.ts';

const strings = { notesFor: 'Notes for {{page}}', guidePage: 'Guide {{page}}' } as Strings;

test('clients’ pages count from 1', () => {
  const { numbers, total } = numberPages([{}, {}, {}], strings);
  expect(numbers.map(({ label }) => label)).toEqual(['1', '2', '3']);
  expect(total).toBe(3);
});

test('notes for the counselor stand before the page that they are about and do not count', () => {
  const { numbers, total } = numberPages([{}, { note: 'beside' }, { note: 'beside' }, {}, { note: 'beside' }, {}], strings);
  expect(numbers.map(({ label }) => label)).toEqual(['1', '2n', '2n2', '2', '3n', '3']);
  expect(numbers[1]).toEqual({ page: 2, label: '2n', note: 'Notes for 2' });
  expect(total).toBe(3);
});

test('the counselor’s guide is counted in Roman numerals', () => {
  const { numbers } = numberPages([{}, { note: 'guide' }, { note: 'guide' }, {}], strings);
  expect(numbers.map(({ label }) => label)).toEqual(['1', 'i', 'ii', '2']);
  expect([1, 4, 9, 14, 19].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xix']);
});

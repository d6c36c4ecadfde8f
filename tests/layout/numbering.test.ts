import { expect, test } from 'vitest';
import { numberPages, roman } from '../../src/layout/numbering.ts';
import type { Strings } from '../../src/content/strings.ts';

const strings = { notesFor: 'Notes for {{page}}', guidePage: 'Guide {{page}}', counselorNotes: 'For you' } as Strings;
const unlisted = { section: { unlisted: true } };

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

test('pages of an unlisted section have no number, and none is missing without them', () => {
  const { numbers, total } = numberPages([{}, unlisted, unlisted, {}], strings);
  expect(numbers.map(({ label }) => label)).toEqual(['1', '–', '–', '2']);
  expect(numbers[1]?.note).toBe('');
  expect(total).toBe(2);
});

test('notes before an unlisted page do not call it by the number of another', () => {
  const { numbers } = numberPages([{}, { note: 'beside' }, unlisted, { note: 'beside' }, {}], strings);
  expect(numbers.map(({ label, note }) => [label, note])).toEqual([
    ['1', undefined],
    ['–n', 'For you'],
    ['–', ''],
    ['2n', 'Notes for 2'],
    ['2', undefined],
  ]);
});

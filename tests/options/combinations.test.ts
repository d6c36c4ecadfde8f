import { expect, test } from 'vitest';
import { checkCombination, everyFormat, REFUSALS } from '../../src/options/combinations.ts';
import type { AskedOptions } from '../../src/options/option-values.ts';

const plain: AskedOptions = { paper: 'letter', flat: false, largePrint: false, inkSaver: false, binding: 'none' };
const refused = (choice: AskedOptions): string =>
  checkCombination({ ...plain, ...choice })
    .map(({ message, hints }) => `${message} → ${hints?.join()}`)
    .join('\n');

test.each<[AskedOptions, RegExp]>([
  [{ paper: 'a5', largePrint: true }, /--large-print with --paper a5: A5 has room for some 35 letters .* → choose --paper letter or --paper a4/],
  [{ paper: 'a5', largePrint: true, flat: true, binding: '2-hole' }, /--large-print with --paper a5/],
  [{ paper: 'a5', binding: 'booklet' }, /--binding booklet with fields .* → add --flat/],
  [{ paper: 'letter', binding: 'booklet' }, /--binding booklet with fields/],
  [{ paper: 'a4', binding: 'booklet', flat: true, largePrint: true }, /--binding booklet with --large-print: .* → bind large print with holes/],
  [{ paper: 'a5', binding: '3-hole' }, /--binding 3-hole with --paper a5: the outer of three holes are 216 mm apart.* → A5 is filed with two holes/],
  [{ paper: 'a5', binding: '3-hole', flat: true }, /--binding 3-hole with --paper a5/],
])('%o is refused', (choice, reason) => {
  expect(refused(choice)).toMatch(reason);
});

test.each<AskedOptions>([
  {},
  { paper: 'a4' },
  { paper: 'a5' },
  { paper: 'a5', flat: true },
  { paper: 'a5', binding: '2-hole' },
  { paper: 'a5', binding: 'booklet', flat: true },
  { paper: 'a5', binding: 'booklet', flat: true, inkSaver: true },
  { paper: 'letter', binding: 'booklet', flat: true },
  { paper: 'letter', binding: '3-hole' },
  { paper: 'letter', binding: '2-hole' },
  { paper: 'a4', binding: '3-hole' },
  { paper: 'a4', binding: '2-hole', largePrint: true },
  { paper: 'letter', largePrint: true },
  { paper: 'letter', largePrint: true, flat: true, binding: '3-hole', inkSaver: true },
])('%o is made', (choice) => {
  expect(refused(choice)).toBe('');
});

test('every row of the table refuses something that no other row does', () => {
  for (const { when } of REFUSALS) {
    const others = REFUSALS.filter((row) => row.when !== when);
    // Everything else as it is where nothing is refused.
    const choice: AskedOptions = { ...plain, flat: true, ...when };
    expect(refused(choice)).not.toBe('');
    expect(others.some((row) => Object.entries(row.when).every(([option, value]) => choice[option as keyof AskedOptions] === value))).toBe(false);
  }
});

test('options that were left out count as not chosen', () => {
  expect(checkCombination({ paper: 'a5', binding: 'booklet' })).toHaveLength(1);
  expect(checkCombination({ paper: 'letter' })).toEqual([]);
});

test('every format is one that can be built, and none is missing', () => {
  const formats = everyFormat();
  for (const format of formats) expect(checkCombination({ ...format, flat: true })).toEqual([]);
  expect(
    formats.filter(({ inkSaver }) => !inkSaver).map(({ paper, largePrint, binding }) => [paper, ...(largePrint ? ['large'] : []), binding].join(' ')),
  ).toEqual([
    'letter none',
    'letter 3-hole',
    'letter 2-hole',
    'letter booklet',
    'letter large none',
    'letter large 3-hole',
    'letter large 2-hole',
    'a4 none',
    'a4 3-hole',
    'a4 2-hole',
    'a4 booklet',
    'a4 large none',
    'a4 large 3-hole',
    'a4 large 2-hole',
    'a5 none',
    'a5 2-hole',
    'a5 booklet',
  ]);
});

/** Whoever names a country and no paper is told of the paper that people print on there. */
import { expect, test } from 'vitest';
import { noteOfPaper } from '../../src/builder/unasked-paper.ts';
import { paperOfCountry } from '../../src/options/papers.ts';

const HERE = { file: '/book/practice.yaml', start: 0, end: 1 };

test('a country where people print on A4 is told with the option for it, and one on Letter is not', () => {
  expect(noteOfPaper({}, { country: 'es' })).toBe('on Letter paper; in the country "es" people print on A4: --paper a4');
  expect(noteOfPaper({}, { country: 'GB' })).toContain('--paper a4');
  for (const country of ['us', 'ca', 'MX', 'cl', 'co']) expect(noteOfPaper({}, { country })).toBeUndefined();
});

test('nothing is told without a country, nor where the paper was chosen, by an option or in practice.yaml', () => {
  expect(noteOfPaper({}, {})).toBeUndefined();
  expect(noteOfPaper({ paper: 'letter' }, { country: 'es' })).toBeUndefined();
  expect(noteOfPaper({}, { country: 'es', from: { paper: HERE } })).toBeUndefined();
  expect(noteOfPaper({}, { country: 'es', from: { country: HERE } })).toContain('A4');
});

test.each([
  ['us', 'letter'],
  ['mx', 'letter'],
  ['ar', 'a4'],
  ['nz', 'a4'],
] as const)('people in %s print on %s', (country, paper) => {
  expect(paperOfCountry(country)).toBe(paper);
});

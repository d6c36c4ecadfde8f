import { expect, test } from 'vitest';
import { fileName, type NamedBy } from '../../src/options/file-name.ts';

const usual: NamedBy = { for: 'both', lang: 'en', edition: 'client', paper: 'letter' };
const name = (options: Partial<NamedBy>) => fileName('rebuilding-trust', 'Notes', { ...usual, ...options });

test('the whole workbook is called by its folder', () => {
  expect(name({})).toBe('rebuilding-trust.pdf');
});

test('each edition has a name of its own', () => {
  const names = [
    {},
    { for: 'broke-trust' as const },
    { for: 'was-hurt' as const },
    { lang: 'es' },
    { flat: true },
    { edition: 'counselor' as const },
    { steps: '1-3,5' },
    { discreet: true },
    { discreet: true, edition: 'counselor' as const },
    { discreet: true, for: 'was-hurt' as const },
    { discreet: true, for: 'broke-trust' as const },
    { discreet: true, paper: 'a4' as const },
    { paper: 'a4' as const },
    { paper: 'a5' as const },
    { largePrint: true },
    { largePrint: true, paper: 'a4' as const },
    { binding: '3-hole' as const },
    { binding: '2-hole' as const },
    { binding: 'booklet' as const, flat: true },
    { inkSaver: true },
  ].map(name);
  expect(new Set(names).size).toBe(names.length);
  expect(name({ steps: '1-3,5' })).toBe('rebuilding-trust-steps-1-3.5.pdf');
  expect(name({ paper: 'a5', binding: 'booklet', inkSaver: true, flat: true })).toBe('rebuilding-trust-a5-booklet-ink-saver-print.pdf');
  expect(name({ paper: 'a4', largePrint: true, binding: 'none' })).toBe('rebuilding-trust-a4-large-print.pdf');
});

test('a discreet name says nothing of the workbook, the role or the language', () => {
  expect(name({ discreet: true, for: 'was-hurt', lang: 'es', edition: 'counselor' })).toBe('notes-b-c.pdf');
  expect(fileName('rebuilding-trust', 'Mes idées', { ...usual, discreet: true })).toBe('mes-idees.pdf');
});

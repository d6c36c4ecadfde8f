import { expect, test } from 'vitest';
import { fileName, type NamedBy } from '../../src/commands/file-name.ts';

const usual: NamedBy = { for: 'both', lang: 'en', edition: 'client' };
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
    { discreet: true, for: 'was-hurt' as const },
    { discreet: true, for: 'broke-trust' as const },
  ].map(name);
  expect(new Set(names).size).toBe(names.length);
  expect(name({ steps: '1-3,5' })).toBe('rebuilding-trust-steps-1-3.5.pdf');
});

test('a discreet name says nothing of the workbook, the role or the language', () => {
  expect(name({ discreet: true, for: 'was-hurt', lang: 'es', edition: 'counselor' })).toBe('notes-b.pdf');
  expect(fileName('rebuilding-trust', 'Mes idées', { ...usual, discreet: true })).toBe('mes-idees.pdf');
});

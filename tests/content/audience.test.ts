import { expect, test } from 'vitest';
import { isFor } from '../../src/content/audience.ts';

const reader = (role: 'both' | 'broke-trust' | 'was-hurt') => ({ role, relationship: 'other' as const });

test('what names no role, or both, is in every copy', () => {
  expect((['both', 'broke-trust', 'was-hurt'] as const).map((role) => [isFor({}, reader(role)), isFor({ for: 'both' }, reader(role))])).toEqual(
    Array.from({ length: 3 }, () => [true, true]),
  );
});

test('what is for one role is left out of the copy for the other role alone', () => {
  expect((['both', 'broke-trust', 'was-hurt'] as const).map((role) => isFor({ for: 'was-hurt' }, reader(role)))).toEqual([true, false, true]);
});

test('what only the copy for both has to ask is in no copy for one role', () => {
  expect((['both', 'broke-trust', 'was-hurt'] as const).map((role) => isFor({ for: 'copy-for-both' }, reader(role)))).toEqual([true, false, false]);
});

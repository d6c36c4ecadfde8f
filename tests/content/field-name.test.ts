import { expect, test } from 'vitest';
import { permanentFieldName } from '../../src/content/field-name.ts';

test('a field is named by its step and its block, as in every copy that was ever handed out', () => {
  expect(permanentFieldName('apologize', 'the-act')).toBe('apologize_the-act');
});

test('a block without an id has no field', () => {
  expect(permanentFieldName('apologize', undefined)).toBe('');
});

/** Names and ids that are typed in several ways are one. */
import { expect, test } from 'vitest';
import { asLookedUp } from '../../src/system/as-looked-up.ts';

test.each([
  ['A-1', ' a-1'],
  ['Zo\u00EB', 'zoe\u0308'],
])('%s and %s are the same', (one, other) => {
  expect(asLookedUp(one)).toBe(asLookedUp(other));
});

test('what is spelled in another way is another one', () => {
  expect(asLookedUp('Zoe')).not.toBe(asLookedUp('Zo\u00EB'));
});

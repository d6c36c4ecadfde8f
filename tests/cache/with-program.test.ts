/** What came with the program lies beside the compiled one (end-to-end/caches.e2e.ts holds what it is good for). */
import { expect, test } from 'vitest';
import { cameWithProgram } from '../../src/cache/with-program.ts';

test('a program that runs from its sources has nothing that came with it', () => {
  expect(cameWithProgram('words-31c1cca7e4aa99322516f8d75aaeaff8')).toBeUndefined();
});

/** Commands in messages can be pasted where the program was called, through npm or by its name. */
import { expect, test } from 'vitest';
import { asCalled } from '../../src/diagnostics/as-called.ts';

const HINT = 'type: mendbook build my-book --paper a4, or see mendbook list; mendbook writes into ~/mendbook';

test.each(['start', 'mendbook'])('where npm runs the script "%s", commands go through npm', (script) => {
  expect(asCalled(HINT, { npm_lifecycle_event: script })).toBe(
    'type: npm run mendbook -- build my-book --paper a4, or see npm run mendbook -- list; mendbook writes into ~/mendbook',
  );
});

test.each([undefined, 'test'])('elsewhere (%s) they stay as they are', (script) => {
  expect(asCalled(HINT, { npm_lifecycle_event: script })).toBe(HINT);
});

test('what goes through npm already is left alone', () => {
  const typed = 'npm run mendbook -- list, or npm start -- --only apologize';
  expect(asCalled(typed, { npm_lifecycle_event: 'start' })).toBe(typed);
});

/** A name that no part has leads to the one that was probably meant. */
import { expect, test } from 'vitest';
import { partHint } from '../../src/diagnostics/part-hint.ts';

const KNOWN = ['today', 'today/today-in-words', 'apologize', 'apologize/my-apology', 'apologize/before-i-speak'];

test.each([
  ['aplogize', 'did you mean "apologize"?'],
  ['apologize/my-aplogy', 'did you mean "apologize/my-apology"?'],
  ['step-3/my-apology', 'did you mean "apologize/my-apology"?'],
  ['my-apology', 'did you mean "apologize/my-apology"?'],
  ['apologize/something-else', 'worksheets of "apologize": apologize/my-apology, apologize/before-i-speak'],
  ['something-else', 'pages and steps: today, apologize; "mendbook list" shows their worksheets'],
])('%s', (name, hint) => {
  expect(partHint(name, KNOWN)).toBe(hint);
});

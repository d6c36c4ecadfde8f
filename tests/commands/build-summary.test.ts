/** The summary of a build. */
import { expect, test } from 'vitest';
import { summarize } from '../../src/commands/build-summary.ts';
import { Capture } from './capture.ts';

test('names the page of a field as it is printed, and its place in the file where that is another', () => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  const fields = [
    { name: 'first', label: 'First', kind: 'text' as const, page: 2, capacity: 70 },
    { name: 'second', label: 'Second', kind: 'check' as const, page: 4 },
    { name: 'third', label: 'Third', kind: 'check' as const, page: 3 },
  ];
  const labels = ['1', '2', '–', '3'];
  summarize({ cwd: '/', stdout, stderr, verbose: true }, { target: '-', pages: 4, fields, labels, seconds: 1, warnings: [], unknown: [] });
  const [one, other, unnumbered] = stderr.text.split('\n');
  expect(unnumbered).toMatch(/^ {2}page without a number \(3 in the file\) {2}third +tick box$/);
  expect(one).toMatch(/^ {2}page 2 +first +70 characters$/);
  expect(other).toMatch(/^ {2}page 3 \(4 in the file\) +second +tick box$/);
});

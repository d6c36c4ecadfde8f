/** The parts of a workbook as the command lists them. */
import { expect, test } from 'vitest';
import { list } from '../../src/commands/list.ts';
import { Capture } from './capture.ts';

test('a page without a number is said to have none', async () => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  expect(await list({ workbook: 'rebuilding-trust', only: ['safety-page', 'today', 'people-who-answer'], cwd: '/', format: 'human', stdout, stderr })).toBe(0);
  const rows = stdout.text.split('\n');
  expect(rows.find((row) => row.startsWith('safety-page'))).toMatch(/ no number$/);
  expect(rows.find((row) => row.startsWith('today'))).toMatch(/ p\. \d+(?:-\d+)?$/);
});

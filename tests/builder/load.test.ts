import path from 'node:path';
import { expect, test } from 'vitest';
import { loadInputs } from '../../src/builder/load.ts';

const options = { cwd: path.resolve(import.meta.dirname, '../fixtures'), workbook: 'readability', lang: 'en', template: 'calm', paper: 'letter' } as const;

test('what could be better is looked for only when it is asked for: a build has no use for it', async () => {
  expect((await loadInputs(options)).diagnostics).toEqual([]);
  expect((await loadInputs({ ...options, suggest: true })).diagnostics.length).toBeGreaterThan(0);
});

test('a name on the command line that leads nowhere is wrong usage, for each option; in practice.yaml it is an error of that file', async () => {
  const at = { file: '/practice.yaml', start: 0, end: 1 };
  for (const [option, name] of [
    ['lang', 'qq'],
    ['template', 'nowhere'],
    ['country', 'zz'],
  ] as const) {
    const wrong = { ...options, [option]: name };
    const { found, wrongUsage } = await loadInputs(wrong);
    expect([option, found, wrongUsage]).toEqual([option, undefined, true]);
    expect([option, (await loadInputs({ ...wrong, from: { [option]: at } })).wrongUsage]).toEqual([option, false]);
  }
  expect((await loadInputs(options)).wrongUsage).toBe(false);
});

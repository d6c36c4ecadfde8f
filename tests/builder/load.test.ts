import path from 'node:path';
import { expect, test } from 'vitest';
import { loadInputs } from '../../src/builder/load.ts';

const options = { cwd: path.resolve(import.meta.dirname, '../fixtures'), workbook: 'readability', lang: 'en', template: 'calm', paper: 'letter' } as const;

test('what could be better is looked for only when it is asked for: a build has no use for it', async () => {
  expect((await loadInputs(options)).diagnostics).toEqual([]);
  expect((await loadInputs({ ...options, suggest: true })).diagnostics.length).toBeGreaterThan(0);
});

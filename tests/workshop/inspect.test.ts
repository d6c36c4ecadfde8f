import path from 'node:path';
import { expect, test } from 'vitest';
import { inspect } from '../../src/workshop/inspect.ts';

const options = { cwd: path.resolve(import.meta.dirname, '../fixtures'), workbook: 'readability', lang: 'en', template: 'calm', paper: 'letter' } as const;

test('what could be better is looked for only when it is asked for: a build has no use for it', async () => {
  expect((await inspect(options)).diagnostics).toEqual([]);
  expect((await inspect({ ...options, suggest: true })).diagnostics.length).toBeGreaterThan(0);
});

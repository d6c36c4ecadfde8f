import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadWorkbook } from '../../src/content/load.ts';
import { printExpected } from '../fixtures/expected.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/broken');

/** Each folder is a broken workbook; what must be said of it stands in its expected.txt. */
describe('a broken workbook is told by place, expectation and way out', () => {
  test.each(readdirSync(folder))('%s', async (name) => {
    const { workbook, diagnostics, sources } = await loadWorkbook(path.join(folder, name), 'en');
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(workbook === undefined).toBe(errors.length > 0);
    expect(diagnostics.length).toBeGreaterThan(0);
    await expect(printExpected(diagnostics, sources, path.join(folder, name))).toMatchFileSnapshot(path.join(folder, name, 'expected.txt'));
  });
});

import path from 'node:path';
import { expect, test } from 'vitest';
import { loadWorkbook } from '../../../src/content/load.ts';
import { checkReadability } from '../../../src/content/readability/check-readability.ts';
import { printExpected } from '../../fixtures/expected.ts';

const folder = path.resolve(import.meta.dirname, '../../fixtures/readability');

/** What is said of the fixture in a language stands in its expected.txt; French has no formula. */
test.each(['en', 'es', 'fr'])('what is hard to read is told with its place: %s', async (language) => {
  const { workbook, read, sources, diagnostics } = await loadWorkbook(folder, language);
  if (!workbook) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const found = await checkReadability(read, workbook.language, workbook.variables);
  expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['suggestion']));
  await expect(printExpected(found, sources, folder)).toMatchFileSnapshot(path.join(folder, language, 'expected.txt'));
});

/** Every space of what is shipped holds what is expected there, with a pen and with a keyboard, on every paper and in large print. */
import { expect, test } from 'vitest';
import { runCheck } from '../../src/api/check.ts';
import { shippedTemplates, templatesIn } from '../../src/theme/find-template.ts';

const books = ['rebuilding-trust', 'starter'].flatMap((workbook) => ['en', 'es'].map((lang) => [workbook, lang] as const));
const TEMPLATES = await templatesIn(shippedTemplates());
const cases = books.flatMap(([workbook, lang]) => TEMPLATES.map((template) => [workbook, lang, template] as const));

test.each(cases)('%s in %s holds it in %s', async (workbook, lang, template) => {
  const { diagnostics } = await runCheck({ workbook, lang, template, cwd: process.cwd() }, { talk: process.stderr });
  expect(diagnostics.filter(({ code }) => code === 'space-too-small')).toEqual([]);
});

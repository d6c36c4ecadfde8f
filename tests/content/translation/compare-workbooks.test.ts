import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadWorkbook } from '../../../src/content/load.ts';
import { loadStrings } from '../../../src/content/load-strings.ts';
import { checkTranslation } from '../../../src/content/translation/compare-workbooks.ts';
import { printExpected } from '../../fixtures/expected.ts';
import { CHANGED_HEADS } from './changed-heads.ts';
import { CHANGED_STEPS } from './changed-steps.ts';
import { FIRST } from './translated-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-'));
  await cp(path.resolve(import.meta.dirname, '../../fixtures/translation'), folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

/** What is said of the Spanish fixture, as lines, when its content has no error of its own. */
const told = async (language = 'es'): Promise<string[]> => {
  const content = await loadWorkbook(folder, language);
  const strings = await loadStrings(language, folder);
  const found = await checkTranslation({ folder, language, content, strings: strings.files });
  const sources = [...content.sources, ...strings.files.map(({ source }) => source)];
  return printExpected(found, sources, folder)
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '');
};

const change = async (file: string, from: string, to: string): Promise<void> => {
  const text = await readFile(path.join(folder, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(path.join(folder, file), text.replace(from, to));
};

test('a whole translation is left in peace: names, titles behind links, widths, dates and words for "something else" may stay or differ', async () => {
  expect(await told()).toEqual([]);
});

test('a language that is no translation is not compared', async () => {
  expect(await told('en')).toEqual([]);
});

describe('what a translation lacks, has too much of, or has left as it was is told with its place', () => {
  test.each([...CHANGED_STEPS, ...CHANGED_HEADS])('%s', async (_, file, from, to, lines) => {
    await change(file, from, to);
    expect(await told()).toEqual(lines);
  });

  test('its own words of the program, when they are all missing', async () => {
    await rm(path.join(folder, 'es/strings.yaml'));
    expect(await told()).toEqual([
      'es/workbook.yaml:5:17: warning: expected strings.yaml beside workbook.yaml, as in en, found none [translation-lacks]',
      '  | en',
      '  = translate it from en/strings.yaml',
    ]);
  });

  test('what is broken hides nothing else', async () => {
    await change(FIRST, 'labels: [Poco, Mucho]', 'labels: [Poco]');
    await change(FIRST, 'items: [Descanso, Agua]', 'items: [Descanso]');
    expect(await told()).toEqual([
      'es/steps/first.yaml:32:5: error: expected 2 under "items", as in en, found 1 [translation-lacks]',
      '  | items',
      '  = translate what is missing, from en/steps/first.yaml:32',
    ]);
  });

  test('the words of the same language in another country may be the same', async () => {
    await cp(path.join(folder, 'en'), path.join(folder, 'en-GB'), { recursive: true });
    await change('en-GB/workbook.yaml', 'language: en', 'language: en-GB\ntranslation-of: en');
    expect(await told('en-GB')).toEqual([]);
  });
});

test('the shipped workbook agrees with itself, block for block', async () => {
  await cp(path.resolve(import.meta.dirname, '../../../content/rebuilding-trust/en'), path.join(folder, 'shipped/en'), { recursive: true });
  await cp(path.join(folder, 'shipped/en'), path.join(folder, 'shipped/en-AU'), { recursive: true });
  await change('shipped/en-AU/workbook.yaml', 'language: en', 'language: en-AU\ntranslation-of: en');
  folder = path.join(folder, 'shipped');
  const lines = await told('en-AU');
  folder = path.dirname(folder);
  expect(lines).toEqual([]);
});

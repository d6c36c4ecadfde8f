/** Every language that the program prints words in has those of the page of compared copies too. */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadProgressWords } from '../../src/content/progress-words.ts';

const languages = (await readdir(fileURLToPath(new URL('../../content/strings', import.meta.url)))).map((file) => file.replace('.yaml', ''));

test.each(languages)('%s has all of them', async (language) => {
  const words = await loadProgressWords(language);
  expect(words?.askedAs).toContain('{{question}}');
  expect(await loadProgressWords(`${language}-XX`)).toEqual(words);
});

test('a language without them, or no language at all, has none', async () => {
  expect(await loadProgressWords('fr')).toBeUndefined();
  expect(await loadProgressWords('../strings/en')).toBeUndefined();
  expect(await loadProgressWords('')).toBeUndefined();
});

/** Languages are named as Unicode's data name them. */
import { expect, test } from 'vitest';
import { ownName } from '../../src/content/language-name.ts';

test.each(['en', 'es', 'de', 'en-GB', 'pt-BR'])('%s has its own name', (language) => {
  expect(ownName(language)).toBe(new Intl.DisplayNames(language, { type: 'language' }).of(language));
});

test('a language without a name is called by its tag', () => {
  expect(ownName('qaa')).toBe('qaa');
});

import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/content/blocks/index.ts';
import { selectEdition } from '../../src/content/edition.ts';
import { loadWorkbook } from '../../src/content/load.ts';
import { plain } from '../../src/content/plain-text.ts';
import { RELATIONSHIPS, ROLES } from '../../src/content/terms.ts';
import type { Workbook } from '../../src/content/workbook.ts';

const folder = path.resolve(import.meta.dirname, '../../content/rebuilding-trust');
const languages = ['en', 'es'] as const;
/** What trust breaks on, as the examples name it. */
const MATTERS = {
  en: ['An affair.', 'Money.', 'A secret.', 'A promise.'],
  es: ['Una infidelidad.', 'Dinero.', 'Un secreto.', 'Una promesa.'],
};

const loaded = async (language: string): Promise<Workbook> => {
  const { workbook } = await loadWorkbook(folder, language);
  if (!workbook) throw new Error(`the workbook has errors in ${language}`);
  return workbook;
};
const books = new Map(await Promise.all(languages.map(async (language) => [language, await loaded(language)] as const)));

interface Voiced {
  /** Whose words it is written in: what the block, its worksheet or its section is for. */
  of: string;
  words: string;
}

/** Every worked example of an edition, with whom it speaks for. */
const examplesOf = (language: (typeof languages)[number], role: (typeof ROLES)[number] | 'both', relationship: (typeof RELATIONSHIPS)[number]): Voiced[] => {
  const { workbook } = selectEdition(books.get(language) as Workbook, { role, relationship });
  const inside = (blocks: readonly Block[], outer: string | undefined): Voiced[] =>
    blocks.flatMap((block) => {
      const of = ('for' in block ? block.for : undefined) ?? outer;
      if (block.kind === 'worksheet') return inside(block.blocks, of);
      return block.kind === 'callout' && block.callout === 'example' ? [{ of: of ?? 'nobody', words: block.text.map(plain).join(' ') }] : [];
    });
  return (workbook?.sections ?? []).flatMap((section) => inside(section.blocks, section.for));
};

const editions = languages.flatMap((language) => RELATIONSHIPS.map((relationship) => ({ language, relationship })));

describe.each(editions)('the examples in $language, for $relationship', ({ language, relationship }) => {
  test('each speaks as one of the two, and says as which', () => {
    const unvoiced = examplesOf(language, 'both', relationship).filter(({ of }) => !(ROLES as readonly string[]).includes(of));
    expect(unvoiced).toEqual([]);
  });

  test.each(ROLES)('a copy for %s has examples, and none in the words of the other role', (role) => {
    const examples = examplesOf(language, role, relationship);
    expect(examples.length).toBeGreaterThanOrEqual(5);
    expect(examples.filter(({ of }) => of !== role)).toEqual([]);
  });

  test('they tell of an affair, of money, of a secret and of a promise', () => {
    const words = examplesOf(language, 'both', relationship).map((example) => example.words);
    expect(MATTERS[language].filter((matter) => !words.some((text) => text.includes(matter)))).toEqual([]);
  });
});

test.each(languages)('only the copy for both asks which role is one’s own, in %s', (language) => {
  const asks = (role: (typeof ROLES)[number] | 'both') =>
    JSON.stringify(selectEdition(books.get(language) as Workbook, { role, relationship: 'other' }).workbook?.sections).includes('"my-part"');
  expect(asks('both')).toBe(true);
  expect(ROLES.map(asks)).toEqual([false, false]);
});

import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { selectEdition } from '../../src/content/edition.ts';
import { loadWorkbook } from '../../src/content/load.ts';
import type { Section, Workbook } from '../../src/content/workbook.ts';

const LANGUAGES = ['en', 'es'];
const ROLES = ['both', 'broke-trust', 'was-hurt'] as const;
const RELATIONSHIPS = ['partner', 'friend', 'family', 'other'] as const;

const load = async (language: string): Promise<Workbook> => {
  const { workbook, diagnostics } = await loadWorkbook(path.resolve(import.meta.dirname, '../../content/rebuilding-trust'), language);
  if (!workbook) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return workbook;
};

/** What a section and its worksheets say to the counselor, by name. */
const notesIn = ({ id, counselor, blocks }: Section) => [
  { name: id, notes: counselor },
  ...blocks.flatMap((block) => (block.kind === 'worksheet' ? [{ name: `${id}/${block.id ?? ''}`, notes: block.counselor }] : [])),
];

/** A workbook that never had a word for the counselor. */
const bare = (workbook: Workbook): Workbook => ({
  ...workbook,
  sections: workbook.sections
    .filter(({ part }) => part !== 'counselor')
    .map(({ counselor: _, ...section }) => ({
      ...section,
      blocks: section.blocks.map((block) => {
        if (block.kind !== 'worksheet') return block;
        const { counselor: __, ...worksheet } = block;
        return worksheet;
      }),
    })),
});

describe.each(LANGUAGES)('the shipped workbook (%s)', async (language) => {
  const book = await load(language);
  const clients = book.sections.filter(({ part }) => part !== 'counselor');

  test('has notes for every section and every worksheet', () => {
    const all = clients.flatMap(notesIn);
    expect(all.length).toBeGreaterThan(70);
    expect(all.filter(({ notes }) => !notes).map(({ name }) => name)).toEqual([]);
  });

  test('says twice what to look for, and asks, for every page that is filled in', () => {
    const written = clients.flatMap(notesIn).filter(({ name }) => name.includes('/'));
    const thin = written.filter(({ notes }) => (notes?.['look-for'].length ?? 0) + (notes?.cautions.length ?? 0) < 2 || (notes?.debrief.length ?? 0) < 2);
    expect(thin.map(({ name }) => name)).toEqual([]);
  });

  test('never says the same thing on two pages', () => {
    const said = clients.flatMap(notesIn).flatMap(({ name, notes }) =>
      [notes?.goal, ...(notes?.['look-for'] ?? []), ...(notes?.cautions ?? []), ...(notes?.debrief ?? [])].map((prose) => ({
        name,
        words: prose?.map(({ text }) => text).join(''),
      })),
    );
    const first = new Map<string | undefined, string>();
    const again = said.filter(({ name, words }) => first.has(words) || (first.set(words, name), false));
    expect(again).toEqual([]);
  });

  test('has a guide at its front, with nothing to fill in but a row for each meeting', () => {
    const guides = book.sections.filter(({ part }) => part === 'counselor');
    expect(guides.map(({ id }) => id)).toEqual(['counselor-guide', 'counselor-meetings', 'counselor-situations']);
    expect(book.sections[0]).toBe(guides[0]);
    const kinds = guides.flatMap(({ blocks }) => blocks.map(({ kind }) => kind));
    expect(new Set(kinds)).toEqual(new Set(['heading', 'text', 'callout', 'tips', 'page-list', 'page-break', 'log']));
    expect(kinds.filter((kind) => kind === 'log')).toHaveLength(1);
  });

  test('tells the counselor when to go on, to wait and to leave a page out, for every page that is filled in', () => {
    const [table] = book.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'page-list' && block.heads ? [block] : [])));
    const told = new Set(table?.pages.map(({ href }) => href.slice(1)));
    const sheets = clients.flatMap(({ id, part, blocks }) =>
      part === 'step' ? blocks.flatMap((block) => (block.kind === 'worksheet' ? [`${id}/${block.id ?? ''}`] : [])) : [],
    );
    expect(sheets.filter((place) => !told.has(place))).toEqual([]);
  });

  test.each(ROLES.flatMap((role) => RELATIONSHIPS.map((relationship) => [role, relationship] as const)))(
    'for a client (%s, %s) is what it is without any notes',
    (role, relationship) => {
      const { workbook } = selectEdition(book, { role, relationship });
      expect(workbook).toBeDefined();
      expect(workbook).toEqual(selectEdition(bare(book), { role, relationship }).workbook);
    },
  );

  test.each(ROLES)('for the counselor (%s) has the notes of all its pages', (role) => {
    const { workbook } = selectEdition(book, { role, relationship: 'other', counselor: true });
    const kept = workbook?.sections.filter(({ part }) => part !== 'counselor') ?? [];
    expect(kept.length).toBe(clients.length);
    expect(kept.flatMap(notesIn).filter(({ notes }) => !notes)).toEqual([]);
    expect(workbook?.sections[0]?.part).toBe('counselor');
  });
});

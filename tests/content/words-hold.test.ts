/** The shipped workbook speaks only of what each of its copies has: large print has no drawings, and a copy of some steps has no others. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/content/blocks/index.ts';
import { selectEdition } from '../../src/content/edition.ts';
import { loadWorkbook } from '../../src/content/load.ts';
import { plain } from '../../src/content/plain-text.ts';
import type { Workbook } from '../../src/content/workbook.ts';

const folder = path.resolve(import.meta.dirname, '../../content/rebuilding-trust');

/** What only a drawing or a wide table has. */
const ONLY_DRAWN = {
  en: /\b(on the line|beside|side by side|gate|fence|column|in each row)\b/i,
  es: /(en la línea|junto a|una al lado de|puerta|cerca\b|columna|en cada fila)/i,
};
/** A step by its number, or the seven as a whole. */
const STEPS = { en: /\b(steps? \d|seven steps)/i, es: /(\bpasos? \d|siete pasos)/i };

const loaded = async (language: string): Promise<Workbook> => {
  const { workbook } = await loadWorkbook(folder, language);
  if (!workbook) throw new Error(`the workbook has errors in ${language}`);
  return workbook;
};

const flat = (blocks: readonly Block[]): Block[] => blocks.flatMap((block) => (block.kind === 'worksheet' ? [block, ...block.blocks] : [block]));

/** The words of a block that stand outside of its fields: titles, hints and paragraphs. */
const wordsOf = (block: Block): string[] => {
  switch (block.kind) {
    case 'draw':
      return [plain(block.title), plain(block.hint ?? [])];
    case 'table':
      return [plain(block.table)];
    case 'heading':
      return [plain(block.heading)];
    case 'worksheet':
      return [plain(block.purpose)];
    case 'text':
    case 'callout':
      return block.text.map(plain);
    default:
      return [];
  }
};

describe.each(['en', 'es'] as const)('in %s', (language) => {
  test('what is asked at a drawing, at a table and on a worksheet can be done in large print', async () => {
    const { sections } = await loaded(language);
    const asked = sections.flatMap(({ blocks }) => flat(blocks)).filter(({ kind }) => kind === 'draw' || kind === 'table' || kind === 'worksheet');
    const words = asked.flatMap(wordsOf);
    expect(words.length).toBeGreaterThan(50);
    expect(words.filter((text) => ONLY_DRAWN[language].test(text))).toEqual([]);
  });

  test('the whole book tells how its steps follow each other, and a copy of one step does not', async () => {
    const book = await loaded(language);
    const spoken = (steps?: string) => {
      const { workbook } = selectEdition(book, { role: 'both', relationship: 'other', ...(steps ? { steps } : {}) });
      const blocks = (workbook?.sections ?? []).flatMap((section) => flat(section.blocks));
      return blocks.flatMap(wordsOf).filter((text) => STEPS[language].test(text));
    };
    expect(spoken()).not.toEqual([]);
    expect(spoken('3')).toEqual([]);
  });
});

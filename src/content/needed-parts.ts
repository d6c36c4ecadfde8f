/** Takes out what speaks of parts that a copy does not have: blocks and columns with `needs` or `needs-one-of`, and rows of tables with `rows-need`. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { partHint } from '../diagnostics/part-hint.ts';
import { keepBlocks } from './audience.ts';
import type { Block, LeafBlock } from './blocks/index.ts';
import { isWorksheet, partNames } from './part-names.ts';
import type { Section } from './workbook.ts';

const needsOf = (block: Block): readonly string[] => ('needs' in block ? (block.needs ?? []) : []);

const choiceOf = (block: Block): readonly string[] => ('needs-one-of' in block ? (block['needs-one-of'] ?? []) : []);

/** Whether a copy has what a block speaks of. */
const isNeeded = (block: Block, has: (name: string) => boolean): boolean => {
  const choice = choiceOf(block);
  return needsOf(block).every(has) && (choice.length === 0 || choice.some(has));
};

/** The names of the parts that a copy has; of a section whose worksheets were chosen alone, only those. */
const partsThere = (sections: readonly Section[]): Set<string> => {
  const alone = new Set(sections.flatMap(({ id, excerpt }) => (excerpt ? [id] : [])));
  return new Set(partNames(sections).filter((name) => !alone.has(name)));
};

/** A table without the rows that speak of parts that are not there: their words become empty, so that the others keep the names of their fields. */
const withRows = <B extends Block>(block: B, has: (name: string) => boolean): B => {
  if (block.kind !== 'table' || !Array.isArray(block.rows)) return block;
  const { rows, 'rows-need': needs = [] } = block;
  return { ...block, rows: (rows as string[]).map((row, index) => (needs[index] === undefined || has(needs[index]) ? row : '')) };
};

/** The parts of which a column of a list of pages needs one; none where it stands in every copy. */
const choiceOfHead = (head: object): readonly string[] => ('needs-one-of' in head ? ((head['needs-one-of'] as readonly string[] | undefined) ?? []) : []);

/** A list of pages without the columns that speak of parts that are not there; the first, with the pages themselves, always stays. */
const withColumns = <B extends Block>(block: B, has: (name: string) => boolean): B => {
  if (block.kind !== 'page-list' || !block.heads) return block;
  const stays = block.heads.map((head, index) => index === 0 || choiceOfHead(head).length === 0 || choiceOfHead(head).some(has));
  if (!stays.includes(false)) return block;
  const heads = block.heads.filter((_, index) => stays[index]);
  const pages = block.pages.map((page) => ({ ...page, cells: page.cells.filter((_, index) => stays[index + 1] ?? true) }));
  return { ...block, pages, ...(heads.length > 1 ? { heads } : { heads: undefined }) };
};

/**
 * Removes what speaks of parts that are not there.
 *
 * @param sections of an edition
 * @returns the sections that still have blocks
 */
export const withoutUnneeded = (sections: readonly Section[]): Section[] => {
  const there = partsThere(sections);
  const has = (name: string): boolean => there.has(name);
  return sections.flatMap((section) => {
    const blocks = keepBlocks(section.blocks, (block) => isNeeded(block, has)).map((block) =>
      isWorksheet(block)
        ? { ...block, blocks: block.blocks.map((inner): LeafBlock => withColumns(withRows(inner, has), has)) }
        : withColumns(withRows(block, has), has),
    );
    return blocks.length > 0 ? [{ ...section, blocks }] : [];
  });
};

/** The parts that the columns of a list of pages name. */
const columnChoices = (block: Block): readonly string[] => (block.kind === 'page-list' ? (block.heads ?? []).flatMap(choiceOfHead) : []);

/** An error for each name under `needs`, `needs-one-of` and `rows-need` that no part of the workbook has. */
export const checkNeeds = (sections: readonly Section[]): Diagnostic[] => {
  const there = new Set(partNames(sections));
  const all = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (isWorksheet(block) ? [block, ...block.blocks] : [block])));
  return all.flatMap((block) => {
    const names = [...needsOf(block), ...choiceOf(block), ...(block.kind === 'table' ? (block['rows-need'] ?? []) : []), ...columnChoices(block)];
    return names
      .filter((name) => !there.has(name))
      .map((name) => error('unknown-part', `expected the name of a page, a step or a worksheet, found "${name}"`, block.at, partHint(name, [...there])));
  });
};

/** Puts the titles of pages into the lists that name them, and takes out those that an edition does not have. */
import type { Block, BlockOf } from './blocks/index.ts';
import type { Prose } from './span.ts';
import type { Section } from './workbook.ts';

/**
 * Fills in the lists of pages in the sections of an edition.
 *
 * @param sections the sections of the edition
 * @param targets the places in it that links may lead to, as `section` or `section/worksheet`
 * @param chosen whether its parts were chosen, and have an order of their own: the rows of a table then follow it
 * @returns copies, without the lists that are left with no page
 */
export function withListedPages(sections: readonly Section[], targets: ReadonlySet<string>, chosen = false): Section[] {
  const titles = titlesOf(sections);
  const order = [...titles.keys()];
  const inOrder = (pages: ListedPages): ListedPages => pages.toSorted((one, other) => order.indexOf(one.href.slice(1)) - order.indexOf(other.href.slice(1)));
  const listed = (block: BlockOf<'page-list'>): BlockOf<'page-list'>[] => {
    const pages = block.pages.flatMap((page) => {
      const title = targets.has(page.href.slice(1)) ? titles.get(page.href.slice(1)) : undefined;
      return title ? [{ ...page, title }] : [];
    });
    return pages.length > 0 ? [{ ...block, pages: chosen && block.heads ? inOrder(pages) : pages }] : [];
  };
  const inside = <B extends Block>(blocks: readonly B[]): B[] =>
    blocks.flatMap((block) => {
      if (block.kind === 'page-list') return listed(block) as B[];
      return block.kind === 'worksheet' ? [{ ...block, blocks: inside(block.blocks) }] : [block];
    });
  return sections.map((section) => ({ ...section, blocks: inside(section.blocks) }));
}

/** The pages of a list. */
type ListedPages = BlockOf<'page-list'>['pages'];

/** The titles of sections and worksheets, by their places. */
const titlesOf = (sections: readonly Section[]): Map<string, Prose> =>
  new Map(
    sections.flatMap((section) => [
      [section.id, section.title] as const,
      ...section.blocks.flatMap((block) =>
        block.kind === 'worksheet' && block.id !== undefined ? [[`${section.id}/${block.id}`, block.worksheet] as const] : [],
      ),
    ]),
  );

/** The names of the parts that a copy can be made of: pages, steps and their worksheets. */
import { nearest } from '../diagnostics/nearest.ts';
import type { Block, WorksheetBlock } from './blocks/index.ts';
import type { Section } from './workbook.ts';

/** Separates a worksheet from its section in the name of a part. */
const UNDER = '/';

/** A section as far as its parts have names; its blocks may have been read with errors in others. */
export type NamedSection = Pick<Section, 'id' | 'part' | 'blocks'>;

export const isWorksheet = (block: Block): block is WorksheetBlock => block.kind === 'worksheet';

/** The name of a worksheet, such as `apologize/my-apology`. */
export const worksheetName = (section: string, worksheet: string): string => `${section}${UNDER}${worksheet}`;

/** The names of the worksheets of a section; a worksheet without an id has none. */
const worksheetsOf = ({ id, blocks }: NamedSection): string[] =>
  blocks.flatMap((block) => (isWorksheet(block) && block.id ? [worksheetName(id, block.id)] : []));

/** The names of all parts in order: `section`, and `section/worksheet` where the worksheet has an id. */
export const partNames = (sections: readonly NamedSection[]): string[] => sections.flatMap((section) => [section.id, ...worksheetsOf(section)]);

/**
 * Says what was probably meant by a name that no part has.
 *
 * @param name as it was written
 * @param sections those whose parts were to be named
 * @returns a hint: the nearest name; the worksheets of the section it begins with; or the pages and steps
 */
export const partHint = (name: string, sections: readonly NamedSection[]): string => {
  const names = partNames(sections);
  const last = (full: string): string => full.slice(full.indexOf(UNDER) + 1);
  const within = sections.find(({ id }) => name.startsWith(`${id}${UNDER}`));
  const worksheets = within ? worksheetsOf(within) : [];
  const near = nearest(name, worksheets.length > 0 ? worksheets : names) ?? names.find((full) => last(full) === nearest(last(name), names.map(last)));
  if (near !== undefined) return `did you mean "${near}"?`;
  if (within && worksheets.length > 0) return `worksheets of "${within.id}": ${worksheets.join(', ')}`;
  return `pages and steps: ${sections.map(({ id }) => id).join(', ')}; "mendbook list" shows their worksheets`;
};

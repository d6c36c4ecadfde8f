/** The names of the parts that a copy can be made of: pages, steps and their worksheets. */
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

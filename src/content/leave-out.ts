/** Leaves pages, steps and worksheets out of a copy (option --without). */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { partHint } from '../diagnostics/part-hint.ts';
import { keepBlocks } from './audience.ts';
import { isWorksheet, partNames, worksheetName } from './part-names.ts';
import type { Section } from './workbook.ts';

/**
 * Removes parts by their names.
 *
 * @param names such as `safety-page` or `apologize/my-apology`
 * @returns the remaining sections, and a usage error for each unknown name
 */
export const leaveOut = (sections: readonly Section[], names: readonly string[]): { sections: Section[]; diagnostics: Diagnostic[] } => {
  const known = partNames(sections);
  const diagnostics = names
    .filter((name) => !known.includes(name))
    .map((name) => error('without', `expected the name of a page, a step or a worksheet to leave out, found "${name}"`, undefined, partHint(name, known)));
  const left = sections.flatMap((section) => {
    if (names.includes(section.id)) return [];
    const blocks = keepBlocks(section.blocks, (block) => !isWorksheet(block) || !block.id || !names.includes(worksheetName(section.id, block.id)));
    return blocks.length > 0 ? [{ ...section, blocks }] : [];
  });
  return { sections: left, diagnostics };
};

/** Leaves pages, steps and worksheets out of a copy (option --without). */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { keepBlocks } from './audience.ts';
import type { Section } from './workbook.ts';

/** The names of all parts that can be left out: `section`, and `section/worksheet` where the worksheet has an id. */
const namesOf = (sections: readonly Section[]): string[] =>
  sections.flatMap(({ id, blocks }) => [id, ...blocks.flatMap((block) => (block.kind === 'worksheet' && block.id ? [`${id}/${block.id}`] : []))]);

/**
 * Removes parts by their names.
 *
 * @param names such as `safety-page` or `apologize/my-apology`
 * @returns the remaining sections, and a usage error for each unknown name
 */
export const leaveOut = (sections: readonly Section[], names: readonly string[]): { sections: Section[]; diagnostics: Diagnostic[] } => {
  const known = namesOf(sections);
  const diagnostics = names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearest(name, known);
      return error(
        'without',
        `expected the name of a page, a step or a worksheet to leave out, found "${name}"`,
        undefined,
        near ? `did you mean "${near}"?` : `pages and steps: ${sections.map(({ id }) => id).join(', ')}`,
      );
    });
  const left = sections.flatMap((section) => {
    if (names.includes(section.id)) return [];
    const blocks = keepBlocks(section.blocks, (block) => block.kind !== 'worksheet' || !block.id || !names.includes(`${section.id}/${block.id}`));
    return blocks.length > 0 ? [{ ...section, blocks }] : [];
  });
  return { sections: left, diagnostics };
};

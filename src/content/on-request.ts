/** Leaves out what a copy has only when it is asked for (option --with): parts of the whole book where some steps are chosen, and clean copies of letters. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { keepBlocks } from './audience.ts';
import type { Block } from './blocks/index.ts';
import { isWorksheet, worksheetName } from './part-names.ts';
import type { Section } from './workbook.ts';

/** The names of the clean copies that are made on request, such as `forgiveness/letter`: section, and id of the letter. */
const copiesOf = ({ id, blocks }: Section): string[] =>
  blocks
    .flatMap((block) => (isWorksheet(block) ? block.blocks : [block]))
    .flatMap((block) => (block.kind === 'letter' && block.copy?.['on-request'] ? [worksheetName(id, block.id)] : []));

/** The names of the parts that belong to the whole book alone. */
const partsOfWhole = (section: Section): string[] => [
  ...(section['whole-book'] ? [section.id] : []),
  ...section.blocks.flatMap((block) => (isWorksheet(block) && block.id && block['whole-book'] ? [worksheetName(section.id, block.id)] : [])),
];

/** A letter without its clean copy; nothing where it would be empty then. */
const withoutCopy = (block: Block): Block | undefined => {
  if (block.kind !== 'letter') return block;
  const { copy: _, ...draft } = block;
  return draft.parts.length > 0 || draft.check ? draft : undefined;
};

/**
 * Removes what was not asked for.
 *
 * @param names such as `looking-back` or `forgiveness/letter`
 * @param someSteps whether the copy has some steps alone
 * @returns the remaining sections, and a usage error for each name of nothing that is left out without being asked for
 */
export const leaveOutUnasked = (
  sections: readonly Section[],
  names: readonly string[],
  someSteps: boolean,
): { sections: Section[]; diagnostics: Diagnostic[] } => {
  const known = sections.flatMap((section) => [...partsOfWhole(section), ...copiesOf(section)]);
  const diagnostics = names.filter((name) => !known.includes(name)).map((name) => unknownName(name, known));
  const asked = (name: string): boolean => names.includes(name);
  const copied = (section: Section, block: Block): Block | undefined => {
    if (isWorksheet(block)) {
      const blocks = block.blocks.flatMap((inner) => (copied(section, inner) as typeof inner | undefined) ?? []);
      return blocks.length > 0 ? { ...block, blocks } : undefined;
    }
    return block.kind === 'letter' && block.copy?.['on-request'] && !asked(worksheetName(section.id, block.id)) ? withoutCopy(block) : block;
  };
  const left = sections.flatMap((section) => {
    const inside = section.blocks.some((block) => isWorksheet(block) && block.id && asked(worksheetName(section.id, block.id)));
    if (someSteps && section['whole-book'] && !asked(section.id) && !inside) return [];
    const kept = keepBlocks(
      section.blocks.flatMap((block) => copied(section, block) ?? []),
      (block) =>
        !isWorksheet(block) ||
        !someSteps ||
        !block['whole-book'] ||
        asked(section.id) ||
        (block.id !== undefined && asked(worksheetName(section.id, block.id))),
    );
    return kept.length > 0 ? [{ ...section, blocks: kept }] : [];
  });
  return { sections: left, diagnostics };
};

const unknownName = (name: string, known: readonly string[]): Diagnostic => {
  const near = nearest(name, known);
  return error(
    'with',
    `expected the name of something that is made on request, found "${name}"`,
    undefined,
    near ? `did you mean "${near}"?` : known.length > 0 ? `on request: ${known.join(', ')}` : 'this workbook has nothing that is left out unless asked for',
  );
};

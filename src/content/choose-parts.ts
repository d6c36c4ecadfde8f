/** Makes a selection of parts in an order of its own (option --only, and packets). */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { partHint } from '../diagnostics/part-hint.ts';
import type { LeafBlock } from './blocks/index.ts';
import { plain } from './plain-text.ts';
import { isWorksheet, partNames, worksheetName } from './part-names.ts';
import type { Prose } from './span.ts';
import type { Role, Section } from './workbook.ts';

/** A part that was chosen. */
export interface ChosenPart {
  /** `section` or `section/worksheet`. */
  name: string;
  /** The reader it is meant for; for another one it drops out, and nothing is told. */
  for?: Role | undefined;
  /** Paragraphs that are printed where it begins. */
  note?: readonly Prose[] | undefined;
  /** Its place in the file that names it; left out on a command line. */
  at?: Location | undefined;
}

/** At most so many pages or worksheets are handed out as loose sheets; more of them have a cover. */
const LOOSE = 2;

/**
 * Checks the names of chosen parts: each is a part of the workbook, and stands there once.
 *
 * @param sections those of the whole workbook
 * @returns an error for each name that is unknown, or whose worksheets were chosen before
 */
export const checkParts = (parts: readonly ChosenPart[], sections: readonly Pick<Section, 'id' | 'part' | 'blocks'>[]): Diagnostic[] => {
  const choosable = sections.filter(({ part }) => part !== 'counselor');
  const known = new Set(partNames(choosable));
  const overlap = (one: string, other: string): boolean => one === other || other.startsWith(`${one}/`) || one.startsWith(`${other}/`);
  return parts.flatMap(({ name, at }, index) => {
    if (!known.has(name)) return [error('unknown-part', `expected the name of a page, a step or a worksheet, found "${name}"`, at, partHint(name, [...known]))];
    const before = parts.slice(0, index).find((earlier) => overlap(earlier.name, name));
    if (!before) return [];
    const found = before.name === name ? `"${name}" again` : `"${name}" beside "${before.name}"`;
    return [error('part-twice', `expected each part once, found ${found}`, at, 'remove one of the two: answers are kept under its name')];
  });
};

/**
 * Puts the chosen parts in their order. A worksheet that was chosen comes without the opener and the words of its section;
 * worksheets of one section that follow each other share one.
 *
 * @param sections what this reader may have, in the order of the workbook
 * @param parts names that {@link checkParts} has found right
 * @param role whose copy it is
 * @param noteTitle what stands over a note
 * @returns the sections, the names of parts that are not for this reader, and whether the rest is few enough for loose sheets
 */
export const chooseParts = (
  sections: readonly Section[],
  parts: readonly ChosenPart[],
  role: Role | 'both',
  noteTitle?: string,
): { sections: Section[]; missing: string[]; loose: boolean } => {
  const chosen: Section[] = [];
  const missing: string[] = [];
  let sheets = 0;
  for (const { name, note, for: reader = role } of parts) {
    if (role !== 'both' && reader !== role) continue;
    const section = sections.find(({ id }) => name === id || name.startsWith(`${id}/`));
    const worksheet = section?.blocks.filter(isWorksheet).find(({ id }) => id !== undefined && worksheetName(section.id, id) === name);
    if (!section || (name !== section.id && !worksheet)) {
      missing.push(name);
      continue;
    }
    const before = chosen.at(-1);
    sheets += section.part === 'step' && !worksheet ? LOOSE + 1 : 1;
    if (!worksheet) chosen.push({ ...section, blocks: [...noteBlocks(note, section, noteTitle), ...section.blocks] });
    else {
      const noted = { ...worksheet, blocks: [...noteBlocks(note, worksheet, noteTitle), ...worksheet.blocks] };
      if (before?.excerpt && before.id === section.id) chosen.splice(-1, 1, { ...before, blocks: [...before.blocks, noted] });
      else {
        // What the counselor reads before a section is about all of it.
        const { counselor: _, ...about } = section;
        chosen.push({ ...about, excerpt: true, blocks: [noted] });
      }
    }
  }
  return { sections: chosen, missing, loose: sheets <= LOOSE };
};

/** What parts are called that were chosen: the titles of their worksheets and pages. */
export const chosenTitles = (sections: readonly Section[]): string[] =>
  sections.flatMap(({ excerpt, title, blocks }) =>
    excerpt ? blocks.flatMap((block) => (isWorksheet(block) ? [plain(block.worksheet)] : [])) : [plain(title)],
  );

/** Puts a note before what the first part says. */
export const withNoteInside = (sections: readonly Section[], note: readonly Prose[], title: string): Section[] => {
  const [first, ...rest] = sections;
  const [block, ...blocks] = first?.blocks ?? [];
  if (!first || !block) return [...sections];
  const noted =
    first.excerpt && isWorksheet(block)
      ? [{ ...block, blocks: [...noteBlocks(note, block, title), ...block.blocks] }]
      : [...noteBlocks(note, first, title), block];
  return [{ ...first, blocks: [...noted, ...blocks] }, ...rest];
};

/** A note as a block, which every template can show. */
const noteBlocks = (note: readonly Prose[] | undefined, { at }: Pick<Section, 'at'>, title: string | undefined): LeafBlock[] =>
  note ? [{ kind: 'callout', callout: 'note', ...(title ? { title: [{ text: title }] } : {}), text: [...note], 'in-place': true, at }] : [];

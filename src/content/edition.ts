/** Selects an edition: the parts of a workbook for one reader, with the variables filled in. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import { isFor, keepBlocks, type Reader } from './audience.ts';
import type { Block } from './blocks/index.ts';
import type { Span } from './span.ts';
import { checkParts, type ChosenPart, chooseParts } from './choose-parts.ts';
import { withListedPages } from './listed-pages.ts';
import { leaveOut } from './leave-out.ts';
import { leaveOutUnasked } from './on-request.ts';
import { withoutUnneeded } from './needed-parts.ts';
import { isWorksheet, partNames } from './part-names.ts';
import { pickSteps } from './step-range.ts';
import { joinWordsIn } from './join-words.ts';
import { callOther, fillVariables, namesOther } from './variables.ts';
import { type HelpTraces, withoutHelp } from './without-help.ts';
import { TIME_VARIABLE, wholeTime } from './whole-time.ts';
import type { Section, Workbook } from './workbook.ts';

/** The page that asks whether working on this together is safe at all. */
export const SAFETY_PAGE = 'safety-page';

export interface EditionOptions extends Reader {
  /** Numbers, ranges and names of steps, such as "1-3,5" or "apologize"; all of them unless given. */
  steps?: string;
  /** What the other person is called, in place of the words for the relationship: “your sister”, or a name. */
  other?: string;
  /** Leave out the worksheets that are done together. */
  alone?: boolean;
  /** Keep the notes for the counselor; a client's copy never has them. */
  counselor?: boolean;
  /** Sections and worksheets to leave out: `section`, or `section/worksheet`. */
  without?: readonly string[];
  /** What is made on request: parts of the whole book in a copy of some steps, clean copies of letters. */
  with?: readonly string[];
  /** Parts in an order of their own, in place of the whole workbook. */
  only?: readonly ChosenPart[];
  /** Take out all that leads to a help line, where the safety page is not in the copy. */
  hideHelp?: HelpTraces;
  /** Says how long the whole copy takes, for {{book.time}}. */
  timeInWords?: (time: ReturnType<typeof wholeTime>) => string;
  /** What stands over a note to a part. */
  noteTitle?: string;
}

/**
 * Makes an edition: keeps what this reader is to see, picks steps (the pages before and after stay, steps keep their
 * numbers) and puts the words of the relationship into the text.
 *
 * @param workbook a loaded workbook, which is not changed
 * @param options the reader, and the steps
 * @returns the edition, or usage errors about the options; warnings about parts that had to be left out as well
 */
export function selectEdition(workbook: Workbook, options: EditionOptions): { workbook?: Workbook; diagnostics: Diagnostic[] } {
  const steps = workbook.sections.flatMap(({ id, number }) => (number === undefined ? [] : [{ id, number }]));
  const picked =
    options.steps === undefined ? { ids: new Set(steps.map(({ id }) => id)), diagnostics: [] } : pickSteps(options.steps, steps, partNames(workbook.sections));
  if (picked.diagnostics.length > 0) return { diagnostics: picked.diagnostics };

  if (options.other !== undefined && !namesOther(workbook.variables)) return { diagnostics: [otherNotNamed()] };

  const wrong = checkParts(options.only ?? [], workbook.sections);
  if (wrong.length > 0) return { diagnostics: wrong };

  const left = leaveOut(workbook.sections, options.without ?? []);
  if (left.diagnostics.length > 0) return { diagnostics: left.diagnostics };

  const someSteps = !options.only && picked.ids.size < steps.length;
  const asked = leaveOutUnasked(left.sections, options.with ?? [], someSteps);
  if (asked.diagnostics.length > 0) return { diagnostics: asked.diagnostics };

  const kept = asked.sections.filter(
    (section) => isFor(section, options) && (section.part !== 'step' || picked.ids.has(section.id)) && (section.part !== 'counselor' || options.counselor),
  );
  const whole = withoutEmptySteps(
    trim(kept, (block) => isFor(block, options) && !(options.alone && isWorksheet(block) && block.with === 'together')),
    workbook.sections,
  );
  const chosen = options.only && chooseParts(whole, options.only, options.role, options.noteTitle);
  const selected = chosen ? [...(chosen.loose ? [] : guideOf(whole)), ...chosen.sections] : whole;
  const hidden = options.hideHelp && !selected.some(({ id }) => id === SAFETY_PAGE);
  const forReader = withoutUnneeded(hidden && options.hideHelp ? withoutHelp(selected, options.hideHelp) : selected)
    .map(withOwnMinutes)
    .map((section) => (options.counselor ? section : withoutNotes(section)));
  if (chosen && chosen.sections.length === 0) return { diagnostics: [nothingLeft(chosen.missing, options.without)] };
  if (!chosen && !forReader.some(({ part }) => part === 'step')) {
    return {
      diagnostics: [
        error(
          'steps',
          'expected at least one step in this edition, found none',
          undefined,
          `${(options.without ?? []).length > 0 ? 'leave out less with --without, ' : ''}choose other steps, or another reader with --for`,
        ),
      ],
    };
  }
  const scales = idsOf(forReader, ({ kind }) => kind === 'scale');
  const orphans: Block[] = [];
  const sections = trim(forReader, (block) => {
    const orphan = block.kind === 'compare' && !scales.has(block.first);
    if (orphan) orphans.push(block);
    return !orphan;
  });
  const diagnostics = orphans.map((block) =>
    warning(
      'compare-left-out',
      'expected the scale that was filled in first in this edition, found none: the comparison is left out',
      block.at,
      'add the step of the scale to --steps',
    ),
  );
  if (chosen && chosen.missing.length > 0) diagnostics.push(leftOut(chosen.missing, options.without));
  const whereTo = sections.flatMap(({ id, excerpt }) => (excerpt ? [] : [id]));
  const targets = new Set([...whereTo, ...idsOf(sections, () => true)]);
  const { variables, name, folder, stepCount, ...about } = workbook;
  const time = wholeTime(sections);
  const words = { [TIME_VARIABLE]: options.timeInWords?.(time) ?? `${time.minutes} min` };
  const [called, join] = [{ ...words, ...callOther(variables, options.other) }, joinWordsIn(workbook.language)];
  const fill = (text: string) => fillVariables(text, called, options.relationship, join);
  const filled = mapWords(
    { ...about, sections: withListedPages(sections, targets, chosen !== undefined).map((section) => withoutDeadLinks(section, targets)) },
    fill,
  );
  return { workbook: { ...filled, ...(chosen?.loose ? { loose: true } : {}), variables, name, folder, stepCount }, diagnostics };
}

const otherNotNamed = (): Diagnostic =>
  error(
    'other-not-named',
    'expected a workbook that declares the variable "other", found none',
    undefined,
    'leave --other out, or declare it in workbook.yaml, under variables, and write {{other}} where the other person is named',
  );

/** The counselor's guide, which stands before parts that were chosen, too. */
const guideOf = (sections: readonly Section[]): Section[] => sections.filter(({ part }) => part === 'counselor');

const nothingLeft = (missing: readonly string[], without: readonly string[] = []): Diagnostic => {
  const both = missing.filter((name) => isLeftOut(name, without));
  if (both.length === missing.length) {
    const message = `expected at least one part, found none: ${both.join(', ')} ${both.length === 1 ? 'is' : 'are'} chosen and left out with --without`;
    return error('part-left-out', message, undefined, 'leave --without out, or choose other parts');
  }
  return error(
    'part-left-out',
    `expected at least one part for this reader, found none: ${missing.join(', ')}`,
    undefined,
    'choose other parts, or another reader with --for or --relationship; --alone leaves out what is done together',
  );
};

/** Whether `--without` names a part, or the step that it is in. */
const isLeftOut = (name: string, without: readonly string[]): boolean => without.some((left) => name === left || name.startsWith(`${left}/`));

const leftOut = (missing: readonly string[], without: readonly string[] = []): Diagnostic => {
  const both = missing.filter((name) => isLeftOut(name, without));
  if (both.length === missing.length) {
    const message = `expected the parts that were chosen, found some that --without leaves out: ${both.join(', ')}`;
    return warning('part-left-out', message, undefined, 'leave them out of one of the two');
  }
  return warning(
    'part-left-out',
    `expected parts for this reader, found some that are for another: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} left out`,
    undefined,
    'choose another reader with --for or --relationship, or leave it so; --alone leaves out what is done together',
  );
};

/** Removes steps that have lost all their worksheets, and have nothing else to fill in: an opener and an introduction would lead to nothing. */
const withoutEmptySteps = (sections: readonly Section[], all: readonly Section[]): Section[] =>
  sections.filter(
    ({ id, part, blocks }) =>
      part !== 'step' ||
      blocks.some((block) => isWorksheet(block) || ('id' in block && block.id !== undefined)) ||
      !all.find((section) => section.id === id)?.blocks.some(isWorksheet),
  );

/** The minutes of a step are those of its worksheets in this edition, rounded up to five. */
const withOwnMinutes = (section: Section): Section => {
  const minutes = section.blocks.reduce((sum, block) => sum + (block.kind === 'worksheet' ? block.minutes : 0), 0);
  return section.part === 'step' && minutes > 0 ? { ...section, minutes: Math.ceil(minutes / 5) * 5 } : section;
};

/** Removes the notes for the counselor, so that no template can print them. */
const withoutNotes = (section: Section): Section => {
  const { counselor: _, ...rest } = section;
  const blocks = rest.blocks.map((block) => {
    if (block.kind !== 'worksheet') return block;
    const { counselor: __, ...worksheet } = block;
    return worksheet;
  });
  return { ...rest, blocks };
};

/** Filters the blocks of sections, and removes sections without blocks. */
const trim = (sections: readonly Section[], keep: (block: Block) => boolean): Section[] =>
  sections.flatMap((section) => {
    const blocks = keepBlocks(section.blocks, keep);
    return blocks.length > 0 ? [{ ...section, blocks }] : [];
  });

/** The ids of blocks, as `section/block`. */
function idsOf(sections: readonly Section[], which: (block: Block) => boolean): Set<string> {
  const ids = new Set<string>();
  const add = (section: Section, blocks: readonly Block[]) => {
    for (const block of blocks) {
      if ('id' in block && block.id !== undefined && which(block)) ids.add(`${section.id}/${block.id}`);
      if (block.kind === 'worksheet') add(section, block.blocks);
    }
  };
  for (const section of sections) add(section, section.blocks);
  return ids;
}

/** Turns links to parts that are not in this edition into plain text. */
const withoutDeadLinks = (section: Section, targets: ReadonlySet<string>): Section =>
  mapObjects(section, (value) => {
    const { href } = value as Partial<Span>;
    if (typeof href !== 'string' || !href.startsWith('#') || targets.has(href.slice(1))) return value;
    const { href: _, ...words } = value as Span;
    return words;
  });

/** A copy with a function applied to every text, except in places (`at`) and file names. */
function mapWords<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => mapWords(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return mapEntries(value, (inner, key) => (key === 'at' || key === 'image' ? inner : mapWords(inner, change))) as T;
}

/** A copy with a function applied to every object, inner objects first. */
function mapObjects<T>(value: T, change: (copied: object) => object): T {
  if (Array.isArray(value)) return value.map((item: unknown) => mapObjects(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return change(mapEntries(value, (inner) => mapObjects(inner, change))) as T;
}

/** A copy of an object with a function applied to each entry. Lists of entries would be made for some ten thousand objects. */
function mapEntries(value: object, change: (inner: unknown, key: string) => unknown): object {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = change((value as Record<string, unknown>)[key], key);
  return copy;
}

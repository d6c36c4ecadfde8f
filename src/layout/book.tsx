/** Lays out a whole book: from a workbook, a template and a theme to pages with everything at its place. */
import { createElement } from 'react';
import type { Section, Workbook } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { SettingContext, type Setting } from '../kit/context.ts';
import { addClosing } from './closing.tsx';
import { layOut } from './lay-out.ts';
import { scalesOf, Sheet, textArea } from './flow.tsx';
import type { LaidOutNode } from './laid-out-node.ts';
import { addNotePages } from './note-pages.tsx';
import { isUnlisted, numberPages } from './numbering.ts';
import { countedByClients, onOwnSheets } from './own-sheets.ts';
import type { Placed } from './packed.ts';
import { packPart, type UnframedPage } from './pack-part.ts';
import { destinationsOf, setPageNumbers } from './page-numbers.tsx';
import { type BookOptions, coverPart, partsOf } from './parts.tsx';
import { withPicturePaths } from './pictures.ts';
import { addSheetLines, withRoomForLine } from './sheet-lines.tsx';
import { addSheetMarks } from './sheet-marks.tsx';
import { flowNotes } from './flow-notes.ts';
import { shareNotes } from './share-notes.ts';
import { facing, sideOf } from './sides.ts';

export type { BookOptions } from './parts.tsx';

/** A page ready to be drawn; lengths in points from the upper left corner of the paper. */
export interface BookPage {
  width: number;
  height: number;
  /** The laid-out page frame: a PAGE node. */
  frame?: LaidOutNode;
  placed: Placed[];
  section?: Section;
  /** The number that viewers show. */
  label: string;
}

export interface Book {
  title: string;
  language: string;
  pages: BookPage[];
  /** The index of the page of each destination. */
  destinations: Map<string, number>;
}

/** The options, completed with what components read from the setting. */
const settled = (options: BookOptions): BookOptions => {
  const workbook = withPicturePaths(options.workbook);
  const { practice } = options.setting;
  // Loose sheets have no cover: the practice's name stands at their foot, whatever line it has in a book.
  const named = practice && workbook.loose ? { practice: { ...practice, footer: practice.footer ?? practice.name } } : {};
  return { ...options, workbook, setting: { ...options.setting, ...named, scales: scalesOf(workbook), motif: options.template.Motif } };
};

/**
 * Lays out a whole workbook.
 * @returns The book, or why a page of it cannot be made (a block taller than a page)
 */
export const makeBook = async (options: BookOptions): Promise<{ book?: Book; diagnostics: Diagnostic[] }> => {
  options.memory?.turn();
  const ready = settled(options);
  const { workbook } = ready;
  const { setting, diagnostics: ofLine } = await withRoomForLine(ready);
  // Writing space that filled a page is too tall for one with a larger margin.
  const shorten = options.shorten === true || setting !== ready.setting;
  const { title, language } = workbook;
  const parts = partsOf({ ...options, workbook, setting });
  const sheets = await layOut(
    parts.map(({ element }) => element),
    setting,
    { ...options, shared: true, laidOut: (done, of) => options.progress?.({ stage: 'text', done, of }) },
  );
  const packed = parts.map((part, index) => packPart(part, sheets[index] as LaidOutNode, setting, shorten, options.memory?.packed));
  const closed = await addClosing(
    packed.flatMap((part) => part.pages),
    { ...options, setting },
  );
  const diagnostics = [...ofLine, ...packed.flatMap((part) => part.diagnostics), ...closed.diagnostics];
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics };

  const given = { ...options, workbook, setting };
  const noted = closed.pages.some(({ note }) => note === 'beside');
  const counted = noted ? countedByClients(closed.pages, options.mirrored ?? false) : undefined;
  const arranged = noted ? withNotes(closed.pages, { ...options, setting }) : options.mirrored ? onOwnSheets(closed.pages) : closed.pages;
  const filled = await addNotePages(arranged, options.pagesMultipleOf ?? 1, { ...options, setting });
  const marked = await addSheetMarks(filled, given);
  const unframedPages = await addSheetLines(marked, given);
  const { numbers, total } = numberPages(filled, setting.strings, counted);
  const destinations = destinationsOf(unframedPages);
  const numberOf = (index: number): number | string | undefined => {
    const page = unframedPages[index];
    if (!page || isUnlisted(page)) return undefined;
    return page.note === 'guide' ? numbers[index]?.label : numbers[index]?.page;
  };
  await setPageNumbers(unframedPages, (destination) => numberOf(destinations.get(destination) ?? -1), setting, options);

  const { paper } = setting.theme;
  const sides = unframedPages.map((_, index) => sideOf(index, options.mirrored ?? false));
  const settings = { left: { ...setting, theme: facing(setting.theme, 'left') }, right: { ...setting, theme: facing(setting.theme, 'right') } };
  const frames = await layOut(
    unframedPages.map(({ section, bare, leaves }, index) => {
      const { page = 0, note } = numbers[index] ?? {};
      const side = sides[index] ?? 'right';
      const about = {
        title,
        steps: workbook.stepCount,
        page,
        pages: total,
        side,
        ...(note === undefined ? {} : { note }),
        ...(options.discreet ? {} : footSection(workbook, section)),
      };
      return (
        <Sheet key={index} theme={setting.theme} width={paper.width} height={paper.height}>
          <SettingContext.Provider value={settings[side]}>
            {bare || (leaves && options.mirrored) ? null : createElement(options.template.PageFrame, about)}
          </SettingContext.Provider>
        </Sheet>
      );
    }),
    setting,
    { ...options, shared: true, laidOut: (done, of) => options.progress?.({ stage: 'frames', done, of }) },
  );
  const pages = unframedPages.map(({ bare: _, note: __, closing: ___, leaves: ____, empty: _____, about: ______, cover, placed, ...page }, index) => ({
    ...page,
    placed: cover ? placed : inMargins(placed, settings[sides[index] ?? 'right']),
    label: numbers[index]?.label ?? '',
    ...(frames[index] ? { frame: frames[index] } : {}),
  }));
  return { book: { title, language, destinations, pages }, diagnostics };
};

/**
 * What the foot of a page says beside its number. Pages that were chosen are not so many steps of seven: a packet has its title on each of them, and
 * a step that stands in it whole, or a page, has its name where there is no packet. The counselor's guide keeps its own names.
 */
const footSection = ({ chosen }: Workbook, section: Section | undefined): { section?: Section } => {
  if (!section || section.part === 'counselor' || !chosen) return section ? { section } : {};
  if (chosen === 'packet' || section.excerpt) return {};
  const { number: _, ...unnumbered } = section;
  return { section: unnumbered };
};

/** The pages of a counselor's copy: short notes share a page, and in one for two sides notes face their page; without the clients' pages they follow each other. */
const withNotes = (pages: readonly UnframedPage[], { setting: { theme }, mirrored, notesAlone }: BookOptions): UnframedPage[] => {
  const { height } = textArea(theme);
  if (notesAlone) return flowNotes(pages, height, theme.space.xl);
  const shared = shareNotes(pages, height, theme.space.xl, mirrored ? 'short' : 'all');
  return mirrored ? onOwnSheets(shared) : shared;
};

/** Shifts what was placed in the text area by the margins. */
const inMargins = (placed: Placed[], { theme }: Setting): Placed[] =>
  placed.map((unit) => ({ ...unit, left: unit.left + theme.paper.left, top: unit.top + theme.paper.top }));

/**
 * Lays out the cover alone, as it is in a whole book.
 * @returns The page, and what is wrong with it
 */
export const makeCover = async (options: BookOptions): Promise<{ page?: BookPage; diagnostics: Diagnostic[] }> => {
  const given = settled(options);
  const part = coverPart(given);
  const [sheet] = await layOut([part.element], given.setting, options);
  const { pages, diagnostics } = packPart(part, sheet as LaidOutNode, given.setting, options.shorten);
  return { diagnostics, ...(pages[0] ? { page: { ...pages[0], label: '' } } : {}) };
};

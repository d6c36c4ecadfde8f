/** A workbook, a template and a theme to pages: all text set, every block at its place. */
import { createElement } from 'react';
import { plain } from '../content/plain.ts';
import type { Section, Workbook } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Setting } from '../kit/context.ts';
import type { Marks } from '../kit/marks.ts';
import type { Template } from '../kit/template.ts';
import { layOut } from './engine.ts';
import { contentsEntries, scalesOf, SectionFlow, Sheet, textArea, worksheetEntries } from './flow.tsx';
import type { LaidOutNode } from './node.ts';
import { pack, type Placed } from './pack.ts';
import { destinationsOf, setPageNumbers } from './page-numbers.tsx';
import { unreadPictures, withPicturePaths } from './pictures.ts';
import { unitsOf } from './units.ts';

/** A page ready to be drawn; lengths in points from the upper left corner of the paper. */
export interface BookPage {
  width: number;
  height: number;
  /** The laid-out page frame: a PAGE node. */
  frame?: LaidOutNode;
  placed: Placed[];
  section?: Section;
}

export interface Book {
  title: string;
  language: string;
  pages: BookPage[];
  /** For each destination, the index of its page. */
  destinations: Map<string, number>;
}

/** One part of the book before it is packed. */
interface Part {
  section?: Section;
  marks: Marks[];
  /** The whole part is one page of its own, laid out at its final size. */
  whole: boolean;
  /** Drawn without margins and frame. */
  cover?: boolean;
}

export interface BookOptions {
  workbook: Workbook;
  template: Template;
  setting: Setting;
  /** A name shown on the cover. */
  preparedFor?: string;
}

/** Every part of the book in order, with the page element that it is laid out on. */
const partsOf = ({ workbook, template, setting, preparedFor }: BookOptions) => {
  const { theme } = setting;
  const { width, height } = textArea(theme);
  const steps = workbook.sections.filter(({ part }) => part === 'step');
  const parts: { part: Part; element: React.ReactElement }[] = [];
  const add = (part: Part, element: React.ReactElement) => parts.push({ part, element });

  add(
    { marks: [{ role: 'Sect' }], whole: true, cover: true },
    <Sheet key="cover" theme={theme} width={theme.paper.width} height={theme.paper.height}>
      <template.Cover workbook={workbook} {...(preparedFor ? { preparedFor } : {})} />
    </Sheet>,
  );
  add(
    { marks: [{ role: 'Sect' }], whole: false },
    <Sheet key="contents" theme={theme} width={width}>
      <template.Contents entries={contentsEntries(workbook)} />
    </Sheet>,
  );
  for (const section of workbook.sections) {
    const marks: Marks[] = [{ role: 'Sect' }];
    if (section.part === 'step') {
      add(
        { section, marks, whole: true },
        <Sheet key={`${section.id} opener`} theme={theme} width={width} height={height}>
          <template.StepOpener section={section} steps={steps.length} entries={worksheetEntries(section)} />
        </Sheet>,
      );
    }
    add(
      { section, marks, whole: false },
      <Sheet key={section.id} theme={theme} width={width}>
        <SectionFlow section={section} template={template} />
      </Sheet>,
    );
  }
  return parts;
};

/**
 * Lays out a whole workbook.
 * @returns The book, or why a page of it cannot be made (a block taller than a page)
 */
export const makeBook = async (options: BookOptions): Promise<{ book?: Book; diagnostics: Diagnostic[] }> => {
  const { template } = options;
  const workbook = withPicturePaths(options.workbook);
  const setting: Setting = { ...options.setting, scales: scalesOf(workbook) };
  const { paper } = setting.theme;
  const { height } = textArea(setting.theme);
  const parts = partsOf({ ...options, workbook, setting });
  const laidOut = await layOut(parts.map(({ element }) => element), setting);

  const pages: (BookPage & { bare: boolean })[] = [];
  const diagnostics: Diagnostic[] = [];
  parts.forEach(({ part }, index) => {
    const sheet = laidOut[index] as LaidOutNode;
    const about = { width: paper.width, height: paper.height, ...(part.section ? { section: part.section } : {}) };
    if (part.whole) {
      const placed = (sheet.children ?? []).map((node) => ({ node, left: node.box.left, top: node.box.top, within: part.marks }));
      pages.push({ ...about, placed: part.cover ? placed : inMargins(placed, setting), bare: part.cover ?? false });
      return;
    }
    const units = unitsOf(sheet);
    const packed = pack(units, height);
    diagnostics.push(...unreadPictures(units), ...packed.diagnostics);
    for (const { placed, bare } of packed.pages) {
      const within = placed.map((unit) => ({ ...unit, within: [...part.marks, ...unit.within] }));
      pages.push({ ...about, placed: inMargins(within, setting), bare });
    }
  });
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics };

  const destinations = destinationsOf(pages);
  await setPageNumbers(pages, destinations, setting);
  const frames = await layOut(
    pages.map(({ section, bare }, index) => (
      <Sheet key={index} theme={setting.theme} width={paper.width} height={paper.height}>
        {bare ? null : createElement(template.PageFrame, { title: workbook.title, page: index + 1, pages: pages.length, ...(section ? { section } : {}) })}
      </Sheet>
    )),
    setting,
  );
  return {
    book: {
      title: workbook.title,
      language: workbook.language,
      destinations,
      pages: pages.map(({ bare: _, ...page }, index) => ({ ...page, ...(frames[index] ? { frame: frames[index] } : {}) })),
    },
    diagnostics,
  };
};

/** Moves what was placed in the text area to its place on the paper. */
const inMargins = (placed: Placed[], { theme }: Setting): Placed[] =>
  placed.map((unit) => ({ ...unit, left: unit.left + theme.paper.inner, top: unit.top + theme.paper.top }));

/** The title of a section without its looks, as bookmarks and reports show it. */
export const sectionTitle = (section: Section): string => plain(section.title);

/** A workbook, a template and a theme to pages: all text set, every block at its place. */
import { createElement } from 'react';
import type { Section } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Setting } from '../kit/context.ts';
import { layOut } from './engine.ts';
import { scalesOf, Sheet, textArea } from './flow.tsx';
import type { LaidOutNode } from './node.ts';
import { numberPages } from './numbering.ts';
import { pack, type Placed } from './pack.ts';
import { destinationsOf, setPageNumbers } from './page-numbers.tsx';
import { type BookOptions, type Part, partsOf } from './parts.tsx';
import { unreadPictures, withPicturePaths } from './pictures.ts';
import { unitsOf } from './units.ts';

export type { BookOptions } from './parts.tsx';

/** A page ready to be drawn; lengths in points from the upper left corner of the paper. */
export interface BookPage {
  width: number;
  height: number;
  /** The laid-out page frame: a PAGE node. */
  frame?: LaidOutNode;
  placed: Placed[];
  section?: Section;
  /** What a reader of the PDF shows as its number. */
  label: string;
}

export interface Book {
  title: string;
  language: string;
  pages: BookPage[];
  /** For each destination, the index of its page. */
  destinations: Map<string, number>;
}

/** A page that is packed and not yet numbered. */
interface LoosePage extends Omit<BookPage, 'label' | 'frame'> {
  bare: boolean;
  note?: 'beside' | 'guide';
}

/**
 * Lays out a whole workbook.
 * @returns The book, or why a page of it cannot be made (a block taller than a page)
 */
export const makeBook = async (options: BookOptions): Promise<{ book?: Book; diagnostics: Diagnostic[] }> => {
  const workbook = withPicturePaths(options.workbook);
  const setting: Setting = { ...options.setting, scales: scalesOf(workbook) };
  const { title, language } = workbook;
  const parts = partsOf({ ...options, workbook, setting });
  const sheets = await layOut(parts.map(({ element }) => element), setting);
  const packed = parts.map((part, index) => packPart(part, sheets[index] as LaidOutNode, setting));
  const diagnostics = packed.flatMap((part) => part.diagnostics);
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics };

  const loose = packed.flatMap((part) => part.pages);
  const { numbers, total } = numberPages(loose, setting.strings);
  const destinations = destinationsOf(loose);
  await setPageNumbers(loose, (destination) => numbers[destinations.get(destination) ?? -1]?.page, setting);

  const { paper } = setting.theme;
  const frames = await layOut(
    loose.map(({ section, bare }, index) => {
      const { page = 0, note } = numbers[index] ?? {};
      const about = { title, page, pages: total, ...(note ? { note } : {}), ...(section && !options.discreet ? { section } : {}) };
      return (
        <Sheet key={index} theme={setting.theme} width={paper.width} height={paper.height}>
          {bare ? null : createElement(options.template.PageFrame, about)}
        </Sheet>
      );
    }),
    setting,
  );
  const pages = loose.map(({ bare: _, note: __, ...page }, index) => ({
    ...page,
    label: numbers[index]?.label ?? '',
    ...(frames[index] ? { frame: frames[index] } : {}),
  }));
  return { book: { title, language, destinations, pages }, diagnostics };
};

/** The pages of one part. */
const packPart = (part: Part, sheet: LaidOutNode, setting: Setting): { pages: LoosePage[]; diagnostics: Diagnostic[] } => {
  const { paper } = setting.theme;
  const about = { width: paper.width, height: paper.height, ...(part.section ? { section: part.section } : {}) };
  const note = part.note ? { note: part.note } : {};
  if (part.whole) {
    const placed = (sheet.children ?? []).map((node) => ({ node, left: node.box.left, top: node.box.top, within: part.marks }));
    return { pages: [{ ...about, ...note, placed: part.cover ? placed : inMargins(placed, setting), bare: part.cover ?? false }], diagnostics: [] };
  }
  const units = unitsOf(sheet);
  const packed = pack(units, textArea(setting.theme).height);
  const pages = packed.pages.map(({ placed, bare, note: beside }): LoosePage => {
    const within = placed.map((unit) => ({ ...unit, within: [...part.marks, ...unit.within] }));
    return { ...about, ...(beside ? { note: 'beside' } : {}), ...note, placed: inMargins(within, setting), bare };
  });
  return { pages, diagnostics: [...unreadPictures(units), ...packed.diagnostics] };
};

/** Moves what was placed in the text area to its place on the paper. */
const inMargins = (placed: Placed[], { theme }: Setting): Placed[] =>
  placed.map((unit) => ({ ...unit, left: unit.left + theme.paper.inner, top: unit.top + theme.paper.top }));

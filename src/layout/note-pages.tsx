/** Adds ruled pages for notes until the number of pages fills the sheets of a booklet. */
import { createElement } from 'react';
import type { BlockOf } from '../content/blocks/index.ts';
import { permanentFieldName } from '../content/field-name.ts';
import type { Section } from '../content/workbook.ts';
import { layOut, type LayoutRun } from './lay-out.ts';
import { Sheet, textArea } from './flow.tsx';
import type { LaidOutNode } from './laid-out-node.ts';
import { type UnframedPage, packPart } from './pack-part.ts';
import type { BookOptions } from './parts.tsx';

/** The start of the names of their spaces: no section has this id and the underscore behind it. */
const NAME = 'booklet-notes';
/** The fewest lines; each page is ruled to its foot. */
const LINES = 6;

/** Whether a section is only writing space, beside which note pages belong. */
const isRoom = ({ blocks }: Section): boolean => blocks.length > 0 && blocks.every(({ kind }) => kind === 'space' || kind === 'page-break');

/** The index for note pages: after the last page of writing space, else at the end, before a page with only the closing. */
const placeFor = (pages: readonly UnframedPage[]): number => {
  const last = pages.findLastIndex(({ section }) => section !== undefined && isRoom(section));
  return last < 0 ? pages.length - (pages.at(-1)?.closing ? 1 : 0) : last + 1;
};

/**
 * Adds pages for notes until the number of pages is a multiple.
 *
 * @param multiple 1 adds none
 * @returns all pages, in order
 */
export const addNotePages = async (
  pages: readonly UnframedPage[],
  multiple: number,
  { template, setting, ...run }: Pick<BookOptions, 'template' | 'setting'> & LayoutRun,
): Promise<UnframedPage[]> => {
  const missing = (multiple - (pages.length % multiple)) % multiple;
  if (missing === 0) return [...pages];
  const place = placeFor(pages);
  const { section } = pages[place - 1] ?? {};
  const block: BlockOf<'space'> = {
    kind: 'space',
    space: 'lined',
    id: NAME,
    title: [{ text: setting.strings.notesPage }],
    lines: LINES,
    fill: true,
    at: { file: '', start: 0, end: 0 },
  };
  const marks = [{ role: 'Sect' as const }];
  const parts = Array.from({ length: missing }, (_, index) => ({
    marks,
    ...(section && isRoom(section) ? { section } : {}),
    element: (
      <Sheet key={index} theme={setting.theme} width={textArea(setting.theme).width}>
        {createElement(template.blocks.space, { block, name: permanentFieldName(NAME, String(index + 1)), level: 3 })}
      </Sheet>
    ),
  }));
  const sheets = await layOut(
    parts.map(({ element }) => element),
    setting,
    { ...run, memory: undefined },
  );
  const notes = parts.flatMap((part, index) => packPart(part, sheets[index] as LaidOutNode, setting).pages);
  return [...pages.slice(0, place), ...notes, ...pages.slice(place)];
};

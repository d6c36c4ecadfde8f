/** Marks the sheets that leave the book: where to cut and to fold them, and how to print them. */
import { View } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import { Decoration, type Style, Words } from '../kit/elements.tsx';
import type { Marks } from '../kit/marks.ts';
import { Sheet, textArea } from './flow.tsx';
import { type LaidOutNode, marksOf } from './laid-out-node.ts';
import { layOut } from './lay-out.ts';
import type { UnframedPage } from './pack-part.ts';
import type { BookOptions } from './parts.tsx';

/** No printer at home reaches closer to the edge of the sheet, in points. */
const PRINTABLE = 18;
/** Between words in the upper margin and the text under them, in points; less where the margin is narrow. */
const GAP = 14;
/** From the line to cut along to the text, in points: what is left at the binding holds the other half of a folded sheet. */
const BESIDE_CUT = 16;
/** The length of a mark to fold at, in points. */
const FOLD = 10;

/** Something laid out at its place in the text area, in points. */
interface Mark {
  element: ReactElement;
  /** From the height of what was laid out. */
  place: (height: number) => { left: number; top: number };
}

/** The structure elements around a page that pages before it have begun, outermost first: what is added to the page is read there, not after all of them. */
const begunBefore = (pages: readonly UnframedPage[], index: number): Marks[] => {
  const before =
    pages
      .slice(0, index)
      .findLast(({ placed }) => placed.length > 0)
      ?.placed.at(-1)?.within ?? [];
  const here = pages.slice(index).find(({ placed }) => placed.length > 0)?.placed[0]?.within ?? [];
  const parted = here.findIndex((marks, depth) => marks !== before[depth]);
  return parted < 0 ? here : here.slice(0, parted);
};

/** Whether a list, a table or another block goes on over the pages: a line between its parts would be read as one of them, or behind it. */
const isInBlock = (pages: readonly UnframedPage[], index: number, begun: readonly Marks[]): boolean => {
  const [first] = pages[index]?.placed ?? [];
  const last = pages[index - 1]?.placed.at(-1);
  const cut = first !== undefined && last !== undefined && marksOf(first.node) !== undefined && marksOf(first.node) === marksOf(last.node);
  return cut || begun.some(({ role }) => role !== 'Sect');
};

/** What the page of a sheet that leaves the book has beside its content, and an empty page before one or before notes. */
const marksOn = (page: UnframedPage, inBlock: boolean, { setting: { theme, strings }, mirrored }: BookOptions): Mark[] => {
  const { paper, colors, ruling } = theme;
  const { width } = textArea(theme);
  const words = (text: string, top: (height: number) => number): Mark => {
    const said = createElement(Words, { type: 'furniture', style: { color: colors.muted } }, text);
    return {
      element: inBlock ? <Decoration as="Header">{said}</Decoration> : said,
      place: (height) => ({ left: 0, top: top(height) }),
    };
  };
  const line = (style: Style, left: number, top: number): Mark => ({
    element: (
      <Decoration>
        <View style={style} />
      </Decoration>
    ),
    place: () => ({ left, top }),
  });
  // The empty back of a sheet that is given away has nothing at all.
  if (page.empty === 'before' || page.empty === 'notes') return [words(strings.leftEmpty, () => 0)];
  if (!page.leaves) return [];
  // Only letters are without a frame: they are folded in three.
  const folds = page.bare
    ? [1, 2].map((third) =>
        line(
          { width: FOLD, height: ruling.width, backgroundColor: colors.rule },
          width + paper.outer - PRINTABLE - FOLD,
          (third * paper.height) / 3 - paper.top,
        ),
      )
    : [];
  const cut = line({ width: 0, height: paper.height - 2 * PRINTABLE, borderLeft: `${ruling.frame} dashed ${colors.edge}` }, -BESIDE_CUT, PRINTABLE - paper.top);
  const above = (height: number): number => -(height + Math.max(0, Math.min(GAP, paper.top - height - PRINTABLE)));
  return [mirrored ? cut : words(strings.ownSheet, above), ...folds];
};

/**
 * Adds the marks to their pages. In copies for printing on one side, a line over the page says that it is printed on a sheet of its own.
 *
 * @param pages all pages, in order
 */
export const addSheetMarks = async (pages: readonly UnframedPage[], options: BookOptions): Promise<UnframedPage[]> => {
  const { setting, workbook } = options;
  // Of loose sheets, each is one of its own.
  if (workbook.loose) return [...pages];
  const marked = pages.flatMap((page, index) => {
    const begun = begunBefore(pages, index);
    return marksOn(page, isInBlock(pages, index, begun), options).map((mark) => ({
      ...mark,
      index,
      within: begun.length > 0 ? begun : [{ role: 'Sect' as const }],
    }));
  });
  const sheets = await layOut(
    marked.map(({ element }, index) => (
      <Sheet key={index} theme={setting.theme} width={textArea(setting.theme).width}>
        {element}
      </Sheet>
    )),
    setting,
    { ...options, laidOut: undefined },
  );
  return pages.map((page, index) => {
    const added = marked.flatMap(({ place, within, index: on }, at) => {
      const node: LaidOutNode | undefined = sheets[at]?.children?.[0];
      return on === index && node ? [{ node, ...place(node.box.height), within }] : [];
    });
    return added.length > 0 ? { ...page, placed: [...added, ...page.placed] } : page;
  });
};

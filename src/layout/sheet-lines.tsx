/** Sets a line at the head of each page of loose sheets: for whom they are, and a word of safety. */
import { createElement } from 'react';
import { Decoration, Words } from '../kit/elements.tsx';
import { Sheet, textArea } from './flow.tsx';
import { layOut } from './lay-out.ts';
import type { UnframedPage } from './pack-part.ts';
import type { BookOptions } from './parts.tsx';

/** Between the line and the text under it, in points; less where the margin is narrow. */
const GAP = 14;
/** No printer at home reaches closer to the edge of the sheet, in points. */
const PRINTABLE = 18;

/** Whether a page goes on with the part of the page before: its line is read with the first page alone. */
const goesOn = ({ placed }: UnframedPage, before: UnframedPage | undefined): boolean => {
  const part = placed[0]?.within[0];
  return part !== undefined && before?.placed.some(({ within }) => within[0] === part) === true;
};

/**
 * Adds the line in the upper margin of each page; not on pages that are given away, which have no frame either.
 *
 * @param pages all pages, in order
 */
export const addSheetLines = async (pages: readonly UnframedPage[], options: BookOptions): Promise<UnframedPage[]> => {
  const { workbook, setting, preparedFor } = options;
  if (!workbook.loose) return [...pages];
  const { theme, strings } = setting;
  const words = [...(preparedFor ? [`${strings.preparedFor} ${preparedFor}.`] : []), strings.safetyLine].join(' ');
  const { width } = textArea(theme);
  const { margin, gap: between } = theme.column;
  // Over the main column, as what stands at the foot.
  const marginLeft = margin > 0 ? margin + between : 0;
  const line = createElement(Words, { type: 'furniture', style: { color: theme.colors.muted, marginLeft } }, words);
  const lines = await layOut(
    pages.map((page, index) => (
      <Sheet key={index} theme={theme} width={width}>
        {goesOn(page, pages[index - 1]) ? <Decoration as="Header">{line}</Decoration> : line}
      </Sheet>
    )),
    setting,
    { ...options, memory: undefined, laidOut: undefined },
  );
  return pages.map((page, index) => {
    const node = lines[index]?.children?.[0];
    if (!node || page.bare || page.note) return page;
    const gap = Math.max(0, Math.min(GAP, theme.paper.top - node.box.height - PRINTABLE));
    return { ...page, placed: [{ node, left: node.box.left, top: -(node.box.height + gap), within: [{ role: 'Sect' }] }, ...page.placed] };
  });
};

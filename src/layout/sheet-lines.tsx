/** Sets a line at the head of each page of loose sheets: for whom they are, and a word of safety. */
import { createElement } from 'react';
import { Words } from '../kit/elements.tsx';
import { Sheet, textArea } from './flow.tsx';
import { layOut } from './lay-out.ts';
import type { UnframedPage } from './pack-part.ts';
import type { BookOptions } from './parts.tsx';

/** Between the line and the text under it, in points; less where the margin is narrow. */
const GAP = 14;
/** No printer at home reaches closer to the edge of the sheet, in points. */
const PRINTABLE = 18;

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
  const lines = await layOut(
    pages.map((_, index) => (
      <Sheet key={index} theme={theme} width={width}>
        {createElement(Words, { type: 'furniture', style: { color: theme.colors.muted } }, words)}
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

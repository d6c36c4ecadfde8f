/** Adds the practice's details at the end of the book: at the foot of the last page where there is room, else on a page of their own. */
import { createElement } from 'react';
import type { Workbook } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { layOut, type LayoutRun } from './lay-out.ts';
import { Sheet, textArea } from './flow.tsx';
import { bottomOf, type LaidOutNode } from './laid-out-node.ts';
import type { UnframedPage } from './pack-part.ts';
import type { BookOptions } from './parts.tsx';
import { tooWide } from './too-wide.ts';

/** How far down a page its content reaches, in points. */
const floorOf = ({ placed }: UnframedPage): number => Math.max(0, ...placed.map(({ node, top }) => top + node.box.height));

/** The height of what was laid out, margins above it included. */
const heightOf = (sheet: LaidOutNode): number => Math.max(0, ...(sheet.children ?? []).map(bottomOf));

/**
 * Adds the closing to the pages of a book. Nothing is added without a practice.
 *
 * @param pages all pages, in order
 */
export const addClosing = async (
  pages: readonly UnframedPage[],
  { template, setting, workbook, ...run }: Pick<BookOptions, 'template' | 'setting'> & { workbook?: Pick<Workbook, 'loose'> } & LayoutRun,
): Promise<{ pages: UnframedPage[]; diagnostics: Diagnostic[] }> => {
  const { practice, theme } = setting;
  const last = pages.at(-1);
  if (!practice || !last) return { pages: [...pages], diagnostics: [] };
  const { width, height } = textArea(theme);
  const [sheet] = await layOut(
    [
      <Sheet key="closing" theme={theme} width={width}>
        {createElement(template.Closing, { practice })}
      </Sheet>,
    ],
    setting,
    { ...run, memory: undefined },
  );
  const tall = sheet ? heightOf(sheet) : 0;
  if (!sheet || tall === 0) return { pages: [...pages], diagnostics: [] };
  const within = [{ role: 'Sect' as const }];
  const placed = (sheet.children ?? []).map((node) => ({ node, left: node.box.left, top: height - tall + node.box.top, within }));
  const diagnostics = tooWide(
    placed.map(({ node }) => ({ node, left: 0 })),
    width,
  );
  const fits = !last.bare && !last.cover && floorOf(last) + theme.space.xl + tall <= height;
  if (fits) return { pages: [...pages.slice(0, -1), { ...last, placed: [...last.placed, ...placed] }], diagnostics };
  // Their foot names the practice: they get no page of it.
  if (workbook?.loose) return { pages: [...pages], diagnostics: [] };
  const { paper } = theme;
  return { pages: [...pages, { width: paper.width, height: paper.height, bare: false, closing: true, placed }], diagnostics };
};

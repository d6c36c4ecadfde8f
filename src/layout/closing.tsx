/** Adds what stands at the end of the book: the practice's details, and the line of the author and the licence. */
import { createElement } from 'react';
import type { Section, Workbook } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { layOut, type LayoutRun } from './lay-out.ts';
import { Sheet, textArea } from './flow.tsx';
import { Words } from '../kit/elements.tsx';
import type { Theme } from '../kit/theme.ts';
import { bottomOf, type LaidOutNode } from './laid-out-node.ts';
import type { UnframedPage } from './pack-part.ts';
import type { BookOptions } from './parts.tsx';
import { tooWide } from './too-wide.ts';

/** How far down a page its content reaches, in points. */
const floorOf = ({ placed }: UnframedPage): number => Math.max(0, ...placed.map(({ node, top }) => top + node.box.height));

/** The height of what was laid out, margins above it included. */
const heightOf = (sheet: LaidOutNode): number => Math.max(0, ...(sheet.children ?? []).map(bottomOf));

/** From the left edge of the text area to the main column, in points. */
const axisOf = ({ column }: Theme): number => (column.margin > 0 ? column.margin + column.gap : 0);

/** Who wrote the book and under which licence, small and quiet. */
export const Credit = ({ lines, theme, below }: { lines: readonly string[]; theme: Theme; below: boolean }) => {
  const { colors, space } = theme;
  const left = axisOf(theme);
  return lines.map((line, index) => (
    <Words key={line} type="furniture" style={{ color: colors.muted, marginLeft: left, ...(below && index === 0 ? { marginTop: space.m } : {}) }}>
      {line}
    </Words>
  ));
};

/** Whether a section holds help lines: people leave its page out of a copy that others may see, so that nothing of the whole book is looked for on it. */
const hasHelpLines = (section: Section): boolean =>
  section.blocks.some((block) => (block.kind === 'worksheet' ? block.blocks : [block]).some(({ kind }) => kind === 'help-lines'));

/**
 * The index of the page for the closing: the last, else one before the first part, such as the contents, where books have their imprint.
 *
 * @param anywhere whether it may stand on any other page with room, the last of them without help lines if it can be
 */
const placeOfClosing = (pages: readonly UnframedPage[], fits: (page: UnframedPage) => boolean, anywhere: boolean): number => {
  const last = pages.at(-1);
  if (last && fits(last)) return pages.length - 1;
  const inFront = ({ section, note }: UnframedPage): boolean => !section || note === 'guide';
  const front = pages.findLastIndex((page, index) => fits(page) && !page.note && pages.slice(0, index + 1).every(inFront));
  if (front >= 0 || !anywhere) return front;
  const mayStand = (page: UnframedPage): boolean => fits(page) && !(page.section && hasHelpLines(page.section));
  // Not among the lines of a worksheet that goes on, nor with notes.
  const ends = pages.findLastIndex((page, index) => mayStand(page) && !page.note && pages[index + 1]?.section !== page.section);
  return [ends, pages.findLastIndex(mayStand)].find((index) => index >= 0) ?? pages.findLastIndex(fits);
};

type Closed = Pick<Workbook, 'loose' | 'author' | 'license'>;

/**
 * Adds the closing to the pages of a book: at the foot of the last page where there is room, else of the contents. Where neither has room, a practice has a
 * page of its own, and author and licence alone stand at the foot of another page. Loose sheets name neither of the two, and a sheet that leaves the book
 * carries nothing of it.
 *
 * @param pages all pages, in order
 */
export const addClosing = async (
  pages: readonly UnframedPage[],
  { template, setting, workbook, ...run }: Pick<BookOptions, 'template' | 'setting'> & { workbook?: Closed } & LayoutRun,
): Promise<{ pages: UnframedPage[]; diagnostics: Diagnostic[] }> => {
  const { practice, theme } = setting;
  const { loose, author, license } = workbook ?? {};
  const credit = loose ? [] : [author, license].filter((line) => line !== undefined);
  if (pages.length === 0 || (!practice && credit.length === 0)) return { pages: [...pages], diagnostics: [] };
  const { width, height } = textArea(theme);
  const [sheet] = await layOut(
    [
      <Sheet key="closing" theme={theme} width={width}>
        {practice ? createElement(template.Closing, { practice }) : null}
        <Credit lines={credit} theme={theme} below={practice !== undefined} />
      </Sheet>,
    ],
    setting,
    run,
  );
  const tall = sheet ? heightOf(sheet) : 0;
  if (!sheet || tall === 0) return { pages: [...pages], diagnostics: [] };
  const within = [{ role: 'Sect' as const }];
  const placed = (sheet.children ?? []).map((node) => ({ node, left: node.box.left, top: height - tall + node.box.top, within }));
  const diagnostics = tooWide(
    placed.map(({ node }) => ({ node, left: 0 })),
    width,
  );
  const air = practice ? theme.space.xl : theme.space.s;
  const fits = (page: UnframedPage): boolean => !page.bare && !page.cover && !page.leaves && !page.empty && floorOf(page) + air + tall <= height;
  const place = placeOfClosing(pages, fits, practice === undefined);
  const chosen = pages[place];
  if (chosen) {
    // Fine print begins at the left edge of the page, and so does what stands under it.
    const shift = !practice && chosen.section?.['fine-print'] ? axisOf(theme) : 0;
    const shifted = placed.map((unit) => ({ ...unit, left: unit.left - shift }));
    return { pages: pages.with(place, { ...chosen, placed: [...chosen.placed, ...shifted] }), diagnostics };
  }
  // Their foot names the practice: they get no page of it.
  if (loose) return { pages: [...pages], diagnostics: [] };
  const { paper } = theme;
  return { pages: [...pages, { width: paper.width, height: paper.height, bare: false, closing: true, placed }], diagnostics };
};

/** Sets a line at the head of each page of loose sheets: for whom they are, and a word of safety. */
import { createElement, type ReactElement } from 'react';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Setting } from '../kit/context.ts';
import { Decoration, Words } from '../kit/elements.tsx';
import { Sheet, textArea } from './flow.tsx';
import { layOut } from './lay-out.ts';
import type { UnframedPage } from './pack-part.ts';
import type { BookOptions } from './parts.tsx';
import { tooWide } from './too-wide.ts';

/** Between the line and the text under it, in points; less where the margin is narrow. */
const GAP = 14;
/** No printer at home reaches closer to the edge of the sheet, in points. */
const PRINTABLE = 18;

/** The line takes no more of a page than one part in so many: the rest is for what the sheet is about. */
const SHARE = 3;

/** The line as it stands on a page. */
const lineOf = ({ setting: { theme, strings }, preparedFor }: BookOptions): ReactElement => {
  const words = [...(preparedFor ? [`${strings.preparedFor} ${preparedFor}.`] : []), strings.safetyLine].join(' ');
  const { margin, gap: between } = theme.column;
  // Over the main column, as what stands at the foot.
  const marginLeft = margin > 0 ? margin + between : 0;
  return createElement(Words, { type: 'furniture', style: { color: theme.colors.muted, marginLeft } }, words);
};

/** The line is the same on all pages: what is laid out for it is never asked for again. */
const unkept = (options: BookOptions): BookOptions & { laidOut: undefined } => ({ ...options, memory: undefined, laidOut: undefined });

/**
 * Makes the upper margin larger where the line would not fit in it, before the pages are packed. A long name, large print or a narrow margin
 * would otherwise push it off the paper.
 *
 * @returns the setting, another one only where its margin is larger; and errors: `block-too-tall` for a line that takes too much of a page,
 *   `text-too-wide` for a word that is wider than the page
 */
export const withRoomForLine = async (options: BookOptions): Promise<{ setting: Setting; diagnostics: Diagnostic[] }> => {
  const { workbook, setting } = options;
  const { theme } = setting;
  if (!workbook.loose) return { setting, diagnostics: [] };
  const { width } = textArea(theme);
  const sheet = (
    <Sheet key="line" theme={theme} width={width}>
      {lineOf(options)}
    </Sheet>
  );
  const [laidOut] = await layOut([sheet], setting, unkept(options));
  const node = laidOut?.children?.[0];
  if (!node) return { setting, diagnostics: [] };
  const diagnostics = tooWide([{ node, left: 0 }], width);
  const { height } = node.box;
  const { paper } = theme;
  if (height > paper.height / SHARE) diagnostics.push(tooTall(height, paper.height / SHARE));
  if (diagnostics.length > 0 || height + PRINTABLE <= paper.top) return { setting, diagnostics };
  return { setting: { ...setting, theme: { ...theme, paper: { ...paper, top: PRINTABLE + height + GAP } } }, diagnostics };
};

const tooTall = (height: number, most: number): Diagnostic => ({
  code: 'block-too-tall',
  severity: 'error',
  message: `expected words at the head of each sheet that take a third of it at most (${Math.floor(most)} points), found ${Math.ceil(height)} points of them`,
  hints: ['write a shorter name'],
});

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
  const { workbook, setting } = options;
  if (!workbook.loose) return [...pages];
  const { theme } = setting;
  const { width } = textArea(theme);
  const line = lineOf(options);
  const lines = await layOut(
    pages.map((page, index) => (
      <Sheet key={index} theme={theme} width={width}>
        {goesOn(page, pages[index - 1]) ? <Decoration as="Header">{line}</Decoration> : line}
      </Sheet>
    )),
    setting,
    unkept(options),
  );
  return pages.map((page, index) => {
    const node = lines[index]?.children?.[0];
    if (!node || page.bare || page.note) return page;
    const gap = Math.max(0, Math.min(GAP, theme.paper.top - node.box.height - PRINTABLE));
    return { ...page, placed: [{ node, left: node.box.left, top: -(node.box.height + gap), within: [{ role: 'Sect' }] }, ...page.placed] };
  });
};

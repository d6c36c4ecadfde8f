/** Makes the pages of one part of a book. */
import type { Section } from '../content/workbook.ts';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import type { Setting } from '../kit/context.ts';
import { textArea } from './flow.tsx';
import { copyOf, type LaidOutNode, type Leaves } from './laid-out-node.ts';
import { pack } from './pack.ts';
import type { Packed, Placed } from './packed.ts';
import type { PackedSheets } from './packed-sheets.ts';
import { overfull } from './overfull.ts';
import type { Part } from './parts.tsx';
import { unreadPictures } from './pictures.ts';
import { tooWide } from './too-wide.ts';
import { unitsOf } from './units.ts';

/** A packed page that has no frame and no number yet; lengths in points. */
export interface UnframedPage {
  width: number;
  height: number;
  section?: Section;
  /** Relative to the upper left corner of the text area; on a cover, of the paper. */
  placed: Placed[];
  /** Has no page frame. */
  bare: boolean;
  cover?: boolean;
  /** Has nothing but the closing. */
  closing?: boolean;
  note?: 'beside' | 'guide';
  /** Of notes: the pages that they are about. */
  about?: UnframedPage[];
  /** Leaves the book. */
  leaves?: Leaves;
  /** Has nothing on it: before a sheet that leaves the book, on the back of one, or before notes. */
  empty?: 'before' | 'back' | 'notes';
}

/**
 * Packs what was laid out for a part.
 * @param shorten See `pack`
 * @param kept How earlier builds have packed sheets: then the sheet is shared with them, and not changed
 */
export const packPart = (
  part: Part,
  sheet: LaidOutNode,
  setting: Setting,
  shorten = false,
  kept?: PackedSheets,
): { pages: UnframedPage[]; diagnostics: Diagnostic[] } => {
  const { paper } = setting.theme;
  const about = { width: paper.width, height: paper.height, ...(part.section ? { section: part.section } : {}) };
  const note = part.note ? { note: part.note } : {};
  const lifted = part.section?.excerpt ? { lifted: true as const } : {};
  const place = part.section?.at;
  if (part.cover) {
    const diagnostics = [
      ...tooWide(
        (sheet.children ?? []).map((node) => ({ node, left: 0, at: place })),
        paper.width,
      ),
      ...overfull(sheet, paper.height),
    ];
    const own = kept ? copyOf(sheet) : sheet;
    const placed = (own.children ?? []).map((node) => ({ node, left: node.box.left, top: node.box.top, within: part.marks }));
    return { pages: [{ ...about, placed, bare: true, cover: true }], diagnostics };
  }
  const { width, height } = textArea(setting.theme);
  const packed = kept
    ? kept.of(sheet, [width, height, shorten, place?.file, place?.start, place?.end], (own) => packSheet(own, { width, height }, shorten, place))
    : packSheet(sheet, { width, height }, shorten, place);
  const pages = packed.pages.map(({ placed, bare, note: beside, leaves }): UnframedPage => {
    const within = placed.map((unit) => ({ ...unit, within: [...part.marks, ...unit.within], ...lifted }));
    return { ...about, ...(beside ? { note: 'beside' } : {}), ...note, ...(leaves ? { leaves } : {}), placed: within, bare };
  });
  return { pages, diagnostics: packed.diagnostics };
};

/** @param place of what the sheet is for, where its blocks have none */
const packSheet = (sheet: LaidOutNode, { width, height }: ReturnType<typeof textArea>, shorten: boolean, place: Location | undefined): Packed => {
  const units = unitsOf(sheet);
  const packed = pack(units, height, shorten);
  const wide = tooWide(
    units.map(({ node, left, at }) => ({ node, left: left - node.box.left, at: at ?? place })),
    width,
  );
  return { pages: packed.pages, diagnostics: [...unreadPictures(units), ...wide, ...packed.diagnostics] };
};

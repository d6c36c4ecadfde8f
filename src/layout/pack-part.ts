/** Makes the pages of one part of a book. */
import type { Section } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Setting } from '../kit/context.ts';
import { textArea } from './flow.tsx';
import type { LaidOutNode, Leaves } from './laid-out-node.ts';
import { pack } from './pack.ts';
import type { Placed } from './packed.ts';
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
 */
export const packPart = (part: Part, sheet: LaidOutNode, setting: Setting, shorten = false): { pages: UnframedPage[]; diagnostics: Diagnostic[] } => {
  const { paper } = setting.theme;
  const about = { width: paper.width, height: paper.height, ...(part.section ? { section: part.section } : {}) };
  const note = part.note ? { note: part.note } : {};
  const place = part.section?.at;
  if (part.cover) {
    const diagnostics = [
      ...tooWide(
        (sheet.children ?? []).map((node) => ({ node, left: 0, at: place })),
        paper.width,
      ),
      ...overfull(sheet, paper.height),
    ];
    const placed = (sheet.children ?? []).map((node) => ({ node, left: node.box.left, top: node.box.top, within: part.marks }));
    return { pages: [{ ...about, placed, bare: true, cover: true }], diagnostics };
  }
  const units = unitsOf(sheet);
  const packed = pack(units, textArea(setting.theme).height, shorten);
  const pages = packed.pages.map(({ placed, bare, note: beside, leaves }): UnframedPage => {
    const within = placed.map((unit) => ({ ...unit, within: [...part.marks, ...unit.within] }));
    return { ...about, ...(beside ? { note: 'beside' } : {}), ...note, ...(leaves ? { leaves } : {}), placed: within, bare };
  });
  const wide = tooWide(
    units.map(({ node, left, at }) => ({ node, left: left - node.box.left, at: at ?? place })),
    textArea(setting.theme).width,
  );
  return { pages, diagnostics: [...unreadPictures(units), ...wide, ...packed.diagnostics] };
};

/** Says which pages stand side by side on the sheets of a booklet that is folded once and stapled in the fold. */

/** The pages of one side of a sheet, as indexes from 0; none where a page is left blank. */
export interface SheetSide {
  left?: number;
  right?: number;
}

export interface FoldedSheet {
  front: SheetSide;
  back: SheetSide;
}

/** How many pages a sheet has that is folded once. */
const ON_A_SHEET = 4;

/**
 * The sheets from the outermost to the innermost. The first page stands beside the last one, and so on inwards; blank pages
 * fill the end.
 *
 * @param pages how many there are
 */
export const foldedSheets = (pages: number): FoldedSheet[] => {
  const count = Math.ceil(pages / ON_A_SHEET);
  const total = count * ON_A_SHEET;
  const side = (left: number, right: number): SheetSide => ({ ...(left < pages ? { left } : {}), ...(right < pages ? { right } : {}) });
  return Array.from({ length: count }, (_, sheet) => ({
    front: side(total - 1 - 2 * sheet, 2 * sheet),
    back: side(2 * sheet + 1, total - 2 - 2 * sheet),
  }));
};

/**
 * How far the pages of a sheet are moved towards the fold, in the unit of the thickness. Each sheet that is folded round another
 * keeps it away from the fold by its own thickness, so that the inner ones stick out at the other edge (creep): sheet k inside
 * the outermost by k × thickness (https://colorvisionprinting.com/blog/saddle-stitch-binding-what-is-creep). Moved back by as much,
 * the margins are even once that edge is trimmed, or as even as they can be where it is not.
 *
 * @param sheet from the outside, from 0
 * @param thickness of one sheet
 */
export const creepOf = (sheet: number, thickness: number): number => sheet * thickness;

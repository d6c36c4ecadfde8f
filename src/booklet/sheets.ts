/** The sheets that booklets are folded of. Lengths in points. */

export interface Size {
  width: number;
  height: number;
}

const MM = 72 / 25.4;

/** Sheets that can be bought, as they lie before a printer: wider than high (ISO 216; ANSI/ASME Y14.1 for letter and tabloid). */
export const SHEETS = {
  letter: { width: 792, height: 612 },
  a4: { width: 297 * MM, height: 210 * MM },
  tabloid: { width: 1224, height: 792 },
  a3: { width: 420 * MM, height: 297 * MM },
} as const satisfies Record<string, Size>;
export type SheetName = keyof typeof SHEETS;

export const SHEET_NAMES = Object.keys(SHEETS) as SheetName[];

/** A sheet of 80 g/m² is about a tenth of a millimetre thick, one of 300 g/m² about 0.4. */
export const SHEET_THICKNESS = 0.1;
/** No sheet is thicker, in millimetres. */
export const THICKEST = 1;

/** What people call them. */
export const SHEET_TITLES: Record<SheetName, string> = { letter: 'Letter', a4: 'A4', tabloid: 'Tabloid (11 × 17 in)', a3: 'A3' };

/** Sizes that differ by less are the same: two sheets of A5 are a millimetre narrower than one of A4. */
const SAME = 3;

const near = (one: number, other: number): boolean => Math.abs(one - other) <= SAME;

/**
 * The sheet that two pages fit on side by side as large as they are: one that can be bought, or one just as large as the two.
 *
 * @param page the size of a page
 */
export const sheetFor = (page: Size): { size: Size; name?: SheetName } => {
  const name = SHEET_NAMES.find((one) => near(SHEETS[one].width, 2 * page.width) && near(SHEETS[one].height, page.height));
  return name ? { size: SHEETS[name], name } : { size: { width: 2 * page.width, height: page.height } };
};

/** By how much pages are made smaller, or larger, so that two of them fill a sheet. */
export const scaleFor = (page: Size, sheet: Size): number => Math.min(sheet.width / 2 / page.width, sheet.height / page.height);

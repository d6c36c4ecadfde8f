/** Lists the sheets that booklets are folded from. Lengths in points. */

export interface Size {
  width: number;
  height: number;
}

const MM = 72 / 25.4;

/** Sheets that can be bought, in landscape (ISO 216; ANSI/ASME Y14.1 for letter and tabloid). */
export const SHEETS = {
  letter: { width: 792, height: 612 },
  a4: { width: 297 * MM, height: 210 * MM },
  tabloid: { width: 1224, height: 792 },
  a3: { width: 420 * MM, height: 297 * MM },
} as const satisfies Record<string, Size>;
export type SheetName = keyof typeof SHEETS;

export const SHEET_NAMES = Object.keys(SHEETS) as SheetName[];

/** The usual thickness of a sheet in millimetres: that of 80 g/m² paper; 300 g/m² has about 0.4. */
export const SHEET_THICKNESS = 0.1;
/** The thickest sheet that is accepted, in millimetres. */
export const THICKEST = 1;

/** Their names for people. */
export const SHEET_TITLES: Record<SheetName, string> = { letter: 'Letter', a4: 'A4', tabloid: 'Tabloid (11 × 17 in)', a3: 'A3' };

/** Sizes that differ by less (points) count as equal: two A5 pages are a millimetre narrower than A4. */
const SAME = 3;

const near = (one: number, other: number): boolean => Math.abs(one - other) <= SAME;

/**
 * The sheet on which two pages fit side by side in actual size: one that can be bought, else one exactly as large as the two.
 *
 * @param page the size of a page
 */
export const sheetFor = (page: Size): { size: Size; name?: SheetName } => {
  const name = SHEET_NAMES.find((one) => near(SHEETS[one].width, 2 * page.width) && near(SHEETS[one].height, page.height));
  return name ? { size: SHEETS[name], name } : { size: { width: 2 * page.width, height: page.height } };
};

/** The factor by which pages are scaled so that two of them fill a sheet. */
export const scaleFor = (page: Size, sheet: Size): number => Math.min(sheet.width / 2 / page.width, sheet.height / page.height);

/** A contact sheet: pages side by side on grey, each over its number. */
import type { Bitmap } from '../readers/pdfium.ts';

export const COLUMNS = 4;
export const ROWS = 3;
export const PER_SHEET = COLUMNS * ROWS;

/** Between the pages and round them, in pixels. */
export const GAP = 12;
const GREY = 0xd9;

export interface Cell {
  page: Bitmap;
  label: Bitmap;
}

/**
 * Lays pages out in rows; a sheet is as high as its rows, and always as wide as its columns.
 *
 * @param cells at most twelve, all of one size
 * @param columns how many stand side by side
 */
export function sheetOf(cells: readonly Cell[], columns = COLUMNS): Bitmap {
  const [first] = cells;
  if (!first) throw new Error('expected pages for a sheet, found none');
  const step = { x: first.page.width + GAP, y: first.page.height + first.label.height + GAP };
  const sheet: Bitmap = { width: columns * step.x + GAP, height: Math.ceil(cells.length / columns) * step.y + GAP, pixels: new Uint8Array() };
  sheet.pixels = new Uint8Array(sheet.width * sheet.height * 4).fill(GREY);
  cells.forEach(({ page, label }, index) => {
    const [left, top] = [GAP + (index % columns) * step.x, GAP + Math.floor(index / columns) * step.y];
    place(sheet, page, left, top);
    place(sheet, label, left, top + page.height);
  });
  return sheet;
}

/** Copies a picture into another, row by row. */
function place(into: Bitmap, picture: Bitmap, left: number, top: number): void {
  for (let row = 0; row < picture.height; row += 1) {
    const from = row * picture.width * 4;
    into.pixels.set(picture.pixels.subarray(from, from + picture.width * 4), ((top + row) * into.width + left) * 4);
  }
}

import Pdf from 'pdfkit';
import { expect, test } from 'vitest';
import { plainPdf } from '../fixtures/plain/build.ts';
import { type Bitmap, PdfiumDocument } from '../readers/pdfium.ts';
import { sheetsOf } from './draw.ts';
import { png } from './png.ts';
import { COLUMNS, GAP, PER_SHEET, sheetOf } from './sheet.ts';

/** A picture as another program reads it: set into a page at its own size, and drawn. */
const readBack = async (bytes: Uint8Array, width: number, height: number): Promise<Bitmap> => {
  const document = new Pdf({ size: [width, height], margin: 0 });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const whole = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(parts))));
  document.image(Buffer.from(bytes), 0, 0, { width, height });
  document.end();
  const opened = await PdfiumDocument.open(await whole);
  const drawn = opened.render(0, 1);
  opened.close();
  return drawn;
};

const colors = ({ pixels }: Bitmap): number[] => [...pixels].filter((_, index) => index % 4 !== 3);

test('a picture is the same once it was written and read by another program', async () => {
  const [width, height] = [23, 17];
  const pixels = Uint8Array.from({ length: width * height * 4 }, (_, index) => (index * index * 31) % 251);
  expect(colors(await readBack(png({ width, height, pixels }), width, height))).toEqual(colors({ width, height, pixels }));
});

test('pages stand side by side, each over its label, in rows of four', () => {
  const filled = (width: number, height: number, value: number): Bitmap => ({ width, height, pixels: new Uint8Array(width * height * 4).fill(value) });
  const cells = Array.from({ length: 5 }, (_, index) => ({ page: filled(3, 4, index + 1), label: filled(3, 2, 100 + index) }));
  const sheet = sheetOf(cells);
  expect([sheet.width, sheet.height]).toEqual([4 * 3 + 5 * GAP, 2 * (4 + 2) + 3 * GAP]);
  const at = (x: number, y: number) => sheet.pixels[(y * sheet.width + x) * 4];
  expect([at(GAP, GAP), at(GAP + 3 + GAP, GAP), at(GAP, GAP + 4), at(GAP, GAP + 6 + GAP), at(GAP + 2, GAP + 6 + GAP + 5)]).toEqual([1, 2, 100, 5, 104]);
  expect(at(0, 0)).toBe(at(sheet.width - 1, sheet.height - 1));
});

test('every page of a book is on a sheet', async () => {
  const { bytes } = await plainPdf();
  const opened = await PdfiumDocument.open(bytes);
  const { pageCount } = opened;
  const { width } = opened.render(0, 0.25);
  opened.close();
  expect(pageCount).toBeGreaterThan(0);
  const sheets = await sheetsOf(bytes, 0.25);
  expect(sheets.map(({ first, last, pages }) => [first, last, pages])).toEqual(
    Array.from({ length: Math.ceil(pageCount / PER_SHEET) }, (_, index) => [index * PER_SHEET + 1, Math.min((index + 1) * PER_SHEET, pageCount), pageCount]),
  );
  for (const sheet of sheets) expect(Buffer.from(sheet.bytes).readUInt32BE(16)).toBe(COLUMNS * (width + GAP) + GAP);
});

/** Every feature of the table of drawings, on a page and in a browser: both look alike. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawDrawing } from '../../src/pdf/drawing.ts';
import { closeDocument, openDocument } from '../../src/pdf/document.ts';
import { readDrawing } from '../../src/pictures/svg/read-svg.ts';
import { openChromium } from '../end-to-end/browser.ts';
import { DRAWN_FEATURES, drawingOf } from '../fixtures/svg-features.ts';
import { type Bitmap, PdfiumDocument } from '../readers/pdfium.ts';

/** The longer side of both pictures. */
const SIDE = 100;
/** How far a pixel may be off, of 255: edges are smoothed in two ways. */
const NEAR = 40;
/** So many pixels of a hundred may be further off: those of edges. */
const EDGES = 1;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openChromium();
  page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } });
});
afterAll(() => browser.close());

const onPaper = async (text: string): Promise<Bitmap> => {
  const { drawing } = readDrawing('/logo.svg', Buffer.from(text));
  if (!drawing) throw new Error('the drawing is refused');
  const scale = SIDE / Math.max(drawing.width, drawing.height);
  const doc = openDocument({ title: 'Drawing', language: 'en', date: new Date(0) });
  doc.addPage({ size: [SIDE, SIDE], margin: 0 });
  drawDrawing(doc, { svg: drawing.drawing, grey: false }, { left: 0, top: 0, width: drawing.width * scale, height: drawing.height * scale });
  const pdf = await PdfiumDocument.open(await closeDocument(doc));
  const bitmap = pdf.render(0, 1);
  pdf.close();
  return bitmap;
};

/** As a browser shows it in a page, from the upper left corner; red, green, blue and a fourth byte for each pixel. */
const inBrowser = async (text: string): Promise<Uint8ClampedArray> => {
  const address = `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`;
  const pixels = await page.evaluate<number[]>(`(async () => {
    const image = new Image();
    image.src = '${address}';
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = ${SIDE};
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, ${SIDE}, ${SIDE});
    const scale = ${SIDE} / Math.max(image.naturalWidth, image.naturalHeight);
    context.drawImage(image, 0, 0, image.naturalWidth * scale, image.naturalHeight * scale);
    return [...context.getImageData(0, 0, ${SIDE}, ${SIDE}).data];
  })()`);
  return Uint8ClampedArray.from(pixels);
};

/** Pixels in a hundred that are not like the one at their place, nor like one beside it. */
const unlike = ({ pixels, width, height }: Bitmap, other: Uint8ClampedArray): number => {
  const alike = (at: number, beside: number): boolean =>
    // One has blue first, the other red.
    [0, 1, 2].every((channel) => Math.abs((pixels[at * 4 + channel] ?? 0) - (other[beside * 4 + 2 - channel] ?? 0)) <= NEAR);
  const around = [0, -1, 1, -width, width, -width - 1, 1 - width, width - 1, width + 1];
  let count = 0;
  for (let at = 0; at < width * height; at += 1) if (!around.some((step) => alike(at, at + step))) count += 1;
  return (count * 100) / (width * height);
};

test.each(
  DRAWN_FEATURES.map(([feature, inside, attributes = 'viewBox="0 0 100 100" width="100" height="100"']) => [feature, drawingOf(inside, attributes)] as const),
)('%s', async (_, text) => {
  expect(unlike(await onPaper(text), await inBrowser(text))).toBeLessThan(EDGES);
});

/** Draws SVG drawings and pictures that fill the box of a node; vectors stay vectors. */
import { readFileSync } from 'node:fs';
import svgToPdf from 'svg-to-pdfkit';
import type { Drawing } from '../kit/marks.ts';
import { uprightPicture } from '../pictures/upright.ts';
import type { PdfDocument } from './document.ts';
import type { Rect } from './rules.ts';

/** How bright red, green and blue look (Rec. 709). */
const LUMINANCE = [0.2126, 0.7152, 0.0722];

/** Called with every colour of a drawing, and with nothing for words that are no colour. */
const greyOf = (color: [number[], number] | undefined): [number[], number] | undefined => {
  if (!color) return undefined;
  const grey = Math.round(color[0].reduce((sum, value, index) => sum + value * (LUMINANCE[index] ?? 0), 0));
  return [[grey, grey, grey], color[1]];
};

/** A picture of a document: opened once, and so held once by it. */
const openPicture = (doc: PdfDocument, file: string): PDFKit.Mixins.ImageSrc => {
  const { _imageRegistry: opened, openImage } = doc as unknown as {
    _imageRegistry: Record<string, PDFKit.Mixins.ImageSrc>;
    openImage(bytes: Buffer): PDFKit.Mixins.ImageSrc;
  };
  return (opened[file] ??= openImage.call(doc, uprightPicture(readFileSync(file))));
};

/**
 * Draws into a box of the current page.
 *
 * @param rect in points, from the upper left corner of the page
 */
export const drawDrawing = (doc: PdfDocument, drawing: Drawing, { left, top, width, height }: Rect): void => {
  if ('picture' in drawing) {
    doc.image(openPicture(doc, drawing.picture), left, top, { width, height });
    return;
  }
  doc.save();
  svgToPdf(doc, drawing.svg, left, top, {
    width,
    height,
    assumePt: true,
    warningCallback: () => undefined,
    ...(drawing.grey ? { colorCallback: greyOf } : {}),
  });
  doc.restore();
};

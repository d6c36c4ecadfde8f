/** Draws SVG drawings and pictures that fill the box of a node; vectors stay vectors. */
import { readFileSync } from 'node:fs';
import svgToPdf from 'svg-to-pdfkit';
import type { Drawing } from '../kit/marks.ts';
import { uprightPicture } from '../pictures/upright.ts';
import type { PdfDocument } from './document.ts';
import type { Drawable, Forms } from './forms.ts';
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

/** What a drawing has whose looks may depend on the page: letters, pictures, links, and shades, masks and patterns, which are referred to. */
const MORE_THAN_SHAPES = /<(?:\w+:)?(?:text|image|a)\b|url\(/i;

/**
 * Draws into a box of the current page; vectors that are shapes alone are written once in a document.
 *
 * @param rect in points, from the upper left corner of the page
 */
export const placeDrawing = (doc: PdfDocument, forms: Forms, drawing: Drawing, rect: Rect): void => {
  if ('picture' in drawing || MORE_THAN_SHAPES.test(drawing.svg)) return drawDrawing(doc, drawing, rect);
  const { left, top, width, height } = rect;
  const form: Drawable = {
    key: JSON.stringify([drawing.svg, drawing.grey, width, height]),
    width,
    height,
    draw: (to) => drawDrawing(to, drawing, { left: 0, top: 0, width, height }),
  };
  forms.place(form, left, top);
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

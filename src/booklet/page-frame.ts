/** Computes which part of a page is visible, and how it is turned upright. */
import { PDFName, PDFNumber, type PDFPage, type PageBoundingBox, type TransformationMatrix } from '@cantoo/pdf-lib';
import type { Size } from './sheets.ts';

export interface Placed {
  /** The visible part, in the page's own coordinates. */
  box: PageBoundingBox;
  /** Turns it upright, with its visible lower left corner at 0, 0. */
  matrix: TransformationMatrix;
  /** The size when upright, in points. */
  size: Size;
}

/** A unit of the page's coordinates, in points (ISO 32000-1, table 30). */
const unitOf = ({ node }: PDFPage): number => {
  const unit = node.lookup(PDFName.of('UserUnit'));
  return unit instanceof PDFNumber && unit.asNumber() > 0 ? unit.asNumber() : 1;
};

/** The crop box of a page, cut to the media box; the media box where the two do not overlap, as in PDFium. */
const seenOf = (page: PDFPage): PageBoundingBox => {
  const [media, crop] = [page.getMediaBox(), page.getCropBox()].map(({ x, y, width, height }) => ({
    left: x,
    bottom: y,
    right: x + width,
    top: y + height,
  })) as [PageBoundingBox, PageBoundingBox];
  const common = {
    left: Math.max(media.left, crop.left),
    bottom: Math.max(media.bottom, crop.bottom),
    right: Math.min(media.right, crop.right),
    top: Math.min(media.top, crop.top),
  };
  return common.left < common.right && common.bottom < common.top ? common : media;
};

/** The visible part of a page, turned by its rotation (ISO 32000-1, table 30: clockwise, in multiples of 90 degrees; other values are ignored). */
export const pageFrame = (page: PDFPage): Placed => {
  const box = seenOf(page);
  const { left, bottom, right, top } = box;
  const unit = unitOf(page);
  const matrices: Record<number, TransformationMatrix> = {
    90: [0, -1, 1, 0, -bottom, right],
    180: [-1, 0, 0, -1, right, top],
    270: [0, 1, -1, 0, top, -left],
  };
  const turned = ((page.getRotation().angle % 360) + 360) % 360;
  const matrix = (matrices[turned] ?? [1, 0, 0, 1, -left, -bottom]).map((number) => unit * number) as TransformationMatrix;
  const [width, height] = [unit * (right - left), unit * (top - bottom)];
  return { box, matrix, size: turned === 90 || turned === 270 ? { width: height, height: width } : { width, height } };
};

/** The part of a page that is seen, and how it is turned upright. */
import type { PDFPage, PageBoundingBox, TransformationMatrix } from '@cantoo/pdf-lib';
import type { Size } from './sheets.ts';

export interface Placed {
  /** The part that is seen, in the page's own coordinates. */
  box: PageBoundingBox;
  /** Moves its lower left corner, as it is seen, to 0, 0, and turns it. */
  matrix: TransformationMatrix;
  /** As it is seen, in points. */
  size: Size;
}

/** The crop box of a page, turned by its rotation (ISO 32000-1, table 30: clockwise, by multiples of 90 degrees). */
export const pageFrame = (page: PDFPage): Placed => {
  const { x: left, y: bottom, width, height } = page.getCropBox();
  const [right, top] = [left + width, bottom + height];
  const turned = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270;
  const matrices: Record<typeof turned, TransformationMatrix> = {
    0: [1, 0, 0, 1, -left, -bottom],
    90: [0, -1, 1, 0, -bottom, right],
    180: [-1, 0, 0, -1, right, top],
    270: [0, 1, -1, 0, top, -left],
  };
  const upright = turned % 180 === 0;
  return { box: { left, bottom, right, top }, matrix: matrices[turned] ?? matrices[0], size: upright ? { width, height } : { width: height, height: width } };
};

/** Draws an answer as another program drew it: the appearance in the place of its field. */
import { PDFName, type PDFRef } from '@cantoo/pdf-lib';
import type { Objects } from '../answers/objects.ts';
import { short } from './operators.ts';

/**
 * Draws an appearance into a rectangle as viewers do (ISO 32000-1, 12.5.5, algorithm 8).
 *
 * @param rect in points
 * @param nameOf adds it to the page’s resources and returns its name there
 */
export const asDrawn = (
  objects: Objects,
  appearance: PDFRef,
  rect: { left: number; bottom: number; right: number; top: number },
  nameOf: (appearance: PDFRef) => string,
): string => {
  const dict = objects.asStream(appearance)?.dict;
  if (!dict) return '';
  dict.set(PDFName.of('Subtype'), PDFName.of('Form'));
  const [x1 = 0, y1 = 0, x2 = rect.right - rect.left, y2 = rect.top - rect.bottom] = objects.numbers(dict, 'BBox') ?? [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = objects.numbers(dict, 'Matrix') ?? [];
  const corners = [
    [x1, y1],
    [x1, y2],
    [x2, y1],
    [x2, y2],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const scale = (length: number, of: number): number => (of > 1e-6 ? length / of : 1);
  const sx = scale(rect.right - rect.left, Math.max(...xs) - left);
  const sy = scale(rect.top - rect.bottom, Math.max(...ys) - bottom);
  const matrix = [sx, 0, 0, sy, rect.left - left * sx, rect.bottom - bottom * sy];
  return `q\n${matrix.map(short).join(' ')} cm\n/${nameOf(appearance)} Do\nQ`;
};

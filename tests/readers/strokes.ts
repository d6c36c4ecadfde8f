/** The horizontal lines that are drawn on a page: writing lines, and the rules of tables. */
import { OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, multiplied } from '../../src/pictures/svg/matrix.ts';

/** A line in points, from the page's lower left corner. */
export interface Stroke {
  left: number;
  right: number;
  y: number;
}

/** How a path of pdf.js begins and goes on (`DrawOPS`), and how many numbers follow. */
const MOVE = 0;
const LINE = 1;
const NUMBERS: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };

/** The ways to paint a path that draw its line. */
const STROKED: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

const moved = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [a * x + c * y + e, b * x + d * y + f];

/** Lines of a page (from 0) that are level, also where they are part of a longer path. */
export const strokesOf = async (document: PDFDocumentProxy, page: number): Promise<Stroke[]> => {
  const { fnArray, argsArray } = await (await document.getPage(page + 1)).getOperatorList();
  const found: Stroke[] = [];
  const outer: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const path = (data: ArrayLike<number>): void => {
    let last: [number, number] | undefined;
    for (let at = 0; at < data.length; at += 1 + (NUMBERS[data[at] ?? 0] ?? 0)) {
      const kind = data[at];
      const to = kind === MOVE || kind === LINE ? moved(matrix, data[at + 1] ?? 0, data[at + 2] ?? 0) : undefined;
      if (kind === LINE && last && to && Math.abs(to[1] - last[1]) < 0.01)
        found.push({ left: Math.min(last[0], to[0]), right: Math.max(last[0], to[0]), y: to[1] });
      last = to;
    }
  };
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] as unknown[];
    if (operator === OPS.save) outer.push(matrix);
    else if (operator === OPS.restore) matrix = outer.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = multiplied(matrix, args as unknown as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      outer.push(matrix);
      if (args[0]) matrix = multiplied(matrix, args[0] as Matrix);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = outer.pop() ?? matrix;
    else if (operator === OPS.constructPath && STROKED.has(args[0] as number)) for (const data of args[1] as (ArrayLike<number> | null)[]) if (data) path(data);
  });
  return found;
};

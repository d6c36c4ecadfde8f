/** Writes the page labels: the numbers that viewers show (ISO 32000-1, 12.4.2). */
import { type PdfDocument, textString } from './document.ts';

/**
 * Writes a label for each page, where they are not simply 1, 2, 3 …
 * @param labels As printed on the pages, in order
 */
export const writePageLabels = (doc: PdfDocument, labels: readonly string[]): void => {
  if (labels.every((label, index) => label === String(index + 1))) return;
  const ranges: unknown[] = [];
  labels.forEach((label, index) => {
    const number = Number(label);
    const before = Number(labels[index - 1]);
    // A run of numbers is one range: it counts on by itself.
    if (Number.isInteger(number) && number === before + 1) return;
    ranges.push(index, Number.isInteger(number) ? { S: 'D', St: number } : { P: textString(label) });
  });
  doc._root.data.PageLabels = { Nums: ranges };
};

/** The numbers under the pages of a contact sheet, as a PDF with a small page for each: what draws the book draws them too. */
import Pdf from 'pdfkit';

/** In points. */
const HEIGHT = 22;
const SIZE = 13;

/**
 * Numbers from 1, each in the middle of a strip.
 *
 * @param count how many
 * @param width of a strip in points
 */
export function labelsOf(count: number, width: number): Promise<Buffer> {
  const document = new Pdf({ size: [width, HEIGHT], margin: 0, autoFirstPage: false });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(parts))));
  for (let number = 1; number <= count; number += 1) {
    document
      .addPage()
      .rect(0, 0, width, HEIGHT)
      .fill('#d9d9d9')
      .fillColor('#000')
      .fontSize(SIZE)
      .text(String(number), 0, (HEIGHT - SIZE) / 2, { width, align: 'center' });
  }
  document.end();
  return done;
}

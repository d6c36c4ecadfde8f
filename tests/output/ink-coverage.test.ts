import PDFKit from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { inkCoverage } from '../../src/output/ink-coverage.ts';
import { plainPdf } from '../fixtures/plain/build.ts';

/** A PDF, each page drawn by a function. */
const drawn = (...pages: ((doc: PDFKit.PDFDocument) => void)[]): Promise<Buffer> =>
  new Promise((resolve) => {
    const doc = new PDFKit({ autoFirstPage: false, size: [200, 100], margin: 0 });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    for (const draw of pages) {
      doc.addPage();
      draw(doc);
    }
    doc.end();
  });

const half = (color: string) => (doc: PDFKit.PDFDocument) => doc.rect(0, 0, 100, 100).fill(color);

describe('the ink of a page', () => {
  test.each<[string, (doc: PDFKit.PDFDocument) => void, number]>([
    ['nothing', () => undefined, 0],
    ['half of it black', half('#000000'), 0.5],
    ['half of it in a tint of ten parts in a hundred', half('#e6e6e6'), 0.049],
    [
      'white upon black',
      (doc) =>
        half('#000000')(doc.rect(0, 0, 200, 100).fill('#000000'))
          .rect(0, 0, 100, 100)
          .fill('#ffffff'),
      0.5,
    ],
    ['a line a point wide', (doc) => doc.moveTo(0, 50).lineTo(200, 50).lineWidth(1).stroke('#000000'), 0.01],
    ['a line half a point wide', (doc) => doc.moveTo(0, 50).lineTo(200, 50).lineWidth(0.5).stroke('#000000'), 0.005],
  ])('%s', async (_, draw, share) => {
    expect(await inkCoverage(await drawn(draw))).toBeCloseTo(share, 3);
  });

  test('is the mean over all pages', async () => {
    expect(
      await inkCoverage(
        await drawn(
          half('#000000'),
          () => undefined,
          () => undefined,
          () => undefined,
        ),
      ),
    ).toBeCloseTo(0.125, 3);
  });

  test('is weighed by how dark a colour is', async () => {
    const [dark, light] = await Promise.all([inkCoverage(await drawn(half('#0e5157'))), inkCoverage(await drawn(half('#f0f4f4')))]);
    expect(dark).toBeGreaterThan(0.3);
    expect(light).toBeLessThan(0.03);
  });

  test('is the same with fields that are empty as without', async () => {
    const [filled, printed] = await Promise.all([plainPdf(), plainPdf(undefined, { flat: true })]);
    expect(await inkCoverage(filled.bytes)).toBeCloseTo(await inkCoverage(printed.bytes), 4);
  });

  test('of a file that is none is an error', async () => {
    await expect(inkCoverage(Buffer.from('none'))).rejects.toThrow(/cannot open/);
  });
});

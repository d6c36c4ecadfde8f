import { PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { impose, type ImposeOptions } from '../../src/booklet/impose.ts';
import { openPrintPdf } from '../../src/booklet/open-printable.ts';
import { SHEETS } from '../../src/booklet/sheets.ts';
import { isUntouched } from '../../src/output/unchanged-pdf.ts';
import { plainPdf } from '../fixtures/plain/build.ts';
import { type Bitmap, PdfiumDocument } from '../readers/pdfium.ts';
import { RawPdf } from '../readers/raw.ts';
import { pagesPdf, PLACE } from './pages.ts';

const A5 = { width: 419.53, height: 595.28 };
const usual: ImposeOptions = { sheet: { width: 2 * A5.width, height: A5.height }, scale: 1, thickness: 0 };

const imposed = async (bytes: Uint8Array, options: Partial<ImposeOptions> = {}): Promise<Buffer> => {
  const { opened, diagnostics } = await openPrintPdf(bytes, 'in.pdf');
  expect(diagnostics).toEqual([]);
  if (!opened) throw new Error('not opened');
  return Buffer.from(await impose(opened, { ...usual, ...options }));
};

interface Word {
  text: string;
  left: number;
  foot: number;
}

/** The words of each page, from left to right. */
const wordsOf = async (bytes: Uint8Array): Promise<Word[][]> => {
  const document = await PdfiumDocument.open(bytes);
  const pages = Array.from({ length: document.pageCount }, (_, page) => {
    const words: Word[] = [];
    for (const { text, box } of document.characters(page)) {
      const [left, foot] = box;
      // The test's words begin with this letter.
      if (text === 'p') words.push({ text, left, foot });
      else if (words.length > 0) (words.at(-1) as Word).text += text;
    }
    return words.toSorted((one, other) => one.left - other.left);
  });
  document.close();
  return pages;
};
const textsOf = async (bytes: Uint8Array): Promise<string[]> => (await wordsOf(bytes)).map((words) => words.map(({ text }) => text).join(' '));

describe('pages on sheets', () => {
  test('stand in the order of a booklet', async () => {
    expect(await textsOf(await imposed(await pagesPdf(8)))).toEqual(['p8 p1', 'p2 p7', 'p6 p3', 'p4 p5']);
    expect(await textsOf(await imposed(await pagesPdf(5)))).toEqual(['p1', 'p2', 'p3', 'p4 p5']);
  });

  test('are as large as they were, each in its half', async () => {
    const [[source]] = (await wordsOf(await pagesPdf(1))) as [[Word]];
    expect(source.left).toBeCloseTo(PLACE.left, -1);
    const [[last, first]] = (await wordsOf(await imposed(await pagesPdf(4)))) as [[Word, Word]];
    expect(last.left).toBeCloseTo(source.left, 1);
    expect(first.left).toBeCloseTo(source.left + A5.width, 1);
    expect(first.foot).toBeCloseTo(source.foot, 1);
  });

  test('stand in the middle of their halves where they are made smaller', async () => {
    const scale = 396 / A5.width;
    const [[, first]] = (await wordsOf(await imposed(await pagesPdf(4), { sheet: SHEETS.letter, scale }))) as [[Word, Word]];
    const [[source]] = (await wordsOf(await pagesPdf(1))) as [[Word]];
    expect(first.left).toBeCloseTo(396 + scale * source.left, 1);
    expect(first.foot).toBeCloseTo((612 - scale * A5.height) / 2 + scale * source.foot, 1);
  });

  test('move towards the fold, further on each inner sheet', async () => {
    const [flat, crept] = await Promise.all([imposed(await pagesPdf(12)), imposed(await pagesPdf(12), { thickness: 2 })]);
    const [before, after] = await Promise.all([wordsOf(flat), wordsOf(crept)]);
    after.forEach((words, side) => {
      const creep = Math.floor(side / 2) * 2;
      expect(words.map(({ left }, index) => left - (before[side]?.[index]?.left ?? Number.NaN))).toEqual([expect.closeTo(creep, 2), expect.closeTo(-creep, 2)]);
    });
  });

  test('of one without content stay blank', async () => {
    expect(await textsOf(await imposed(await pagesPdf(4, { empty: [1] })))).toEqual(['p4 p1', 'p3']);
  });

  test.each([90, 180, 270] as const)('that are turned by %i degrees stand upright', async (angle) => {
    const source = await pagesPdf(1, { size: angle === 180 ? [A5.width, A5.height] : [A5.height, A5.width], entries: () => ({ Rotate: angle }) });
    const sheet = await PdfiumDocument.open(await imposed(source));
    const loose = await PdfiumDocument.open(source);
    const [seen, expected] = [sheet.render(0, 2), loose.render(0, 2)];
    sheet.close();
    loose.close();
    const there = inkOf(expected, 0);
    expect(there.amount).toBeGreaterThan(100);
    // The page is the right half of the sheet.
    const found = inkOf(seen, seen.width - expected.width);
    expect(found.amount / there.amount).toBeCloseTo(1, 1);
    expect([found.x, found.y]).toEqual([expect.closeTo(there.x, -0.3), expect.closeTo(there.y, -0.3)]);
  });

  /** How many pixels right of an edge are dark, and the middle of them. */
  const inkOf = ({ pixels, width, height }: Bitmap, edge: number): { amount: number; x: number; y: number } => {
    const sum = { amount: 0, x: 0, y: 0 };
    for (let y = 0; y < height; y += 1) {
      for (let x = edge; x < width; x += 1) {
        if ((pixels[(y * width + x) * 4] ?? 255) > 128) continue;
        sum.amount += 1;
        sum.x += x - edge;
        sum.y += y;
      }
    }
    return { amount: sum.amount, x: sum.x / sum.amount, y: sum.y / sum.amount };
  };
});

describe('the sheets', () => {
  test('know their title, want to be printed at their size on both sides, and carry no links', async () => {
    const bytes = await imposed(await pagesPdf(4, { title: 'Łódź & “co”' }));
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect([document.getTitle(), document.getProducer(), document.getCreationDate()?.getTime()]).toEqual(['Łódź & “co”', 'Mendbook', 0]);
    expect(document.catalog.getViewerPreferences()?.dict.toString()).toMatch(/\/PrintScaling \/None[^]*\/Duplex \/DuplexFlipShortEdge/);
    expect(document.catalog.has(PDFName.of('StructTreeRoot'))).toBe(false);
    for (const page of document.getPages()) expect(page.node.Annots()?.size() ?? 0).toBe(0);
    expect(bytes.includes('https://example.org')).toBe(false);
  });

  test('are the same for the same pages, and known as untouched until something is saved into them', async () => {
    const [one, other] = await Promise.all([imposed(await pagesPdf(6)), imposed(await pagesPdf(6))]);
    expect(one.equals(other)).toBe(true);
    expect(isUntouched(one)).toBe(true);
    const document = await PDFDocument.load(one);
    document.getPage(0).node.set(PDFName.of('Rotate'), PDFNumber.of(90));
    expect(isUntouched(Buffer.from(await document.save()))).toBe(false);
  });

  test('of a workbook to print keep its fonts, each once', async () => {
    const { bytes } = await plainPdf(undefined, { flat: true });
    const count = async (pdf: Uint8Array): Promise<number> =>
      (await RawPdf.open(pdf)).objects().filter(([, value]) => value instanceof PDFDict && value.has(PDFName.of('FontFile2'))).length;
    const sheets = await imposed(bytes, { sheet: SHEETS.tabloid });
    expect(await count(sheets)).toBe(await count(bytes));
    expect(await count(sheets)).toBeGreaterThan(0);
  });
});

describe('a PDF that cannot be folded', () => {
  const refusal = async (bytes: Uint8Array) => {
    const { opened, diagnostics } = await openPrintPdf(bytes, 'in.pdf');
    expect(opened).toBeUndefined();
    return diagnostics;
  };

  test('has fields: build it without', async () => {
    const { bytes } = await plainPdf();
    expect(await refusal(bytes)).toMatchObject([
      { code: 'fields-in-booklet', severity: 'error', message: expect.stringContaining('in.pdf'), hints: [expect.stringContaining('--flat')] },
    ]);
  });

  test('is encrypted', async () => {
    expect(await refusal(await pagesPdf(2, { encrypt: true }))).toMatchObject([{ code: 'encrypted-pdf', hints: [expect.stringContaining('password')] }]);
  });

  test('is encrypted, and its objects are compressed', async () => {
    const document = await PDFDocument.load(await pagesPdf(2));
    await document.encrypt({ userPassword: 'secret', ownerPassword: 'more' });
    expect(await refusal(await document.save({ useObjectStreams: true }))).toMatchObject([{ code: 'encrypted-pdf' }]);
  });

  test.each([
    ['is no PDF', Buffer.from('a letter')],
    ['is empty', Buffer.alloc(0)],
  ])('%s', async (_, bytes) => {
    expect(await refusal(bytes)).toMatchObject([{ code: 'not-a-pdf' }]);
  });

  test('is damaged, wherever it is cut', async () => {
    const whole = await pagesPdf(3);
    for (const part of [0.02, 0.1, 0.3, 0.5, 0.7]) {
      expect((await refusal(whole.subarray(0, Math.floor(part * whole.length)))).map(({ code }) => code)).toEqual(['broken-pdf']);
    }
  });

  test('has notes of another program: they are told of, as they stay behind', async () => {
    const document = await PDFDocument.load(await pagesPdf(1));
    const { context } = document;
    const note = context.register(context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 10, 10] }));
    document.getPage(0).node.addAnnot(note);
    const { opened, diagnostics } = await openPrintPdf(await document.save(), 'in.pdf');
    expect(opened).toBeDefined();
    expect(diagnostics).toMatchObject([{ code: 'annotations-left-out', severity: 'warning', message: expect.stringContaining('found 1') }]);
  });
});

import { describe, expect, test } from 'vitest';
import { openPrintPdf } from '../../src/booklet/open-printable.ts';
import { pageFrame } from '../../src/booklet/page-frame.ts';
import { pagesPdf } from './pages.ts';

const frameOf = async (entries: Record<string, unknown>) => {
  const { opened } = await openPrintPdf(await pagesPdf(1, { size: [600, 800], entries: () => entries }), 'in.pdf');
  if (!opened?.pages[0]) throw new Error('not opened');
  return pageFrame(opened.pages[0]);
};

describe('what is seen of a page', () => {
  test('ends where the page ends, wherever its crop box does', async () => {
    expect(await frameOf({ CropBox: [-10, 100, 300, 900] })).toMatchObject({
      box: { left: 0, bottom: 100, right: 300, top: 800 },
      size: { width: 300, height: 700 },
    });
  });

  test('is all of it where its crop box lies beside it', async () => {
    expect(await frameOf({ CropBox: [700, 900, 800, 1000] })).toMatchObject({ box: { left: 0, bottom: 0, right: 600, top: 800 } });
  });

  test('is as large as its unit says', async () => {
    expect(await frameOf({ UserUnit: 2, CropBox: [100, 0, 600, 800] })).toMatchObject({
      matrix: [2, 0, 0, 2, -200, expect.closeTo(0)],
      size: { width: 1000, height: 1600 },
    });
  });

  test('is not turned by an angle that no page can have', async () => {
    expect(await frameOf({ Rotate: 45 })).toMatchObject({ size: { width: 600, height: 800 } });
    expect(await frameOf({ Rotate: -90 })).toMatchObject({ size: { width: 800, height: 600 } });
  });
});

test('a page without any size is damage', async () => {
  expect(await openPrintPdf(await pagesPdf(2, { entries: () => ({ MediaBox: [0, 0, 0, 800] }) }), 'in.pdf')).toMatchObject({
    diagnostics: [{ code: 'broken-pdf', message: expect.stringContaining('in.pdf: a page without a size') as string }],
  });
});

test('an empty file is called one', async () => {
  expect(await openPrintPdf(new Uint8Array(), 'in.pdf')).toMatchObject({
    diagnostics: [{ code: 'not-a-pdf', message: 'expected a PDF, found an empty file: in.pdf' }],
  });
});

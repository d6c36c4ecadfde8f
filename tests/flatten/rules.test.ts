/** The rules of a flattened copy: those behind an answer are gone, the one below it stays, and so do those of fields that were left empty. */
import { expect, test } from 'vitest';
import { Builder } from '../../src/builder/builder.ts';
import { smallBook } from '../fixtures/small-book.ts';
import { fillInPdfjs, openInPdfjs, type PdfjsWidget, widgetsOf } from '../readers/pdfjs.ts';
import { type Stroke, strokesOf } from '../readers/strokes.ts';
import { flattened } from './filled.ts';

const strokesIn = async (bytes: Uint8Array): Promise<Stroke[][]> => {
  const document = await openInPdfjs(bytes);
  const pages: Stroke[][] = [];
  for (let page = 0; page < document.numPages; page += 1) pages.push(await strokesOf(document, page));
  await document.loadingTask.destroy();
  return pages;
};

/** The rules behind a field, and the one that it ends above or stands on. */
const rulesOf = ({ rect: [left, bottom, right, top] }: PdfjsWidget, strokes: readonly Stroke[]): { behind: number; below: number } => {
  const own = strokes.filter((stroke) => stroke.left > left - 3 && stroke.right < right + 3 && stroke.right - stroke.left > (right - left) / 2);
  const isLast = ({ y }: Stroke): boolean => Math.abs(y - bottom) < 1.5;
  return { behind: own.filter((stroke) => stroke.y > bottom && stroke.y < top && !isLast(stroke)).length, below: own.filter(isLast).length };
};

test('in a shipped template, whose rules are thin', async () => {
  const book = await smallBook();
  const { pdf } = await new Builder().build(book.options);
  await book.remove();
  if (!pdf) throw new Error('the book cannot be built');
  const blank = await strokesIn(pdf.bytes);
  let count = 0;
  const { bytes: saved, accepted } = await fillInPdfjs(pdf.bytes, ({ fieldType }) => (fieldType === 'Tx' && (count += 1) % 3 > 0 ? 'A word.' : undefined));
  const found = await strokesIn((await flattened(saved)).bytes);
  const document = await openInPdfjs(pdf.bytes);
  let several = 0;
  for (let page = 0; page < document.numPages; page += 1) {
    for (const widget of await widgetsOf(document, page)) {
      if (widget.fieldType !== 'Tx') continue;
      const [was, is] = [blank, found].map((strokes) => rulesOf(widget, strokes[page] ?? [])) as [ReturnType<typeof rulesOf>, ReturnType<typeof rulesOf>];
      if (was.behind > 0 && accepted.has(widget.fieldName)) several += 1;
      expect({ [widget.fieldName]: is }).toEqual({ [widget.fieldName]: accepted.has(widget.fieldName) ? { behind: 0, below: was.below } : was });
    }
  }
  await document.loadingTask.destroy();
  expect(several).toBeGreaterThan(0);
});

/** Drawings are written once in a document, and look as they would if each page drew them. */
import { expect, test } from 'vitest';
import type { LaidOutNode } from '../../src/layout/laid-out-node.ts';
import { bodyOf, closeAfter, closeDocument, gatherContent, openAfter, openDocument, type PdfDocument, referenceTo } from '../../src/pdf/document.ts';
import { leafDrawer } from '../../src/pdf/draw-node.ts';
import { placeDrawing } from '../../src/pdf/drawing.ts';
import { Forms } from '../../src/pdf/forms.ts';
import { geometryReader } from '../../src/pdf/geometry.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';

const shape = (type: string, props: Record<string, unknown>): LaidOutNode => ({ type, props, style: {}, box: {}, children: [] }) as unknown as LaidOutNode;

const pen = { stroke: '#0e5157', strokeWidth: 1.9 };

const drawing = (children: LaidOutNode[], about: Partial<LaidOutNode> = {}): LaidOutNode => ({
  type: 'SVG',
  props: { viewBox: { minX: 0, minY: 0, maxX: 24, maxY: 24 } },
  style: {},
  box: { left: 20.25, top: 30.5, width: 40, height: 40 },
  children,
  ...about,
});

const clock = (): LaidOutNode[] => [
  shape('CIRCLE', { cx: 12, cy: 12, r: 9.5, ...pen }),
  shape('PATH', { d: 'M12 6.5 V12.3 L15.6 14.6', ...pen, strokeOpacity: 0.5 }),
  shape('LINE', { x1: -20, y1: 3, x2: 40, y2: 3, ...pen }),
];

const opened = (): PdfDocument => openDocument({ title: 'Drawings', language: 'en', date: new Date(0) });

const addPage = (doc: PdfDocument): void => {
  doc.addPage({ size: [100, 100], margin: 0 });
  gatherContent(doc);
};

const count = (bytes: Uint8Array, words: string): number => Buffer.from(bytes).toString('latin1').split(words).length - 1;

const pixelsOf = async (bytes: Uint8Array, page = 0): Promise<Uint8Array> => {
  const pdf = await PdfiumDocument.open(bytes);
  const { pixels } = pdf.render(page, 3);
  pdf.close();
  return pixels;
};

/** How many bytes of two pictures are far apart. */
const apart = (one: Uint8Array, other: Uint8Array): number => one.filter((byte, index) => Math.abs(byte - (other[index] as number)) > 40).length;

test('a drawing looks as if the page drew it, cut off at its edges', async () => {
  const doc = opened();
  addPage(doc);
  leafDrawer(doc)(drawing(clock()));
  const drawn = await pixelsOf(await closeDocument(doc));
  const other = opened();
  addPage(other);
  const forms = new Forms(other);
  const found = geometryReader()(drawing(clock()));
  if (!found) throw new Error('the drawing is not known');
  forms.place(found, 20.25, 30.5);
  forms.endPage();
  const placed = await pixelsOf(await closeDocument(other));
  expect(apart(placed, drawn)).toBe(0);
  expect(placed.some((byte) => byte < 100)).toBe(true);
});

test('on two pages, and twice on one, it is one object', async () => {
  const doc = opened();
  const forms = new Forms(doc);
  const read = geometryReader();
  for (const lefts of [[0, 50], [20]]) {
    addPage(doc);
    for (const left of lefts) forms.place(read(drawing(clock()))!, left, 10);
    forms.endPage();
  }
  const bytes = await closeDocument(doc);
  expect(count(bytes, '/Subtype /Form')).toBe(1);
  const [first, second] = [await pixelsOf(bytes), await pixelsOf(bytes, 1)];
  expect(first.filter((byte) => byte < 200).length).toBeGreaterThan(second.filter((byte) => byte < 200).length);
});

test('one of another size, and one with another line, are others', () => {
  const read = geometryReader();
  const keys = [
    drawing(clock()),
    drawing(clock(), { box: { left: 0, top: 0, width: 20, height: 20 } }),
    drawing([...clock(), shape('LINE', { x1: 0, y1: 0, x2: 9, y2: 9, ...pen })]),
  ].map((node) => read(node)?.key);
  expect(new Set(keys).size).toBe(3);
});

test('what a place or a page may change is drawn there', () => {
  const read = geometryReader();
  const gradient = { type: 'LINEAR_GRADIENT', props: {}, children: [] };
  expect([drawing([shape('TEXT', {})]), drawing([shape('RECT', { fill: gradient })]), drawing(clock(), { style: { opacity: 0.5 } })].map(read)).toEqual(
    Array.from({ length: 3 }),
  );
});

test('a file that goes on has the drawings of the file that it goes on from', async () => {
  const doc = opened();
  addPage(doc);
  const forms = new Forms(doc);
  const found = geometryReader()(drawing(clock()))!;
  forms.place(found, 0, 0);
  forms.endPage();
  await closeDocument(doc);
  const after = openAfter(bodyOf(doc));
  const known = new Forms(after, new Map([...forms.known].map(([key, number]) => [key, referenceTo(after, number)])));
  addPage(after);
  known.place(found, 50, 50);
  known.endPage();
  (after.page as unknown as { end(): void }).end();
  expect(count(await closeAfter(after), '/Subtype /Form')).toBe(1);
});

test('a drawing of a file is written once, one with letters on each page', async () => {
  const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`;
  const made = async (inside: string): Promise<number> => {
    const doc = opened();
    const forms = new Forms(doc);
    for (const left of [0, 30]) {
      addPage(doc);
      placeDrawing(doc, forms, { svg: svg(inside), grey: true }, { left, top: 5, width: 20, height: 20 });
      forms.endPage();
    }
    return count(await closeDocument(doc), '/Subtype /Form');
  };
  expect(await made('<rect width="5" height="5" fill="#a00"/>')).toBe(1);
  expect(await made('<text y="5"></text><rect width="5" height="5" fill="#a00"/>')).toBe(0);
});

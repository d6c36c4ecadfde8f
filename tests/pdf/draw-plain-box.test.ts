/** Boxes that are drawn at once look as those that react-pdf's renderer draws; what is more than plain is left to it. */
import { expect, test } from 'vitest';
import type { LaidOutNode } from '../../src/layout/laid-out-node.ts';
import { closeDocument, gatherContent, openDocument } from '../../src/pdf/document.ts';
import { leafDrawer } from '../../src/pdf/draw-node.ts';
import { drawPlainBox } from '../../src/pdf/draw-plain-box.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';

const boxOf = (style: Record<string, unknown>, borders: Record<string, number> = {}): LaidOutNode => ({
  type: 'VIEW',
  props: {},
  style,
  box: { left: 20, top: 30, width: 60, height: 40, ...borders },
  children: [],
});

/** The pixels of a page with one box on it. */
const seen = async (node: LaidOutNode, own: boolean): Promise<Uint8Array> => {
  const doc = openDocument({ title: 'Box', language: 'en', date: new Date(0) });
  doc.addPage({ size: [100, 100], margin: 0 });
  gatherContent(doc);
  if (own) expect(drawPlainBox(doc, node)).toBe(true);
  else leafDrawer(doc)(node);
  const pdf = await PdfiumDocument.open(await closeDocument(doc));
  const { pixels } = pdf.render(0, 2);
  pdf.close();
  return pixels;
};

/** How many bytes of two pictures are far apart: edges are smoothed in another way. */
const apart = (one: Uint8Array, other: Uint8Array): number => one.filter((byte, index) => Math.abs(byte - (other[index] as number)) > 100).length;

test.each<[string, LaidOutNode]>([
  ['a ground', boxOf({ backgroundColor: '#0e5157' })],
  ['a rule on top', boxOf({ borderTopColor: '#000', borderTopStyle: 'solid', borderTopWidth: 4 }, { borderTopWidth: 4 })],
  [
    'a rule at the left, on a ground',
    boxOf({ backgroundColor: '#eee', borderLeftColor: 'black', borderLeftStyle: 'solid', borderLeftWidth: 3 }, { borderLeftWidth: 3 }),
  ],
  ['a rule at the foot', boxOf({ borderBottomColor: '#a00', borderBottomStyle: 'solid', borderBottomWidth: 2 }, { borderBottomWidth: 2 })],
])('%s', async (_, node) => {
  const own = await seen(node, true);
  expect(apart(own, await seen(boxOf({}), true))).toBeGreaterThan(50);
  expect(apart(own, await seen(node, false))).toBe(0);
});

test.each<[string, LaidOutNode]>([
  ['round corners', boxOf({ backgroundColor: '#000', borderTopLeftRadius: 3 })],
  ['a colour that is seen through', boxOf({ backgroundColor: '#00000080' })],
  ['a box that is seen through', boxOf({ backgroundColor: '#000', opacity: 0.5 })],
  ['dashes', boxOf({ borderTopColor: '#000', borderTopStyle: 'dashed', borderTopWidth: 1 }, { borderTopWidth: 1 })],
  [
    'two rules',
    boxOf({ borderTopColor: '#000', borderTopStyle: 'solid', borderLeftColor: '#000', borderLeftStyle: 'solid' }, { borderTopWidth: 1, borderLeftWidth: 1 }),
  ],
])('%s: left to the renderer', (_, node) => {
  const doc = openDocument({ title: 'Box', language: 'en', date: new Date(0) });
  doc.addPage({ size: [100, 100], margin: 0 });
  expect(drawPlainBox(doc, node)).toBe(false);
});

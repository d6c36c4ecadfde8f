import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainPdf } from '../fixtures/plain/build.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { RawPdf } from '../readers/raw.ts';
import { elementsOf, isContent, leavesOf, readStructure, type StructureNode } from '../readers/structure.ts';
import { documentText, treeText } from '../readers/tree-text.ts';

let bytes: Buffer;
let pdf: RawPdf;
let structure: StructureNode;
let document: PDFDocumentProxy;
beforeAll(async () => {
  ({ bytes } = await plainPdf());
  pdf = await RawPdf.open(bytes);
  structure = readStructure(pdf);
  document = await openInPdfjs(bytes);
});
afterAll(() => document.loadingTask.destroy());

const of = (type: string): StructureNode[] => elementsOf(structure).filter((node) => node.type === type);
/** The indexes of the pages on which an element has content. */
const pagesOf = (node: StructureNode): number[] => [...new Set(leavesOf(node).map(({ kid }) => pdf.pages.findIndex(({ ref }) => ref === kid.page)))];

test('every page is read as its template means it', async () => {
  await expect(await documentText(document)).toMatchFileSnapshot('plain.structure.txt');
});

test('cover, contents, and each section are sections of the document', () => {
  expect(structure.kids.map((kid) => (kid as StructureNode).type)).toEqual(Array.from({ length: structure.kids.length }, () => 'Sect'));
  expect(structure.kids).toHaveLength(4);
});

test('a step is one section over its opener and all of its pages, and each worksheet a section in it', () => {
  const step = structure.kids.at(-1) as StructureNode;
  expect(pagesOf(step)).toEqual([3, 4, 5, 6, 7, 8]);
  const sheets = step.kids.filter((kid) => (kid as StructureNode).type === 'Sect') as StructureNode[];
  expect(sheets.map(pagesOf)).toEqual([[4], [5, 6], [7, 8]]);
});

test('a table that was cut is one table, its head read once', () => {
  const [table] = of('Table') as [StructureNode];
  expect(of('Table')).toHaveLength(1);
  expect(pagesOf(table)).toEqual([5, 6]);
  expect(table.kids).toHaveLength(1 + 22);
  const heads = elementsOf(table).filter((node) => node.type === 'TH' && pdf.name(pdf.get(node.dict, 'A') as never, 'Scope') === 'Column');
  expect(heads).toHaveLength(3);
});

test('the repeated head of a table is drawn on the second page and not read there', async () => {
  expect(await treeText(document, 6)).not.toContain('When');
  const { items } = await (await document.getPage(7)).getTextContent();
  expect(items.map((item) => ('str' in item ? item.str : '')).join(' ')).toContain('When');
});

test('a list says how it counts', () => {
  const lists = of('L').map((node) => pdf.name(pdf.get(node.dict, 'A') as never, 'ListNumbering'));
  expect(lists).toEqual(['Disc', 'Decimal']);
});

test('a figure carries its words', () => {
  const [figure] = of('Figure') as [StructureNode];
  expect(pdf.text(figure.dict, 'Alt')).toBe('A circle, not quite closed');
  expect(figure.kids.every(isContent)).toBe(true);
});

test('a paragraph keeps its order round a link in it', async () => {
  const [paragraph] = of('P').filter((node) => node.kids.some((kid) => (kid as StructureNode).type === 'Link')) as [StructureNode];
  expect(paragraph.kids.map((kid) => ('type' in kid ? kid.type : 'words'))).toEqual(['words', 'Link', 'words', 'Link', 'words']);
});

test('the page frame is not read', async () => {
  for (let page = 0; page < document.numPages; page += 1) expect(await treeText(document, page)).not.toMatch(/\d of 9/);
});

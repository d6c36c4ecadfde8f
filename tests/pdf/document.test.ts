import { beforeAll, expect, test } from 'vitest';
import { openDocument } from '../../src/pdf/document.ts';
import { plainPdf } from '../fixtures/plain/build.ts';
import { plainWorkbook, TITLE } from '../fixtures/plain/workbook.ts';
import { findingsOf } from '../readers/findings.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { RawPdf } from '../readers/raw.ts';

let bytes: Buffer;
beforeAll(async () => {
  ({ bytes } = await plainPdf());
});

const idOf = (file: Buffer): string => /\/ID \[<([0-9a-f]+)>/.exec(file.toString('latin1'))?.[1] ?? '';

test.each([false, true])('a written book breaks none of our rules (print only: %s)', async (flat) => {
  expect(await findingsOf((await plainPdf(undefined, { flat })).bytes)).toEqual([]);
});

test('the same workbook gives the same bytes', async () => {
  expect((await plainPdf()).bytes.equals(bytes)).toBe(true);
});

test('another workbook has another id, and so has the print-only edition', async () => {
  const other = await plainPdf({ ...plainWorkbook, title: 'Another' });
  const flat = await plainPdf(undefined, { flat: true });
  const ids = [bytes, other.bytes, flat.bytes].map(idOf);
  expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(3);
});

test('title, author and subject are what was given, in the information dictionary and in the metadata', async () => {
  const info = { title: TITLE, author: 'A & B', subject: 'Trust > fear', language: 'en-GB', date: new Date('2026-01-31') };
  const document = await openInPdfjs((await plainPdf(undefined, { info })).bytes);
  const { info: read, metadata } = await document.getMetadata();
  expect(read).toMatchObject({
    Title: TITLE,
    Author: 'A & B',
    Subject: 'Trust > fear',
    Creator: 'Mendbook',
    Producer: 'Mendbook',
    Language: 'en-GB',
    PDFFormatVersion: '1.7',
  });
  expect(read).toMatchObject({ CreationDate: 'D:20260131000000Z' });
  expect(metadata.get('dc:title')).toBe(TITLE);
  expect(metadata.get('pdfuaid:part')).toBe('1');
  await document.loadingTask.destroy();
});

test('nothing in the file tells the clock', async () => {
  const pdf = await RawPdf.open(bytes);
  const all = [bytes.toString('latin1'), ...pdf.objects().map(([, value]) => value.toString())].join('\n');
  const dates = all.match(/D:\d{14}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g);
  expect(new Set(dates)).toEqual(new Set(['D:20260131000000', '2026-01-31T00:00:00']));
});

test('a title beyond Latin survives', async () => {
  const title = 'Zaufanie: Łódź, Привет, 日本 🙂';
  const file = (await plainPdf(undefined, { info: { title, language: 'pl', date: new Date(0) } })).bytes;
  expect((await RawPdf.open(file)).document.getTitle()).toBe(title);
  expect((await findingsOf(file)).filter(({ rule }) => rule === 'metadata')).toEqual([]);
});

test('all of it is read back: pages of their size, the bookmarks shown first', async () => {
  const pdf = await RawPdf.open(bytes);
  expect(pdf.pages.map(({ width, height }) => [width, height])).toEqual(Array.from({ length: 9 }, () => [612, 792]));
  expect(pdf.name(pdf.catalog, 'PageMode')).toBe('UseOutlines');
});

test('dashes without a length are dots, and all of none is a plain line', () => {
  const doc = openDocument({ title: TITLE, language: 'en', date: new Date('2026-01-31') });
  const said: string[] = [];
  doc.addContent = (operators) => {
    said.push(operators);
    return doc;
  };
  for (const dashes of [[0, 4], [3, 1], [0, 0], [2, -1], []]) doc.dash(dashes as unknown as number, { phase: 1 });
  expect(said).toEqual(['[0 4] 1 d', '[3 1] 1 d', '[] 0 d', '[] 0 d', '[] 1 d']);
});

import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { components, type FieldReport } from '../../src/pdf/fields.ts';
import { plainPdf } from '../fixtures/plain/build.ts';
import { plainTheme } from '../fixtures/plain/theme.ts';
import { openInPdfjs, type PdfjsWidget, widgetsOf } from '../readers/pdfjs.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';
import { RawPdf } from '../readers/raw.ts';

let bytes: Buffer;
let fields: FieldReport[];
let document: PDFDocumentProxy;
let widgets: PdfjsWidget[];
beforeAll(async () => {
  ({ bytes, fields } = await plainPdf());
  document = await openInPdfjs(bytes);
  const pages: PdfjsWidget[][] = [];
  for (let page = 0; page < document.numPages; page += 1) pages.push(await widgetsOf(document, page));
  widgets = pages.flat();
});
afterAll(() => document.loadingTask.destroy());

const widget = (name: string): PdfjsWidget => widgets.find(({ fieldName }) => fieldName === name) as PdfjsWidget;

test('the report of a build lists what is in the file, in reading order', () => {
  expect(fields.map(({ name, label, kind, capacity }) => [name, label, kind, capacity ?? 0])).toEqual(
    widgets.map(({ fieldName, alternativeText, fieldType, maxLen }) => [fieldName, alternativeText, fieldType === 'Tx' ? 'text' : 'check', maxLen ?? 0]),
  );
  expect(fields.map(({ page }) => page)).toEqual(fields.map(({ page }) => page).toSorted((one, other) => one - other));
});

test('there is a field for each space and box, empty, with its label for a name', () => {
  const shown = widgets.filter(({ fieldName }) => !fieldName.startsWith('one_log_'));
  expect(
    shown.map(({ fieldName, alternativeText, fieldType, fieldValue, multiLine }) => [fieldName, alternativeText, fieldType, fieldValue, multiLine ?? false]),
  ).toEqual([
    ['welcome_said', 'What was said?', 'Tx', '', true],
    ['welcome_name', 'Your name', 'Tx', '', false],
    ['welcome_ready_1', 'I have time', 'Btn', 'Off', false],
    ['welcome_ready_2', 'I have tea', 'Btn', 'Off', false],
    ['one_first', 'Question first', 'Tx', '', true],
    ['one_two_1', 'I heard', 'Tx', '', true],
    ['one_two_2', 'You meant', 'Tx', '', true],
    ['one_dots', 'A dotted space', 'Tx', '', true],
    ['one_box', 'A blank space', 'Tx', '', true],
    ['one_before', 'Question before', 'Tx', '', true],
    ['one_after', 'Question after', 'Tx', '', true],
    ['one_letter', 'Dear', 'Tx', '', true],
  ]);
  expect(widgets.filter(({ fieldName }) => fieldName.startsWith('one_log_'))).toHaveLength(44);
});

test('a text field ends where its box ends, and does not scroll', () => {
  for (const each of widgets.filter(({ fieldType }) => fieldType === 'Tx')) {
    expect(each.doNotScroll).toBe(true);
    expect(each.maxLen).toBeGreaterThan(10);
  }
});

test('names are not spell-checked, sentences are', async () => {
  const pdf = await RawPdf.open(bytes);
  const flags = Object.fromEntries(pdf.pages.flatMap(({ annotations }) => annotations.map(({ dict }) => [pdf.text(dict, 'T'), pdf.number(dict, 'Ff')])));
  const unchecked = (name: string): boolean => Boolean(Number(flags[name]) & (1 << 22));
  expect([unchecked('welcome_name'), unchecked('welcome_said')]).toEqual([true, false]);
});

test('a field covers its space: from where one begins to write to just above its last rule, and beyond their ends', () => {
  const [left, bottom, right, top] = widget('one_first').rect;
  expect([left, right]).toEqual([70.5, 559]);
  // The rules are 24 points apart; the field begins less than one line above the first, and leaves the last outside, with its half width.
  expect((top - bottom + 0.75 + plainTheme.ruling.width / 2 - (0.31 + 1.24) * 11 + 12) % 24).toBeCloseTo(12, 3);
});

test('a field that covers rules has the tint behind it, one without rules has nothing', async () => {
  const pdf = await RawPdf.open(bytes);
  const background = (name: string): number[] | undefined => {
    const found = pdf.pages.flatMap(({ annotations }) => annotations).find(({ dict }) => pdf.text(dict, 'T') === name);
    const looks = found && pdf.dict(found.dict, 'MK');
    return looks && pdf.get(looks, 'BG') ? pdf.numbers(looks, 'BG') : undefined;
  };
  const tint = components(plainTheme.colors.tint).map((part) => Math.round(part * 1000) / 1000);
  expect(['welcome_said', 'one_dots', 'one_box', 'one_log_1_1', 'welcome_ready_1'].map(background)).toEqual([tint, tint, undefined, undefined, undefined]);
});

test('larger boxes take more', () => {
  const most = (name: string) => widget(name).maxLen ?? 0;
  expect(most('welcome_name')).toBeLessThan(most('one_dots'));
  expect(most('one_two_1')).toBeLessThan(most('one_first'));
  expect(most('one_before')).toBeLessThan(most('one_letter'));
});

test('Chrome’s engine finds the same fields in the same order', async () => {
  const engine = await PdfiumDocument.open(bytes);
  const found = Array.from({ length: engine.pageCount }, (_, page) => engine.widgets(page)).flat();
  engine.close();
  expect(found.map(({ name, label }) => [name, label])).toEqual(widgets.map(({ fieldName, alternativeText }) => [fieldName, alternativeText]));
});

/** Fields as they are seen: rules to write on by hand until somebody types, ticks in their boxes. */
import { beforeAll, expect, test } from 'vitest';
import { plainPdf } from '../fixtures/plain/build.ts';
import { fillInPdfjs } from '../readers/pdfjs.ts';
import { type Bitmap, PdfiumDocument, type Rectangle, type Widget } from '../readers/pdfium.ts';
import { inkIn, rulesIn, within } from '../readers/pixels.ts';

const SCALE = 2;
/** Inside the frame of a tick box, in points. */
const RIM = 2;

let bytes: Uint8Array;
beforeAll(async () => {
  ({ bytes } = await plainPdf());
});

interface Seen {
  document: PdfiumDocument;
  look(page: number): Bitmap;
  widget(name: string): Widget;
}
const open = async (file: Uint8Array): Promise<Seen> => {
  const document = await PdfiumDocument.open(file);
  const widgets = Array.from({ length: document.pageCount }, (_, page) => document.widgets(page)).flat();
  return {
    document,
    look: (page) => document.render(page, SCALE),
    widget: (name) => widgets.find((each) => each.name === name) as Widget,
  };
};

/** A field, and the last of its rules, which lies below it. */
const withLast = ([left, bottom, right, top]: Rectangle): Rectangle => [left, bottom - 2, right, top];

test('an untouched field shows a rule for each line', async () => {
  const { document, look, widget } = await open(bytes);
  for (const name of ['welcome_said', 'one_first', 'one_two_1', 'one_two_2', 'one_before', 'one_letter']) {
    const { rect, page } = widget(name);
    expect(rulesIn(look(page), withLast(rect), SCALE), name).toBe(Math.round((rect[3] - rect[1] + 1) / 24));
  }
  document.close();
});

test('rules are printed without the fields, too', async () => {
  const { document, look, widget } = await open((await plainPdf(undefined, { flat: true })).bytes);
  const { widget: fillable, document: other } = await open(bytes);
  const { rect, page } = fillable('one_first');
  expect(widget('one_first')).toBeUndefined();
  expect(rulesIn(look(page), withLast(rect), SCALE)).toBe(Math.round((rect[3] - rect[1] + 1) / 24));
  document.close();
  other.close();
});

test('rules vanish where somebody has typed but for the last, and stay everywhere else', async () => {
  const { document, look, widget } = await open(bytes);
  document.type(widget('one_two_1'), 'A few words.');
  const page = look(widget('one_two_1').page);
  expect(rulesIn(page, widget('one_two_1').rect, SCALE)).toBe(0);
  expect(rulesIn(page, withLast(widget('one_two_1').rect), SCALE)).toBe(1);
  expect(inkIn(page, widget('one_two_1').rect, SCALE)).toBeGreaterThan(0);
  for (const name of ['one_two_2', 'one_first']) expect(rulesIn(page, widget(name).rect, SCALE), name).toBeGreaterThan(3);
  document.close();
});

test('what was saved looks the same when it is opened again', async () => {
  const first = await open(bytes);
  first.document.type(first.widget('one_first'), 'A few words.');
  const before = first.look(4);
  const saved = first.document.save();
  first.document.close();
  const second = await open(saved);
  expect(Buffer.from(second.look(4).pixels).equals(Buffer.from(before.pixels))).toBe(true);
  second.document.close();
});

test('saved by Firefox, rules vanish under the words and stay elsewhere', async () => {
  const { bytes: saved } = await fillInPdfjs(bytes, ({ fieldName }) => (fieldName === 'one_two_1' ? 'A few words.' : undefined));
  const { document, look, widget } = await open(saved);
  const page = look(4);
  expect(rulesIn(page, widget('one_two_1').rect, SCALE)).toBe(0);
  expect(inkIn(page, widget('one_two_1').rect, SCALE)).toBeGreaterThan(0);
  expect(rulesIn(page, widget('one_two_2').rect, SCALE)).toBeGreaterThan(3);
  document.close();
});

test('a box is empty until it is ticked, has its frame all along, and is empty again when the tick is taken back', async () => {
  const { document, look, widget } = await open(bytes);
  const box = widget('welcome_ready_1');
  const inner = within(box.rect, RIM);
  const states: number[] = [inkIn(look(box.page), inner, SCALE)];
  const frame = (): number => inkIn(look(box.page), box.rect, SCALE) - inkIn(look(box.page), inner, SCALE);
  expect(frame()).toBeGreaterThan(0.05);
  for (let click = 0; click < 2; click += 1) {
    document.click(box);
    document.leave();
    states.push(inkIn(look(box.page), inner, SCALE));
    expect(inkIn(look(box.page), box.rect, SCALE)).toBeGreaterThan(0.05);
  }
  expect(states[0]).toBe(0);
  expect(states[1]).toBeGreaterThan(0.1);
  expect(states[2]).toBe(0);
  expect(inkIn(look(box.page), within(widget('welcome_ready_2').rect, RIM), SCALE)).toBe(0);
  document.close();
});

test('a tick that Firefox saved is seen', async () => {
  const { bytes: saved } = await fillInPdfjs(bytes, ({ fieldName }) => (fieldName === 'welcome_ready_2' ? true : undefined));
  const { document, look, widget } = await open(saved);
  const ink = ['welcome_ready_1', 'welcome_ready_2'].map((name) => inkIn(look(2), within(widget(name).rect, RIM), SCALE));
  expect(ink[0]).toBe(0);
  expect(ink[1]).toBeGreaterThan(0.1);
  document.close();
});

test('a dotted space is dotted and a blank one framed, and both keep so when typed into', async () => {
  const { document, look, widget } = await open(bytes);
  const [dots, box] = [widget('one_dots'), widget('one_box')];
  const untouched = inkIn(look(4), dots.rect, SCALE);
  expect(untouched).toBeGreaterThan(0);
  expect(rulesIn(look(4), dots.rect, SCALE)).toBe(0);
  const frame: [number, number, number, number] = [box.rect[0], box.rect[1], box.rect[2], box.rect[1] + 1];
  expect(inkIn(look(4), frame, SCALE)).toBeGreaterThan(0.4);
  document.type(box, 'Words.');
  expect(inkIn(look(4), frame, SCALE)).toBeGreaterThan(0.4);
  document.type(dots, '.');
  expect(inkIn(look(4), dots.rect, SCALE)).toBeLessThan(untouched / 2);
  document.close();
});

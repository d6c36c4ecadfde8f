/** Whatever a field takes is seen on paper: typed in Chrome's engine, filled in and saved by Firefox's. */
import { beforeAll, expect, test } from 'vitest';
import { typedLines } from '../../src/pdf/capacity.ts';
import { plainPdf } from '../fixtures/plain/build.ts';
import { sizesPdf } from '../fixtures/plain/sizes.tsx';
import { fillInPdfjs, openInPdfjs, type PdfjsWidget, widgetsOf } from '../readers/pdfjs.ts';
import { PdfiumDocument, type Widget } from '../readers/pdfium.ts';
import { lettersOf, shownIn } from '../readers/shown.ts';
import { HANDS, write, writeTooMuch } from './prose.ts';

const files = ['plain book', 'many sizes', 'many sizes in large print'] as const;
const made: Partial<Record<(typeof files)[number], Uint8Array>> = {};
beforeAll(async () => {
  made['plain book'] = (await plainPdf()).bytes;
  made['many sizes'] = await sizesPdf();
  made['many sizes in large print'] = await sizesPdf({ large: true });
});
const bytesOf = (file: (typeof files)[number]): Uint8Array => made[file] as Uint8Array;
/** A letter of the largest type with room to spare. */
const WIDEST = 18;

const heightOf = ({ rect: [, bottom, , top] }: PdfjsWidget): number => top - bottom;
const linesOf = (widget: PdfjsWidget, fontSize: number): number =>
  typedLines({ width: 0, height: heightOf(widget), fontSize, multiline: widget.multiLine ?? false });

/** Types into every field and ticks every box; gives the saved file and the values that the fields then have. */
const typeEverywhere = async (
  bytes: Uint8Array,
  text: (index: number, widget: Widget) => string,
): Promise<{ saved: Uint8Array; values: Map<string, string> }> => {
  const document = await PdfiumDocument.open(bytes);
  const values = new Map<string, string>();
  let index = 0;
  for (let page = 0; page < document.pageCount; page += 1) {
    for (const widget of document.widgets(page)) {
      if (widget.kind === 'check') document.click(widget);
      else document.type(widget, text(index, widget));
      index += 1;
    }
    document.leave();
    for (const [name, value] of document.values(page)) values.set(name, value);
  }
  const saved = document.save();
  document.close();
  return { saved, values };
};

test.each(files)('Chrome: far more prose than fits into every field of the %s, and all that was taken is printed', async (file) => {
  // Each field is written in another hand.
  const { saved, values } = await typeEverywhere(bytesOf(file), (index, { rect }) => writeTooMuch(HANDS[index % HANDS.length] as (typeof HANDS)[number], rect));
  const shown = await shownIn(saved);
  for (const [name, { letters, cut }] of shown) {
    expect(letters, name).toBe(lettersOf(values.get(name) ?? ''));
    expect(cut, name).toBe(0);
    expect(letters.length, name).toBeGreaterThan(2);
  }
  expect(shown.size).toBe([...values.values()].filter((value) => value !== 'Yes' && value !== 'Off').length);
});

test('Chrome: a field takes all that its limit allows of ordinary prose', async () => {
  const limits = new Map<string, number>();
  const document = await openInPdfjs(bytesOf('many sizes'));
  for (let page = 0; page < document.numPages; page += 1) {
    for (const { fieldName, maxLen } of await widgetsOf(document, page)) limits.set(fieldName, maxLen ?? 0);
  }
  await document.loadingTask.destroy();
  const { values } = await typeEverywhere(bytesOf('many sizes'), (_, { rect }) => writeTooMuch('plain', rect));
  for (const [name, value] of values) expect(value.length, name).toBe(limits.get(name));
});

test('Chrome: what was saved is read back by Firefox, ticks included', async () => {
  const { saved, values } = await typeEverywhere(bytesOf('plain book'), () => 'One line.\nTwo: é ñ ß “q”');
  const document = await openInPdfjs(saved);
  const read = new Map<string, string>();
  for (let page = 0; page < document.numPages; page += 1) {
    for (const { fieldName, fieldValue } of await widgetsOf(document, page)) read.set(fieldName, fieldValue.replaceAll(/\r\n?/g, '\n'));
  }
  await document.loadingTask.destroy();
  expect(read).toEqual(values);
  expect(read.get('welcome_ready_1')).toBe('Yes');
  expect(read.get('welcome_said')).toBe('One line.\nTwo: é ñ ß “q”');
});

test('Chrome: as many line ends as one likes push nothing out of sight', async () => {
  const { saved, values } = await typeEverywhere(bytesOf('many sizes'), () => 'a\n\nb\nc\n'.repeat(30));
  for (const [name, { letters }] of await shownIn(saved)) expect(letters, name).toBe(lettersOf(values.get(name) ?? ''));
});

test('Chrome: wide capitals alone are printed too, but for the word that overflows the field', async () => {
  const { saved, values } = await typeEverywhere(bytesOf('many sizes'), (_, { rect }) =>
    'MAMMA WOW '.repeat(4 + ((rect[2] - rect[0]) * (rect[3] - rect[1])) / 1000),
  );
  for (const [name, { letters }] of await shownIn(saved)) {
    const value = lettersOf(values.get(name) ?? '');
    expect(value.startsWith(letters), name).toBe(true);
    // PDFium asks before each key whether the field is full, so that it takes the one that makes a word too many.
    expect(value.length - letters.length, name).toBeLessThanOrEqual('MAMMA'.length);
  }
});

test.each(files)('Firefox: prose in many hands up to the limit of every field of the %s is printed to its last line', async (file) => {
  for (const hand of HANDS.filter((each) => each !== 'a list')) {
    const { bytes, accepted } = await fillInPdfjs(bytesOf(file), ({ fieldType }) => (fieldType === 'Btn' ? true : write(hand, 4200)));
    let cut = 0;
    let letters = 0;
    for (const [name, shown] of await shownIn(bytes, WIDEST)) {
      expect(shown.letters, `${name}, ${hand}`).toBe(lettersOf(accepted.get(name) ?? '').normalize('NFC'));
      cut += shown.cut;
      letters += shown.letters.length;
    }
    // pdf.js does not measure the first letter of a continued line, so that now and then the last one is cut by
    // the field's edge, in any PDF (mozilla/pdf.js#21969). No line below is lost by it.
    expect(cut / letters, hand).toBeLessThan(0.01);
  }
});

test('Firefox: a list is printed whole while it has no more lines than its field', async () => {
  const item = '- a b';
  const { bytes, accepted } = await fillInPdfjs(bytesOf('many sizes'), (widget) =>
    Array.from({ length: linesOf(widget, 11) }, () => item)
      .join('\n')
      .slice(0, widget.maxLen),
  );
  for (const [name, { letters, cut }] of await shownIn(bytes)) {
    expect(letters, name).toBe(lettersOf(accepted.get(name) ?? ''));
    expect(cut).toBe(0);
  }
});

test.each(['Łódź Привет 日本 ✓', 'naïve façade, Ærø, œuvre €5 “q” – ½'])('%s survives as a value in both', async (text) => {
  const typed = await typeEverywhere(bytesOf('plain book'), (_, { name }) => (name.startsWith('welcome') ? text : ''));
  expect(typed.values.get('welcome_said')).toBe(text);
  const { bytes } = await fillInPdfjs(bytesOf('plain book'), ({ fieldType }) => (fieldType === 'Tx' ? text : undefined));
  for (const file of [typed.saved, bytes]) {
    const document = await openInPdfjs(file);
    const names = new Map((await widgetsOf(document, 2)).map(({ fieldName, fieldValue }) => [fieldName, fieldValue]));
    await document.loadingTask.destroy();
    expect(names.get('welcome_said')).toBe(text);
    expect(names.get('welcome_name')).toBe(text);
  }
});

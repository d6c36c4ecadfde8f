/** What was filled in in Chrome or Firefox is on the pages of the flattened copy, in its place, and is read there. */
import { PDFRawStream } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { plainPdf } from '../fixtures/plain/build.ts';
import { findingsOf } from '../readers/findings.ts';
import { PdfiumDocument, type Rectangle, type Widget } from '../readers/pdfium.ts';
import { fillInPdfjs } from '../readers/pdfjs.ts';
import { inkIn, rulesIn, within } from '../readers/pixels.ts';
import { RawPdf } from '../readers/raw.ts';
import { lettersOf } from '../readers/shown.ts';
import { HANDS, write } from '../pdf/prose.ts';
import { blanksOf, fieldOrder, fillInPdfium, flat, flattened, lettersInPdfium, lettersInPdfjs } from './filled.ts';

let blank: Uint8Array;
let widgets: Widget[];
beforeAll(async () => {
  ({ bytes: blank } = await plainPdf());
  const document = await PdfiumDocument.open(blank);
  widgets = Array.from({ length: document.pageCount }, (_, page) => document.widgets(page)).flat();
  document.close();
});

/** Each field another hand; every fifth one left empty. */
const prose = (_: string, index: number): string | undefined =>
  index % 5 === 0 ? undefined : write(HANDS[index % HANDS.length] as (typeof HANDS)[number], 1600);

interface Filled {
  saved: Uint8Array;
  /** The texts, by name; ticks as `Yes`. */
  values: Map<string, string>;
}
const engines: [name: string, fill: (bytes: Uint8Array, answer: typeof prose) => Promise<Filled>][] = [
  [
    'Chrome',
    (bytes, answer) => fillInPdfium(bytes, ({ name }, index) => (name === 'welcome_ready_1' ? true : name.includes('ready') ? undefined : answer(name, index))),
  ],
  [
    'Firefox',
    async (bytes, answer) => {
      let index = 0;
      const { bytes: saved, accepted } = await fillInPdfjs(bytes, ({ fieldName, fieldType }) => {
        index += 1;
        if (fieldType === 'Btn') return fieldName === 'welcome_ready_1' ? true : undefined;
        return answer(fieldName, index);
      });
      return { saved, values: new Map([...accepted, ['welcome_ready_1', 'Yes']]) };
    },
  ],
];

describe.each(engines)('filled in in %s', (_, fill) => {
  let filled: Filled;
  let bytes: Uint8Array;
  let order: string[];
  const valueOf = (name: string): string => filled.values.get(name) ?? '';
  beforeAll(async () => {
    filled = await fill(blank, prose);
    ({ bytes } = await flattened(filled.saved));
    order = await fieldOrder(blank);
  });

  test('each answer stands in the element that its field had, under its name', async () => {
    const blanks = await blanksOf(bytes);
    expect(blanks).toHaveLength(order.length);
    let answers = 0;
    order.forEach((name, index) => {
      const { words, alt, attributes } = blanks[index] as (typeof blanks)[number];
      const label = widgets.find((widget) => widget.name === name)?.label;
      expect(attributes, name).toMatchObject({ O: 'PrintField', Desc: label });
      if (name.includes('ready')) return;
      expect(attributes.Role).toBe('tv');
      expect(words, name).toBe(flat(valueOf(name)));
      // An alternative text would be read instead of the answer.
      expect(alt, name).toBe(words === '' ? label : undefined);
      answers += words === '' ? 0 : 1;
    });
    expect(answers).toBeGreaterThan(20);
  });

  test('ticks are told as such', async () => {
    const blanks = await blanksOf(bytes);
    const boxOf = (name: string) => blanks[order.indexOf(name)];
    expect(boxOf('welcome_ready_1')).toMatchObject({ attributes: { Role: 'cb', checked: 'on' }, alt: 'I have time: ticked' });
    expect(boxOf('welcome_ready_2')).toMatchObject({ attributes: { Role: 'cb', checked: 'off' }, alt: 'I have tea' });
  });

  test('nothing is left of the form', async () => {
    const pdf = await RawPdf.open(bytes);
    expect(pdf.get(pdf.catalog, 'AcroForm')).toBeUndefined();
    const kinds = new Set(pdf.pages.flatMap(({ annotations }) => annotations.map(({ dict }) => pdf.name(dict, 'Subtype'))));
    expect([...kinds]).toEqual(['Link']);
    for (const [, object] of pdf.objects()) expect(object.toString()).not.toMatch(/\/Widget\b|\/MaxLen\b|\/NeedAppearances\b|\/MK\b/);
  });

  test('all our rules of a tagged file hold', async () => {
    expect(await findingsOf(bytes)).toEqual([]);
  });

  test.each([
    ['Chrome', lettersInPdfium],
    ['Firefox', lettersInPdfjs],
  ] as const)('%s finds every answer in the text, in reading order', async (__, read) => {
    // PDFium drops the hyphen at the end of a line.
    const text = (await read(bytes)).join('').replaceAll('-', '');
    let from = 0;
    for (const name of order) {
      if (name.includes('ready')) continue;
      const letters = lettersOf(valueOf(name)).normalize('NFC').replaceAll('-', '');
      const at = text.indexOf(letters, from);
      expect(at, name).toBeGreaterThanOrEqual(from);
      from = at + letters.length;
    }
  });

  test('answers stand inside their boxes, on white: the rules behind them are gone, those of empty fields stay', async () => {
    const document = await PdfiumDocument.open(bytes);
    const scale = 2;
    const bitmaps = Array.from({ length: document.pageCount }, (___, page) => document.render(page, scale));
    const before = await PdfiumDocument.open(blank);
    const blankBitmaps = bitmaps.map((___, page) => before.render(page, scale));
    before.close();
    const characters = bitmaps.map((___, page) => document.characters(page));
    for (const { name, rect, page, kind } of widgets) {
      if (kind === 'check') continue;
      const bitmap = bitmaps[page] as (typeof bitmaps)[number];
      const value = valueOf(name);
      const rules = rulesIn(bitmap, rect, scale);
      // The edges of a frame and of a table's cells stay, and the rule that a single line stands on.
      const stays = value === '' || name === 'one_box' || name.startsWith('one_log') || name === 'welcome_name';
      expect([name, rules]).toEqual([name, stays ? rulesIn(blankBitmaps[page] as (typeof bitmaps)[number], rect, scale) : 0]);
      if (value === '') continue;
      expect(inkIn(bitmap, rect, scale), name).toBeGreaterThan(0.005);
      const letters = characters[page]
        ?.filter(({ box }) => isIn(rect, box))
        .map(({ text }) => text)
        .join('');
      expect(lettersOf(letters ?? ''), name).toBe(lettersOf(value).normalize('NFC'));
    }
    document.close();
  });

  test('a tick is drawn in its box, and none in the box beside it', async () => {
    const document = await PdfiumDocument.open(bytes);
    const inkOf = (name: string): number => {
      const { page, rect } = widgets.find((widget) => widget.name === name) as Widget;
      return inkIn(document.render(page, 4), within(rect, 2), 4);
    };
    expect(inkOf('welcome_ready_1')).toBeGreaterThan(0.1);
    expect(inkOf('welcome_ready_2')).toBe(0);
    document.close();
  });

  test('the same file gives the same bytes', async () => {
    expect(Buffer.from((await flattened(filled.saved)).bytes).equals(Buffer.from(bytes))).toBe(true);
  });
});

/** Ink may touch an edge. */
const isIn = ([left, bottom, right, top]: Rectangle, [l, b, r, t]: Rectangle): boolean =>
  l >= left - 0.5 && b >= bottom - 0.5 && r <= right + 0.5 && t <= top + 0.5;

test('a copy in which nothing was filled in is printed as it was, its blanks told as empty', async () => {
  const { bytes, answers, ticks } = await flattened(blank);
  expect([answers, ticks]).toEqual([0, 0]);
  const [before, after] = [await PdfiumDocument.open(blank), await PdfiumDocument.open(bytes)];
  for (let page = 0; page < before.pageCount; page += 1)
    expect(Buffer.from(after.render(page, 1).pixels).equals(Buffer.from(before.render(page, 1).pixels))).toBe(true);
  before.close();
  after.close();
  expect(await findingsOf(bytes)).toEqual([]);
  expect((await blanksOf(bytes)).every(({ words, alt, attributes }) => words === '' && alt === attributes.Desc)).toBe(true);
});

test('a flattened copy is smaller than the filled one, and holds no earlier state of it', async () => {
  const first = await fillInPdfjs(blank, ({ fieldName }) => (fieldName === 'welcome_name' ? 'Firstly this' : undefined));
  const second = await fillInPdfjs(first.bytes, ({ fieldName }) => (fieldName === 'welcome_name' ? 'And then that' : undefined));
  const { bytes } = await flattened(second.bytes);
  expect(bytes.length).toBeLessThan(second.bytes.length);
  const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('latin1');
  const tells = async (file: Uint8Array): Promise<boolean> => {
    const pdf = await RawPdf.open(file);
    const held = pdf.objects().map(([, value]) => (value instanceof PDFRawStream ? Buffer.from(pdf.stream(value)).toString('latin1') : value.toString()));
    const all = [Buffer.from(file).toString('latin1'), ...held].join('\n');
    return all.includes('Firstly this') || all.includes(utf16('Firstly this'));
  };
  expect(Buffer.from(second.bytes).toString('latin1')).toMatch(new RegExp(`Firstly this|${utf16('Firstly this')}`));
  expect(await tells(bytes)).toBe(false);
  expect((await lettersInPdfjs(bytes)).join('')).toContain('Andthenthat');
});

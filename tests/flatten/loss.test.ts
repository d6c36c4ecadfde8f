/** Nothing is lost: letters of any script, values in any encoding, answers that are longer than their boxes. */
import { PDFDocument, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { readFields } from '../../src/answers/fields.ts';
import { openPdf } from '../../src/answers/open-filled.ts';
import { plainPdf } from '../fixtures/plain/build.ts';
import { findingsOf } from '../readers/findings.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';
import { RawPdf } from '../readers/raw.ts';
import { lettersOf } from '../readers/shown.ts';
import { blanksOf, fieldOrder, fillByHand, flat, flattened, lettersInPdfium, lettersInPdfjs } from './filled.ts';

let blank: Uint8Array;
let order: string[];
beforeAll(async () => {
  ({ bytes: blank } = await plainPdf());
  order = await fieldOrder(blank);
});

const only = (name: string, value: PDFObject | string) => fillByHand(blank, (field) => (field === name ? value : undefined));
/** The words in the blank of a field. */
const wordsIn = async (bytes: Uint8Array, name: string): Promise<string> => (await blanksOf(bytes))[order.indexOf(name)]?.words ?? '';
const fontsOf = (pdf: RawPdf): string[] =>
  pdf
    .objects()
    .flatMap(([, value]) =>
      value instanceof PDFRawStream || !('get' in value)
        ? []
        : pdf.name(value as never, 'Subtype') === 'Type0'
          ? [pdf.name(value as never, 'BaseFont') ?? '']
          : [],
    );

describe('characters', () => {
  const shown = {
    'letters of Western Europe': 'Ærø, naïve façade, œuvre, Straße, €5 “q” – ½',
    'letters of Central Europe': 'Łódź, Dvořák, Győr, Çeşme, İğne',
    'letters of the Baltic': 'ąžuolas, šeškė, ķirbis',
    'Greek and Cyrillic': 'Αθήνα: Καλημέρα — Привет, Київ',
    'marks behind their letters': 'cafe\u0301, n\u0303, x\u0302',
  };
  const boxed = {
    'Chinese and Japanese': 'So: 日本語、中文!',
    Hebrew: 'So: שלום!',
    'Hebrew alone': 'שלום, מה שלומך היום',
    Arabic: 'So: سلام!',
    Thai: 'So: สวัสดี!',
    'faces, families and flags': 'So: 😀 👨‍👩‍👧 🇵🇱!',
    Hindi: 'So: नमस्ते!',
  };
  const other = {
    spaces: 'one\u00A0two\u2003three\u3000four\tfive',
    unseen: 'a\u0000\u0007b\u200Bc\uFEFFd\uD83D e',
  };
  const texts = { ...shown, ...boxed, ...other };
  /** The field that each text is in: those that are wide enough for all of it. */
  const names = new Map(
    Object.keys(texts).map((title, index) => [
      title,
      ['welcome_said', 'welcome_name', 'one_first', 'one_two_1', 'one_two_2', 'one_dots', 'one_box', 'one_before', 'one_after', 'one_letter'][index] ??
        `one_log_${index}_1`,
    ]),
  );
  const textOf = (title: string): string => (texts as Record<string, string>)[title] ?? '';
  let made: Awaited<ReturnType<typeof flattened>>;
  let words: Map<string, string>;
  let letters: string;
  beforeAll(async () => {
    const given = new Map([...names].map(([title, name]) => [name, textOf(title)]));
    made = await flattened(await fillByHand(blank, (name) => given.get(name)));
    const blanks = await blanksOf(made.bytes);
    words = new Map(order.map((name, index) => [name, blanks[index]?.words ?? '']));
    letters = (await lettersInPdfium(made.bytes)).join('');
  });
  const read = (title: string): string => words.get(names.get(title) ?? '') ?? '';

  test.each(Object.keys(shown))('%s are set in a font that has them', (title) => {
    expect(made.unseen.map(({ name }) => name)).not.toContain(names.get(title));
    expect(read(title)).toBe(textOf(title).normalize('NFC'));
    expect(letters).toContain(lettersOf(textOf(title).normalize('NFC')));
  });

  test.each(Object.keys(boxed))('%s are drawn as boxes, told of, and whole in the text', (title) => {
    const told = made.unseen.find(({ name }) => name === names.get(title));
    expect(told?.characters.length).toBeGreaterThan(1);
    for (const character of told?.characters ?? []) expect(textOf(title)).toContain(character);
    expect(read(title)).toBe(textOf(title).normalize('NFC'));
  });

  test('the field font comes first, then the fonts that come with the program', async () => {
    const fonts = fontsOf(await RawPdf.open(made.bytes)).map((name) => name.slice('ABCDEF+'.length));
    expect(fonts.filter((name) => name === 'AtkinsonHyperlegibleNext-Regular')).toHaveLength(2);
    expect(fonts.filter((name) => name === 'SourceSerif4-Regular')).toHaveLength(1);
    expect(await findingsOf(made.bytes)).toEqual([]);
  });

  test('spaces of every width part words', () => {
    expect(read('spaces')).toBe('one two three four five');
  });

  test('what nobody can see leaves no trace, and half a character is told as one that is broken', () => {
    expect(read('unseen')).toBe('abcd\uFFFD e');
  });
});

describe('values', () => {
  const text = 'Łódź “q” é';
  const utf8 = [0xef, 0xbb, 0xbf, ...Buffer.from(text)];
  const utf16 = [0xfe, 0xff, ...Buffer.from(text, 'utf16le').swap16()];
  const hex = (bytes: number[]): PDFObject => PDFHexString.of(Buffer.from(bytes).toString('hex'));
  const encoded: [title: string, value: PDFObject, expected: string][] = [
    ['UTF-16 in hexadecimal', hex(utf16), text],
    ['UTF-16 the other way round', hex([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]), text],
    ['UTF-16 that says its language', hex([0xfe, 0xff, 0, 0x1b, 0, 0x70, 0, 0x6c, 0, 0x1b, ...utf16.slice(2)]), text],
    ['UTF-8', hex(utf8), text],
    ['PDFDocEncoding with escapes', PDFString.of('\\225\\363d\\236 \\215q\\216 \\351\\\nx\\)\\(y(z)\\\\'), 'Łódž “q” éx)(y(z)\\'],
    ['a name', PDFName.of('Tuesday'), 'Tuesday'],
  ];
  test('in any encoding are read', async () => {
    // Each in the first cell of a row.
    const bytes = await fillByHand(blank, (name) => encoded[Number(/^one_log_(\d+)_1$/.exec(name)?.[1] ?? 0) - 1]?.[1]);
    const blanks = await blanksOf((await flattened(bytes)).bytes);
    encoded.forEach(([title, , expected], index) => expect([title, blanks[order.indexOf(`one_log_${index + 1}_1`)]?.words]).toEqual([title, expected]));
  });

  test('with line ends of all sorts are read; a field of one line makes spaces of them', async () => {
    const ends = PDFHexString.fromText('æ\rœ\r\nß\nø');
    const { bytes } = await flattened(await fillByHand(blank, (name) => (name.startsWith('welcome') ? ends : undefined)));
    expect(await wordsIn(bytes, 'welcome_said')).toBe('æ œ ß ø');
    expect(await wordsIn(bytes, 'welcome_name')).toBe('æ œ ß ø');
    const document = await PdfiumDocument.open(bytes);
    const baselines = (letter: string): number[] => document.characters(2).flatMap(({ text: found, box }) => (found === letter ? [box[1]] : []));
    const [[firstLong = 0, firstShort = 0], [lastLong = 0, lastShort = 0]] = [baselines('æ'), baselines('ø')] as [number[], number[]];
    document.close();
    expect(firstLong - lastLong).toBeCloseTo(3 * 11 * 1.3, 0);
    expect(firstShort).toBeCloseTo(lastShort, 0);
  });

  test('in a stream, in compressed objects, and inherited from a parent are read', async () => {
    const document = await PDFDocument.load(await only('welcome_name', 'Ana'), { updateMetadata: false });
    const { context } = document;
    for (const [, object] of context.enumerateIndirectObjects()) {
      const field = object as unknown as { get?(key: PDFName): PDFObject | undefined; set(key: PDFName, value: PDFObject): void; delete(key: PDFName): void };
      if (typeof field.get !== 'function' || !field.get(PDFName.of('MaxLen'))) continue;
      const name = (field.get(PDFName.of('T')) as PDFHexString).decodeText();
      if (name === 'welcome_said') field.set(PDFName.of('V'), context.register(context.flateStream('A long one, in a stream')));
      if (name !== 'one_first') continue;
      const parent = context.obj({ T: PDFString.of('one_first'), V: PDFString.of('From above'), FT: 'Tx', Ff: 4096 });
      for (const key of ['T', 'FT', 'Ff']) field.delete(PDFName.of(key));
      field.set(PDFName.of('Parent'), context.register(parent));
    }
    const { bytes } = await flattened(await document.save({ updateFieldAppearances: false, useObjectStreams: true }));
    expect(await wordsIn(bytes, 'welcome_name')).toBe('Ana');
    expect(await wordsIn(bytes, 'welcome_said')).toBe('A long one, in a stream');
    expect(await wordsIn(bytes, 'one_first')).toBe('From above');
    expect(await findingsOf(bytes)).toEqual([]);
  });

  test('that pdf-lib has set, with its own font and drawings, are set as they were typed', async () => {
    const document = await PDFDocument.load(blank, { updateMetadata: true });
    const form = document.getForm();
    form.getTextField('welcome_name').setText('Ana');
    form.getCheckBox('welcome_ready_2').check();
    const saved = await document.save();
    const { bytes, ticks } = await flattened(saved);
    expect(await wordsIn(bytes, 'welcome_name')).toBe('Ana');
    expect(ticks).toBe(1);
    expect((await blanksOf(bytes))[order.indexOf('welcome_ready_2')]).toMatchObject({ attributes: { checked: 'on' } });
    expect(fontsOf(await RawPdf.open(bytes)).every((font) => /^[A-Z]{6}\+Atkinson/.test(font))).toBe(true);
    expect(await findingsOf(bytes)).toEqual([]);
  });

  test('of boxes count, and where there is none, what is shown', async () => {
    const ticked = async (change: (field: Map<string, PDFObject | undefined>) => void): Promise<boolean | undefined> => {
      const document = await PDFDocument.load(blank, { updateMetadata: false });
      const field = document.getForm().getCheckBox('welcome_ready_1').acroField.dict;
      const entries = new Map<string, PDFObject | undefined>();
      change(entries);
      for (const [key, value] of entries) {
        if (value) field.set(PDFName.of(key), value);
        else field.delete(PDFName.of(key));
      }
      const { opened } = await openPdf(await document.save({ updateFieldAppearances: false }), '');
      const found = opened && readFields(opened).fields.find(({ name }) => name === 'welcome_ready_1');
      return found?.kind === 'check' ? found.on : undefined;
    };
    const yes = PDFName.of('Yes');
    expect(await ticked((field) => field.set('V', yes).set('AS', yes))).toBe(true);
    expect(await ticked((field) => field.set('V', PDFString.of('Yes')))).toBe(true);
    expect(await ticked((field) => field.set('V', undefined).set('AS', yes))).toBe(true);
    expect(await ticked((field) => field.set('V', PDFName.of('Off')))).toBe(false);
    expect(await ticked(() => undefined)).toBe(false);
  });
});

describe('an answer that is longer than its box', () => {
  const sentence = 'You found the letter on a Tuesday evening, and since then you have not slept well. ';
  const wholeOf = (bytes: Uint8Array) => lettersInPdfjs(bytes).then((pages) => pages.join(''));

  test('goes on on pages at the end, under its label, and each place names the other', async () => {
    const answer = `${Array.from({ length: 60 }, (_, index) => `${index + 1}. ${sentence}`).join('\n')}Truly the end.`;
    const { bytes, continued, pages } = await flattened(await only('welcome_said', answer));
    const before = (await RawPdf.open(blank)).pages.length;
    expect(continued).toEqual([{ name: 'welcome_said', label: 'What was said?', page: '3', on: String(before + 1) }]);
    expect(pages).toBeGreaterThan(before + 1);
    const text = await lettersInPdfjs(bytes);
    expect(text[2]).toContain(`continuedonpage${before + 1}`);
    expect(text[before]).toContain('Answers,continuedWhatwassaid?Frompage3');
    expect(text.at(-1)).toContain('Trulytheend.');
    const read = `${text[2]?.slice(text[2].indexOf('1.You'), text[2].indexOf('continuedon'))}${text
      .slice(before)
      .join('')
      .replaceAll(/^.*?Frompage3/g, '')}`;
    // The number at the foot of each page stands between what is on it and what is on the next one.
    const numbers = Array.from({ length: pages - before }, (_, index) => String(before + 1 + index));
    const expected = lettersOf(answer);
    let at = 0;
    for (const character of read) {
      if (character === expected[at]) at += 1;
    }
    expect(at).toBe(expected.length);
    expect(read.length).toBe(expected.length + numbers.join('').length);
    expect(await findingsOf(bytes)).toEqual([]);

    const document = await openInPdfjs(bytes);
    const outline = await document.getOutline();
    const { title, dest } = outline.at(-1) as (typeof outline)[number];
    expect(title).toBe('Answers, continued');
    expect(await document.getPageIndex((dest as [never])[0])).toBe(before);
    await document.loadingTask.destroy();
  });

  test('in every field at once loses not one letter, in boxes of any size', async () => {
    const answers = new Map<string, string>();
    const filled = await fillByHand(blank, (name, index) => {
      const value = `${index}: ${sentence.repeat(14)}over.`;
      answers.set(name, value);
      return value;
    });
    const { bytes, continued } = await flattened(filled);
    expect(continued.length).toBeGreaterThan(answers.size / 2);
    const letters = await wholeOf(bytes);
    expect([...letters.matchAll(/over\./g)]).toHaveLength(answers.size);
    expect(lettersOf(letters).length).toBeGreaterThan([...answers.values()].map(lettersOf).join('').length);
    expect(await findingsOf(bytes)).toEqual([]);
  });

  test('and is one endless word is broken where its line ends', async () => {
    const word = 'x'.repeat(5000);
    const { bytes } = await flattened(await only('welcome_name', word));
    expect((await wholeOf(bytes)).match(/x{3,}/g)?.join('').length).toBeGreaterThan(4995);
    const document = await PdfiumDocument.open(bytes);
    for (let page = 0; page < document.pageCount; page += 1)
      for (const { text, box } of document.characters(page)) if (text === 'x') expect(box[2]).toBeLessThan(612 - 53);
    document.close();
  });
});

describe('what programs have done to a file', () => {
  const changed = async (change: (document: PDFDocument) => void): Promise<Uint8Array> => {
    const document = await PDFDocument.load(await only('welcome_said', 'Kept: é'), { updateMetadata: false });
    change(document);
    return document.save({ updateFieldAppearances: false });
  };
  const name = (key: string) => PDFName.of(key);

  test('metadata and marks that they have dropped are restored', async () => {
    const saved = await changed(({ catalog }) => ['Metadata', 'MarkInfo', 'ViewerPreferences'].forEach((key) => catalog.delete(name(key))));
    const { bytes } = await flattened(saved);
    expect(await findingsOf(bytes)).toEqual([]);
  });

  test('without the font of the fields, or with a damaged one, a packaged one is taken', async () => {
    const damage = [
      ({ catalog }: PDFDocument) => catalog.AcroForm()?.delete(name('DR')),
      ({ context }: PDFDocument) => {
        for (const [ref, object] of context.enumerateIndirectObjects()) {
          if (object instanceof PDFRawStream && object.dict.get(name('Length1'))) context.assign(ref, context.stream(Buffer.from('no font at all')));
        }
      },
    ];
    for (const change of damage) {
      const { bytes } = await flattened(await changed(change));
      expect(flat((await blanksOf(bytes))[order.indexOf('welcome_said')]?.words ?? '')).toBe('Kept: é');
      expect(await findingsOf(bytes)).toEqual([]);
    }
  });

  test('an entry that leads back to where it stands is no trap', async () => {
    const saved = await changed(({ catalog, context }) => catalog.set(name('ViewerPreferences'), context.trailerInfo.Root as PDFObject));
    expect(await findingsOf((await flattened(saved)).bytes)).toEqual([]);
  });

  test('pages at the end have room for a line, whatever size a damaged page claims', async () => {
    const saved = await changed((document) => {
      document
        .getForm()
        .getTextField('welcome_name')
        .acroField.dict.set(name('V'), PDFString.of('A long answer. '.repeat(200)));
      document.getPage(document.getPageCount() - 1).node.set(name('MediaBox'), document.context.obj([0, 0, 90_000, 1]));
    });
    const { bytes, pages } = await flattened(saved);
    const pdf = await RawPdf.open(bytes);
    expect(pages).toBeGreaterThan(9);
    expect([pdf.pages.at(-1)?.width, pdf.pages.at(-1)?.height]).toEqual([14_400, 300]);
  });

  test('notes that were added stay', async () => {
    const saved = await changed((document) => {
      const page = document.getPage(2);
      const note = document.context.register(
        document.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [10, 10, 30, 30], Contents: PDFString.of('A thought') }),
      );
      page.node.Annots()?.push(note);
    });
    const { bytes } = await flattened(saved);
    const pdf = await RawPdf.open(bytes);
    expect(pdf.pages[2]?.annotations.map(({ dict }) => pdf.text(dict, 'Contents'))).toContain('A thought');
  });
});

/** What a program has written into a field in an odd way is in the flat copy, or told by the name of the field. */
import { PDFArray, PDFBool, type PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { plainPdf } from '../fixtures/plain/build.ts';
import { readFilled } from '../../src/flatten/read-filled.ts';
import { findingsOf } from '../readers/findings.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';
import { rulesIn } from '../readers/pixels.ts';
import { blanksOf, fieldOrder, fillByHand, flattened } from './filled.ts';

let blank: Uint8Array;
let order: string[];
beforeAll(async () => {
  ({ bytes: blank } = await plainPdf());
  order = await fieldOrder(blank);
});

const key = (name: string): PDFName => PDFName.of(name);

/** Flattens the blank with one field changed; gives what is then in its place, too. */
const changed = async (name: string, change: (field: PDFDict, document: PDFDocument, ref: PDFRef) => void) => {
  const document = await PDFDocument.load(blank, { updateMetadata: false });
  const { dict, ref } = document.getForm().getField(name).acroField;
  change(dict, document, ref);
  const result = await flattened(await document.save({ updateFieldAppearances: false }));
  const found = (await blanksOf(result.bytes))[order.indexOf(name)];
  return { ...result, words: found?.words ?? '', checked: found?.attributes.checked };
};
const set = (field: PDFDict, entries: Record<string, PDFObject | undefined>): void => {
  for (const [name, value] of Object.entries(entries)) {
    if (value) field.set(key(name), value);
    else field.delete(key(name));
  }
};
const drawing = ({ context }: PDFDocument, operators: string, resources: Record<string, PDFObject> = {}): PDFDict =>
  context.obj({ N: context.register(context.stream(operators, { Subtype: 'Form', BBox: [0, 0, 100, 20], Resources: { Font: resources } })) }) as PDFDict;
const helvetica = ({ context }: PDFDocument): PDFObject => context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' });
const UNTOLD = { hidden: [], unclear: [], asDrawn: [], smaller: [], continued: [], cut: [] };

describe('a tick', () => {
  const yes = key('Yes');
  const off = key('Off');
  const cases: [what: string, entries: Record<string, PDFObject | undefined>, on: boolean, unclear: boolean][] = [
    ['in both is one', { V: yes, AS: yes }, true, false],
    ['in the value alone is one', { V: yes, AS: undefined }, true, false],
    ['in the state alone is one', { V: undefined, AS: yes }, true, false],
    ['in the state, against the value, is one and told', { V: off, AS: yes }, true, true],
    ['in the value, against the state, is one and told', { V: yes, AS: off }, true, true],
    ['as a string is one', { V: PDFString.of('Yes'), AS: undefined }, true, false],
    ['under a name of another program is one', { V: key('Ja'), AS: key('Ja') }, true, false],
    ['as a state in a string is one', { V: undefined, AS: PDFString.of('Yes') }, true, false],
    ['as a number is one', { V: PDFNumber.of(1), AS: undefined }, true, false],
    ['as a truth value is one', { V: PDFBool.True, AS: undefined }, true, false],
    ['that is false is none', { V: PDFBool.False, AS: off }, false, false],
    ['that is nought is none', { V: PDFNumber.of(0), AS: off }, false, false],
    ['that says no is none', { V: PDFString.of('No'), AS: off }, false, false],
    ['that is nowhere is none', { V: undefined, AS: undefined }, false, false],
    ['that is off is none', { V: off, AS: off }, false, false],
  ];
  test.each(cases)('%s', async (_, entries, on, unclear) => {
    const result = await changed('welcome_ready_1', (field) => set(field, entries));
    expect([result.ticks, result.checked]).toEqual([on ? 1 : 0, on ? 'on' : 'off']);
    expect(result.unclear).toEqual(unclear ? [{ name: 'welcome_ready_1', label: 'I have time', page: '3' }] : []);
  });

  test('of boxes that share a field is in the one that has the state', async () => {
    const document = await PDFDocument.load(blank, { updateMetadata: false });
    const { context } = document;
    const [one, other] = ['welcome_ready_1', 'welcome_ready_2'].map((name) => document.getForm().getField(name).acroField);
    const boxes = [one, other].filter((box) => box !== undefined);
    const parent = context.register(context.obj({ T: PDFString.of('shared'), FT: 'Btn', V: '2', Kids: boxes.map(({ ref }) => ref) }));
    boxes.forEach(({ dict }, index) => {
      const states = (dict.lookup(key('AP')) as PDFDict).lookup(key('N')) as PDFDict;
      const drawn = states.get(key('Yes')) as PDFObject;
      dict.set(key('AP'), context.obj({ N: { [String(index + 1)]: drawn } }));
      set(dict, { T: undefined, FT: undefined, V: undefined, AS: undefined, Parent: parent });
    });
    const { bytes, ticks, unclear } = await flattened(await document.save({ updateFieldAppearances: false }));
    const blanks = await blanksOf(bytes);
    expect([ticks, unclear]).toEqual([1, []]);
    expect(['welcome_ready_1', 'welcome_ready_2'].map((name) => blanks[order.indexOf(name)]?.attributes.checked)).toEqual(['off', 'on']);
  });
});

describe('an answer', () => {
  test('in the appearance alone is read from it', async () => {
    const result = await changed('welcome_said', (field, document) =>
      set(field, {
        V: undefined,
        AP: drawing(document, '/Tx BMC q BT /H 11 Tf 2 5 Td (Tues\\144ay \\(late\\),) Tj 0 -12 Td [(caf) 20 (\\351)] TJ ET Q EMC', { H: helvetica(document) }),
      }),
    );
    expect(result.words).toBe('Tuesday (late), café');
    expect(result).toMatchObject({ ...UNTOLD, answers: 1 });
  });

  test('in an appearance that cannot be read is drawn as it is, and told', async () => {
    const result = await changed('welcome_name', (field, document) => {
      const font = document.context.obj({ Type: 'Font', Subtype: 'Type0', Encoding: 'Identity-H' });
      set(field, { AP: drawing(document, 'BT /F 12 Tf <00010002> Tj ET', { F: font }) });
    });
    expect(result).toMatchObject({ ...UNTOLD, answers: 1, asDrawn: [{ name: 'welcome_name', page: '3' }] });
  });

  test('in rich text alone is read from it', async () => {
    const rich = '<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml"><p>One &amp; <b>two</b></p>\n<p>three&#x2014;caf&#233;</p></body>';
    const result = await changed('welcome_said', (field) => set(field, { RV: PDFHexString.fromText(rich) }));
    expect(result.words).toBe('One & two three—café');
    expect(result).toMatchObject({ ...UNTOLD, answers: 1 });
  });

  test.each<[string, (document: PDFDocument) => PDFObject, string]>([
    ['a number', () => PDFNumber.of(42), '42'],
    ['a list', ({ context }) => context.obj([PDFString.of('one'), context.register(PDFString.of('two'))]), 'one two'],
  ])('that was written as %s is read', async (_, value, words) => {
    expect(await changed('welcome_said', (field, document) => set(field, { V: value(document) }))).toMatchObject({ ...UNTOLD, words, answers: 1 });
  });

  test('in a field that is larger than its page stands on the page', async () => {
    const { bytes } = await changed('welcome_name', (field, { context }) =>
      set(field, { V: PDFHexString.fromText('ŻŹĄ'), Rect: context.obj([-9000, 300, 9000, 330]) }),
    );
    const document = await PdfiumDocument.open(bytes);
    const places = document.characters(2).filter(({ text }) => 'ŻŹĄ'.includes(text));
    document.close();
    expect(places).toHaveLength(3);
    expect(Math.min(...places.map(({ box: [left] }) => left))).toBeGreaterThanOrEqual(0);
  });

  test('on a part of the page that is cropped away is told', async () => {
    const result = await changed('welcome_name', (field, document) => {
      set(field, { V: PDFString.of('Ana') });
      document.getPage(2).node.set(key('CropBox'), document.context.obj([0, 0, 20, 20]));
    });
    expect(result).toMatchObject({ words: '', hidden: [{ name: 'welcome_name', page: '3' }] });
  });

  test('that is drawn otherwise than it is saved is told; one that is cut is not', async () => {
    const shown = (words: string) =>
      changed('welcome_name', (field, document) =>
        set(field, { V: PDFString.of('I left on Monday'), AP: drawing(document, `BT /H 11 Tf (${words}) Tj ET`, { H: helvetica(document) }) }),
      );
    expect(await shown('I stayed')).toMatchObject({ words: 'I left on Monday', unclear: [{ name: 'welcome_name', page: '3' }] });
    expect(await shown('I left')).toMatchObject({ words: 'I left on Monday', ...UNTOLD });
  });

  test.each([
    ['hidden', { F: PDFNumber.of(6) }],
    ['not to be seen', { F: PDFNumber.of(32) }],
  ])('in a field that is %s is told, and not shown', async (_, entries) => {
    const result = await changed('welcome_name', (field) => set(field, { V: PDFString.of('Ana'), ...entries }));
    expect(result).toMatchObject({ ...UNTOLD, words: '', answers: 0, hidden: [{ name: 'welcome_name', page: '3' }] });
  });

  test('off its page is told', async () => {
    const result = await changed('welcome_name', (field, { context }) => set(field, { V: PDFString.of('Ana'), Rect: context.obj([-500, 10, -300, 30]) }));
    expect(result).toMatchObject({ ...UNTOLD, hidden: [{ name: 'welcome_name', page: '3' }] });
  });

  test('in a field of no page is told, and nothing leads to it any more', async () => {
    const result = await changed('welcome_name', (field, document, ref) => {
      field.set(key('V'), PDFString.of('Ana of no page'));
      const annotations = document.getPage(2).node.lookup(key('Annots'), PDFArray);
      annotations.remove(annotations.asArray().findIndex((entry) => entry === ref));
    });
    expect(result).toMatchObject({ ...UNTOLD, hidden: [{ name: 'welcome_name', page: '3' }] });
    const { context } = await PDFDocument.load(result.bytes, { updateMetadata: false });
    expect(
      context
        .enumerateIndirectObjects()
        .map(([, object]) => object.toString())
        .join('\n'),
    ).not.toContain('Ana of no page');
  });

  test('that a field without words is told of nowhere', async () => {
    expect(await changed('welcome_name', (field) => set(field, { F: PDFNumber.of(2) }))).toMatchObject(UNTOLD);
  });

  test('under thirty parents is read, with all that it inherits', async () => {
    const result = await changed('welcome_said', (field, { context }) => {
      const own = field.get(key('T')) as PDFObject;
      let parent = context.register(context.obj({ FT: 'Tx', V: PDFString.of('From far above'), Ff: 4096, DA: PDFString.of('/Fld 7 Tf 0 g'), T: own }));
      for (let level = 0; level < 30; level += 1) parent = context.register(context.obj({ Parent: parent }));
      for (const name of ['T', 'FT', 'Ff', 'DA']) field.delete(key(name));
      field.set(key('Parent'), parent);
    });
    expect(result).toMatchObject({ ...UNTOLD, words: 'From far above', answers: 1 });
  });

  test('above which parents go round in a circle is read', async () => {
    const result = await changed('welcome_name', (field, { context }) => {
      const [one, other] = [context.nextRef(), context.nextRef()];
      context.assign(one, context.obj({ Parent: other, V: PDFString.of('Ana') }));
      context.assign(other, context.obj({ Parent: one }));
      field.set(key('Parent'), one);
    });
    expect(result.words).toBe('Ana');
  });

  test('in an annotation that no longer says that it is a field is read', async () => {
    expect(await changed('welcome_name', (field) => set(field, { V: PDFString.of('Ana'), Subtype: undefined }))).toMatchObject({ ...UNTOLD, words: 'Ana' });
  });

  test('of a field that has two is told', async () => {
    const result = await changed('welcome_name', (field, { context }) =>
      set(field, { V: PDFString.of('Ana'), Parent: context.register(context.obj({ V: PDFString.of('Berta') })) }),
    );
    expect(result).toMatchObject({ words: 'Ana', unclear: [{ name: 'welcome_name', page: '3' }] });
  });
});

test('emoji that Chromium has cut are told with what they were, and ideographs are left alone', async () => {
  const { cut, unseen } = await flattened(
    await fillByHand(blank, (name) => ({ welcome_said: 'Fine \uF600 \uF468\u200D\uF469', welcome_name: '\u65E5\u672C \uF929', one_first: 'Sad \uF929' })[name]),
  );
  expect(cut).toEqual([
    { name: 'welcome_said', label: 'What was said?', page: '3', emoji: ['😀', '👨', '👩'] },
    { name: 'one_first', label: 'Question first', page: expect.any(String), emoji: ['🤩'] },
  ]);
  expect(unseen.map(({ name }) => name)).toEqual(['welcome_name']);
});

test('answers that are longer than their boxes are told, those that fit are not', async () => {
  const { smaller, continued } = await flattened(
    await fillByHand(blank, (name) => ({ welcome_said: 'Line\n'.repeat(12).trim(), welcome_name: 'Ana', one_first: 'So long. '.repeat(400) })[name]),
  );
  expect(smaller.map(({ name }) => name)).toEqual(['welcome_said']);
  expect(continued.map(({ name }) => name)).toEqual(['one_first']);
});

test('a copy that asks viewers to draw its fields anew gets every rule of those that were left empty', async () => {
  const document = await PDFDocument.load(await fillByHand(blank, (name) => (name === 'welcome_name' ? 'Łódź' : undefined)), { updateMetadata: false });
  document.getForm().acroForm.dict.set(key('NeedAppearances'), document.context.obj(true));
  const { bytes } = await flattened(await document.save({ updateFieldAppearances: false }));
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('NeedAppearances');
  const [before, after] = [await PdfiumDocument.open(blank), await PdfiumDocument.open(bytes)];
  for (let page = 0; page < before.pageCount; page += 1) {
    const [expected, found] = [before.render(page, 2), after.render(page, 2)];
    for (const { rect, name, kind } of before.widgets(page))
      if (kind === 'text' && name !== 'welcome_name') expect([name, rulesIn(found, rect, 2)]).toEqual([name, rulesIn(expected, rect, 2)]);
  }
  before.close();
  after.close();
  expect(await findingsOf(bytes)).toEqual([]);
});

test.each([
  ['Sig', 'a signature'],
  ['Ch', 'a list to choose from'],
])('a field of kind %s that another program has added is told as that, not as damage', async (kind, words) => {
  const document = await PDFDocument.load(blank, { updateMetadata: false });
  document.getForm().getField('welcome_name').acroField.dict.set(key('FT'), key(kind));
  const { filled, diagnostics } = await readFilled(await document.save({ updateFieldAppearances: false }), 'filled.pdf');
  expect(filled).toBeUndefined();
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([['foreign-pdf', expect.stringContaining(`${words} (welcome_name)`)]]);
});

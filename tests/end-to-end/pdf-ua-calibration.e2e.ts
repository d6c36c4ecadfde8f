/** The check itself is checked: good files pass, and for each group of rules that we rely on a file with one fault fails by its rule. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PDFArray, PDFDict, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainPdf } from '../fixtures/plain/build.ts';
import { fillInPdfium } from '../flatten/filled.ts';
import { fillInPdfjs } from '../readers/pdfjs.ts';
import type { RawPdf } from '../readers/raw.ts';
import { elements, field, first, form, links, name, replaceContent, replaceMetadata, retype, type Spoil, spoiled } from '../readers/spoil.ts';
import { validate, verdictOn } from './verapdf.ts';

/** Replaces the stream of a key by other bytes. */
const replaceStream = (pdf: RawPdf, dict: PDFDict, key: string, change: (text: string) => string): void => {
  const before = Buffer.from(pdf.stream(pdf.get(dict, key))).toString('latin1');
  const after = change(before);
  if (after === before) throw new Error('nothing to change');
  dict.set(name(key), pdf.document.context.register(pdf.document.context.stream(Buffer.from(after, 'latin1'))));
};
/** The fonts of a subtype, wherever they are used. */
const fonts = (pdf: RawPdf, subtype: string): PDFDict[] =>
  pdf
    .objects()
    .flatMap(([, value]) => (value instanceof PDFDict && pdf.name(value, 'Type') === 'Font' && pdf.name(value, 'Subtype') === subtype ? [value] : []));
const eachFont =
  (subtype: string, change: (font: PDFDict, pdf: RawPdf) => void): Spoil =>
  (pdf) => {
    const found = fonts(pdf, subtype);
    if (found.length === 0) throw new Error(`no font of type ${subtype}`);
    for (const font of found) change(font, pdf);
  };
const roleMap =
  (map: Record<string, string>): Spoil =>
  (pdf) =>
    pdf.dict(pdf.catalog, 'StructTreeRoot')?.set(name('RoleMap'), pdf.document.context.obj(map));
/** All of several changes. */
const all =
  (...spoils: Spoil[]): Spoil =>
  (pdf) => {
    for (const spoil of spoils) spoil(pdf);
  };
/** The first words that are tagged, with the operators that open and close them. */
const MARK = /\/H1 <<\/MCID 0>> BDC([\s\S]*?)EMC/;

const ways: [rule: string, fault: string, spoil: Spoil][] = [
  ['5-1', 'no mark of PDF/UA', (pdf) => replaceMetadata(pdf, (xmp) => xmp.replace(/<pdfuaid:part>1<\/pdfuaid:part>/, ''))],
  ['5-2', 'another part of PDF/UA', (pdf) => replaceMetadata(pdf, (xmp) => xmp.replace('<pdfuaid:part>1', '<pdfuaid:part>2'))],
  ['5-3', 'another prefix', (pdf) => replaceMetadata(pdf, (xmp) => xmp.replaceAll('pdfuaid:', 'ua:').replace('xmlns:pdfuaid', 'xmlns:ua'))],
  ['6.2-1', 'not marked as tagged', (pdf) => pdf.catalog.delete(name('MarkInfo'))],
  [
    '7.1-1',
    'an artifact inside tagged content',
    (pdf) => replaceContent(pdf, 0, (operators) => operators.replace(MARK, '/H1 <</MCID 0>> BDC /Artifact BMC$1EMC EMC')),
  ],
  [
    '7.1-2',
    'tagged content inside an artifact',
    (pdf) => replaceContent(pdf, 0, (operators) => operators.replace(MARK, '/Artifact BMC /H1 <</MCID 0>> BDC$1EMC EMC')),
  ],
  ['7.1-3', 'content outside any mark', (pdf) => replaceContent(pdf, 0, (operators) => `${operators}\n0 0 10 10 re f`)],
  ['7.1-4', 'suspects', (pdf) => pdf.dict(pdf.catalog, 'MarkInfo')?.set(name('Suspects'), pdf.document.context.obj(true))],
  ['7.1-5', 'a type of element that nobody knows', retype('H2', 'Subtitle')],
  ['7.1-6', 'types that are mapped in a circle', all(roleMap({ Lead: 'Opening', Opening: 'Lead' }), retype('P', 'Lead'))],
  ['7.1-7', 'a standard type that is mapped', roleMap({ P: 'Span' })],
  ['7.1-8', 'no metadata', (pdf) => pdf.catalog.delete(name('Metadata'))],
  ['7.1-9', 'no title in the metadata', (pdf) => replaceMetadata(pdf, (xmp) => xmp.replace(/<dc:title>[\s\S]*?<\/dc:title>/, ''))],
  ['7.1-10', 'the name of the file shown for the title', (pdf) => pdf.catalog.delete(name('ViewerPreferences'))],
  ['7.1-11', 'no structure tree', (pdf) => pdf.catalog.delete(name('StructTreeRoot'))],
  ['7.2-2', 'bookmarks in no language', (pdf) => pdf.catalog.delete(name('Lang'))],
  ['7.2-22', 'an alternative text in no language', (pdf) => pdf.catalog.delete(name('Lang'))],
  ['7.2-24', 'the words for a link in no language', (pdf) => pdf.catalog.delete(name('Lang'))],
  ['7.2-25', 'names of fields in no language', (pdf) => pdf.catalog.delete(name('Lang'))],
  ['7.2-34', 'words in no language', (pdf) => pdf.catalog.delete(name('Lang'))],
  ['7.2-29', 'a language that is none', (pdf) => pdf.catalog.set(name('Lang'), PDFString.of('plain english'))],
  ['7.2-3', 'a paragraph in a table', retype('TR', 'P')],
  ['7.2-4', 'a row in no table', retype('Table', 'Sect')],
  ['7.2-8', 'a head in no row', retype('TR', 'P')],
  ['7.2-9', 'a cell in no row', (pdf) => elements(pdf, 'TR')[2]?.dict.set(name('S'), name('P'))],
  ['7.2-10', 'a paragraph in a row', retype('TD', 'P')],
  ['7.2-17', 'an item in no list', retype('L', 'Sect')],
  ['7.2-18', 'the body of an item in no item', retype('LI', 'P')],
  ['7.2-19', 'a paragraph in a list', retype('LI', 'P')],
  ['7.2-20', 'a paragraph in an item', retype('LBody', 'P')],
  ['7.2-26', 'an entry of the contents outside them', retype('TOC', 'Sect')],
  ['7.2-27', 'a paragraph in the contents', retype('TOCI', 'P')],
  ['7.2-43', 'a row with a cell too few', (pdf) => (pdf.get(elements(pdf, 'TR')[3]?.dict as PDFDict, 'K') as PDFArray).remove(1)],
  ['7.3-1', 'a figure without words for it', (pdf) => first(pdf, 'Figure').dict.delete(name('Alt'))],
  ['7.4.2-1', 'a heading level left out', retype('H2', 'H3')],
  ['7.4.4-2', 'headings with and without levels', retype('H2', 'H')],
  ['7.5-1', 'a head without a scope', (pdf) => elements(pdf, 'TH').forEach(({ dict }) => dict.delete(name('A')))],
  ['7.9-1', 'a note without an id', retype('P', 'Note')],
  [
    '7.15-1',
    'a form that is laid out by a program',
    (pdf) =>
      form(pdf).set(
        name('XFA'),
        pdf.document.context.register(
          pdf.document.context.stream(
            Buffer.from(
              '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><config><acrobat><acrobat7><dynamicRender>required</dynamicRender></acrobat7></acrobat></config></xdp:xdp>',
            ),
          ),
        ),
      ),
  ],
  ['7.18.1-1', 'a note on a page in no element for it', (pdf) => links(pdf)[0]?.set(name('Subtype'), name('Text'))],
  [
    '7.18.1-3',
    'a field without a name',
    (pdf) => {
      field(pdf, 'welcome_name').delete(name('TU'));
      // Either name is enough for it.
      for (const { dict } of elements(pdf, 'Form')) dict.delete(name('Alt'));
    },
  ],
  ['7.18.3-1', 'tabbing by rows', (pdf) => pdf.pages[2]?.dict.set(name('Tabs'), name('R'))],
  ['7.18.4-1', 'a field in no element for it', retype('Form', 'P')],
  [
    '7.18.4-2',
    'an element with two fields',
    (pdf) => {
      const [one, other] = elements(pdf, 'Form').map(({ dict }) => pdf.get(dict, 'K') as PDFArray);
      one?.push(other?.get(0) as PDFDict);
    },
  ],
  ['7.18.5-1', 'a link in no element for it', retype('Link', 'Span')],
  ['7.18.5-2', 'a link without words for its goal', (pdf) => links(pdf)[0]?.delete(name('Contents'))],
  ['7.21.3.2-1', 'a font that does not say which glyph is whose', eachFont('CIDFontType2', (font) => font.delete(name('CIDToGIDMap')))],
  ['7.21.4.1-1', 'fonts that are not embedded', eachFont('CIDFontType2', (font, pdf) => pdf.dict(font, 'FontDescriptor')?.delete(name('FontFile2')))],
  ['7.21.5-1', 'widths that are not those of the font', eachFont('CIDFontType2', (font, pdf) => font.set(name('W'), pdf.document.context.obj([1, 5000, 77])))],
  ['7.21.6-2', 'a typing font in no encoding', eachFont('TrueType', (font) => font.set(name('Encoding'), name('MacExpertEncoding')))],
  ['7.21.7-1', 'letters that stand for nothing', eachFont('Type0', (font) => font.delete(name('ToUnicode')))],
  [
    '7.21.7-2',
    'letters that stand for nothing allowed',
    eachFont('Type0', (font, pdf) => replaceStream(pdf, font, 'ToUnicode', (map) => map.replaceAll(/^(<[0-9a-f]{4}> )<[0-9a-f]+>$/gim, '$1<0000>'))),
  ],
  ['7.21.8-1', 'a glyph for what is missing', (pdf) => replaceContent(pdf, 0, (operators) => operators.replace(/\[<[0-9a-f]{4}/i, '[<0000'))],
];

let folder: string;
let good: Uint8Array;
const fileOf = (file: string): string => path.join(folder, `${file}.pdf`);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-calibration-'));
  const blank = (await plainPdf()).bytes;
  // Typed in, so that the typing font shows something.
  good = (await fillInPdfium(blank, ({ kind }) => (kind === 'text' ? 'Some words.' : true))).saved;
  await writeFile(fileOf('blank'), blank);
  await writeFile(fileOf('print'), (await plainPdf(undefined, { flat: true })).bytes);
  await writeFile(fileOf('chrome'), good);
  await writeFile(fileOf('firefox'), (await fillInPdfjs(blank, ({ fieldType }) => (fieldType === 'Btn' ? true : 'Some words.'))).bytes);
  await writeFile(fileOf('unchanged'), await spoiled(good, () => undefined));
});
afterAll(() => rm(folder, { recursive: true }));

test('files that are right pass', async () => {
  const names = ['blank', 'print', 'chrome', 'firefox', 'unchanged'];
  for (const [file, verdict] of await validate(names.map(fileOf))) expect(verdict, file).toMatchObject({ compliant: true, failures: [], rules: 106 });
});

test.each(ways)('rule %s notices %s', async (rule, _, spoil) => {
  const file = fileOf(`fault-${rule}`);
  await writeFile(file, await spoiled(good, spoil));
  const { compliant, failures = [], error } = await verdictOn(file);
  expect({ compliant, error, rules: failures.map((failure) => failure.rule) }).toEqual({
    compliant: false,
    error: undefined,
    rules: expect.arrayContaining([rule]),
  });
});

test('what is no PDF does not pass', async () => {
  await writeFile(fileOf('text'), 'no PDF at all');
  expect(await verdictOn(fileOf('text'))).toMatchObject({ compliant: false, error: expect.any(String) });
  expect(await verdictOn(fileOf('nothing'))).toMatchObject({ compliant: false, error: expect.any(String) });
});

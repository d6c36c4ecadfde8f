/** The check of a PDF is itself checked: each way to spoil a good file is noticed, by its own rule. */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { plainPdf } from '../fixtures/plain/build.ts';
import { findingsOf } from './findings.ts';
import type { RawPdf } from './raw.ts';
import { elementsOf, type StructureNode } from './structure.ts';
import { elements, field, first, form, links, name, replaceContent, replaceMetadata, type Spoil, spoiled } from './spoil.ts';

let good: Uint8Array;
beforeAll(async () => {
  ({ bytes: good } = await plainPdf());
});

/** One of the outermost bookmarks, from 0. */
const bookmark = (pdf: RawPdf, index: number): PDFDict => {
  let item = pdf.dict(pdf.dict(pdf.catalog, 'Outlines') as PDFDict, 'First');
  for (let count = 0; count < index; count += 1) item = item && pdf.dict(item, 'Next');
  if (!item) throw new Error(`no bookmark ${index}`);
  return item;
};

/** What is done to a good file, and the rule that must notice. */
const ways: [what: string, rule: string, spoil: Spoil][] = [
  ['language left out', 'language', (pdf) => pdf.catalog.delete(name('Lang'))],
  ['not marked as tagged', 'marked', (pdf) => pdf.catalog.delete(name('MarkInfo'))],
  ['file name shown for the title', 'title-shown', (pdf) => pdf.catalog.delete(name('ViewerPreferences'))],
  ['appearances left to the viewer', 'need-appearances', (pdf) => form(pdf).set(name('NeedAppearances'), pdf.document.context.obj(true))],
  ['an open action', 'script', (pdf) => pdf.catalog.set(name('OpenAction'), pdf.document.context.obj([]))],
  ['a script behind a field', 'script', (pdf) => field(pdf, 'welcome_name').set(name('AA'), pdf.document.context.obj({}))],
  [
    'a script behind a link',
    'script',
    (pdf) =>
      links(pdf)
        .at(-1)
        ?.set(name('A'), pdf.document.context.obj({ S: 'JavaScript', JS: PDFString.of('1') })),
  ],
  ['a bare & in the metadata', 'metadata', (pdf) => replaceMetadata(pdf, (xmp) => xmp.replace('&amp;', '&'))],
  ['another title in the metadata', 'metadata', (pdf) => replaceMetadata(pdf, (xmp) => xmp.replace('Guilt', 'Gilt'))],
  ['no mark of PDF/UA', 'metadata', (pdf) => replaceMetadata(pdf, (xmp) => xmp.replace('<pdfuaid:part>1', '<pdfuaid:part>2'))],
  ['a tag of the metadata not closed', 'metadata', (pdf) => replaceMetadata(pdf, (xmp) => xmp.replace('</dc:title>', ''))],
  [
    'a reference that names another page',
    'owner-page',
    (pdf) => {
      const kid = pdf.list(first(pdf, 'Form').dict, 'K')[0] as PDFDict;
      kid.set(name('Pg'), pdf.document.getPage(0).ref);
    },
  ],
  [
    'a field in no element',
    'owner',
    (pdf) => {
      const node = first(pdf, 'Form');
      const siblings = pdf.get(node.parent?.dict as PDFDict, 'K') as PDFArray;
      siblings.remove(siblings.asArray().findIndex((entry) => String(entry) === node.ref));
    },
  ],
  ['the key of another annotation', 'owner', (pdf) => field(pdf, 'welcome_name').set(name('StructParent'), PDFNumber.of(0))],
  ['a field that does not print', 'printed', (pdf) => field(pdf, 'welcome_name').set(name('F'), PDFNumber.of(0))],
  ['a field beyond the edge of the page', 'rectangle', (pdf) => field(pdf, 'welcome_name').set(name('Rect'), pdf.document.context.obj([500, 500, 700, 520]))],
  ['a field over another', 'rectangle', (pdf) => field(pdf, 'welcome_name').set(name('Rect'), pdf.get(field(pdf, 'welcome_said'), 'Rect') as PDFArray)],
  ['tabbing by rows', 'tab-order', (pdf) => pdf.pages[2]?.dict.set(name('Tabs'), name('R'))],
  [
    'fields in another order',
    'reading-order',
    (pdf) => {
      const page = pdf.pages.find(({ annotations }) => annotations.length > 2);
      const annotations = pdf.get(page?.dict as PDFDict, 'Annots') as PDFArray;
      const [one, two] = [annotations.get(0), annotations.get(1)];
      annotations.set(0, two);
      annotations.set(1, one);
    },
  ],
  ['two fields of one name', 'field-name', (pdf) => field(pdf, 'welcome_name').set(name('T'), PDFString.of('welcome_said'))],
  ['a dot in a name', 'field-name', (pdf) => field(pdf, 'welcome_name').set(name('T'), PDFString.of('welcome.name'))],
  ['a field missing from the form', 'field-name', (pdf) => (pdf.get(form(pdf), 'Fields') as PDFArray).remove(0)],
  ['a field without an accessible name', 'accessible-name', (pdf) => field(pdf, 'welcome_name').delete(name('TU'))],
  ['another name than the words beside it', 'accessible-name', (pdf) => field(pdf, 'welcome_name').set(name('TU'), PDFString.of('Full name'))],
  ['another name than the words behind a box', 'accessible-name', (pdf) => field(pdf, 'welcome_ready_1').set(name('TU'), PDFString.of('Box'))],
  [
    'an appearance that is no stream',
    'appearance',
    (pdf) => (pdf.get(field(pdf, 'welcome_name'), 'AP') as PDFDict).set(name('N'), pdf.document.context.obj({ Yes: {} })),
  ],
  [
    'an appearance without resources',
    'appearance',
    (pdf) => {
      const stream = pdf.get(pdf.get(field(pdf, 'welcome_name'), 'AP') as PDFDict, 'N') as PDFRawStream;
      stream.dict.delete(name('Resources'));
    },
  ],
  ['no way to set typed text', 'default-appearance', (pdf) => field(pdf, 'welcome_name').delete(name('DA'))],
  ['typed text of any size', 'default-appearance', (pdf) => field(pdf, 'welcome_name').set(name('DA'), PDFString.of('/Fld 0 Tf 0 g'))],
  ['no limit to what is typed', 'capacity', (pdf) => field(pdf, 'welcome_name').delete(name('MaxLen'))],
  ['a box with a string for its value', 'button-state', (pdf) => field(pdf, 'welcome_ready_1').set(name('V'), PDFString.of('Off'))],
  ['a box in a state that it has not', 'button-state', (pdf) => field(pdf, 'welcome_ready_1').set(name('AS'), name('On'))],
  ['a box without a mark', 'button-state', (pdf) => (pdf.get(field(pdf, 'welcome_ready_1'), 'MK') as PDFDict).delete(name('CA'))],
  ['a link without words for its goal', 'link-contents', (pdf) => links(pdf).at(-1)?.delete(name('Contents'))],
  ['a link to a page that is not there', 'link-target', (pdf) => links(pdf)[0]?.set(name('Dest'), pdf.document.context.obj([PDFRef.of(9999), 'Fit']))],
  ['a heading level left out', 'heading-levels', (pdf) => first(pdf, 'H2').dict.set(name('S'), name('H3'))],
  ['a figure without words for it', 'alternative', (pdf) => first(pdf, 'Figure').dict.delete(name('Alt'))],
  ['a paragraph in a list', 'nesting', (pdf) => first(pdf, 'LI').dict.set(name('S'), name('P'))],
  ['a list that does not say how it counts', 'list', (pdf) => first(pdf, 'L').dict.delete(name('A'))],
  ['a head without a scope', 'table', (pdf) => first(pdf, 'TH').dict.delete(name('A'))],
  ['a row with a cell too few', 'table', (pdf) => (pdf.get(elements(pdf, 'TR')[3]?.dict as PDFDict, 'K') as PDFArray).remove(1)],
  ['an element of another parent', 'parent', (pdf) => first(pdf, 'LI').dict.set(name('P'), PDFRef.of(1))],
  ['an element with nothing in it', 'empty', (pdf) => first(pdf, 'H1').dict.set(name('K'), pdf.document.context.obj([]))],
  ['words outside any mark', 'stray-content', (pdf) => replaceContent(pdf, 0, (operators) => operators.replace(/\/H1 <<\/MCID 0>> BDC([\s\S]*?)EMC/, '$1'))],
  ['a mark inside a mark', 'stray-content', (pdf) => replaceContent(pdf, 0, (operators) => operators.replace('BDC', 'BDC /Span BMC EMC'))],
  ['a footer that does not say so', 'artifact', (pdf) => replaceContent(pdf, 2, (operators) => operators.replace('/Subtype /Footer', ''))],
  [
    'paragraphs read in another order',
    'reading-order',
    (pdf) => {
      const list = first(pdf, 'L');
      const entries = pdf.get(list.dict, 'K') as PDFArray;
      const [one, two] = [entries.get(0), entries.get(1)];
      entries.set(0, two);
      entries.set(1, one);
    },
  ],
  ['a field with two names', 'read-once', (pdf) => first(pdf, 'Form').dict.set(name('Alt'), PDFString.of('Something else'))],
  ['a field without a name for pdf.js', 'read-once', (pdf) => first(pdf, 'Form').dict.delete(name('Alt'))],
  [
    'a box that is read after its words',
    'visual-order',
    (pdf) => {
      const item = elements(pdf, 'LI').find(({ kids }) => kids.length === 2 && elementsOf(kids[0] as StructureNode).some(({ type }) => type === 'Form'));
      const entries = pdf.get(item?.dict as PDFDict, 'K') as PDFArray;
      const [box, words] = [entries.get(0), entries.get(1)];
      entries.set(0, words);
      entries.set(1, box);
    },
  ],
  [
    'an item that is read before the one above it',
    'visual-order',
    (pdf) => {
      const entries = pdf.get(first(pdf, 'L').dict, 'K') as PDFArray;
      const [one, two] = [entries.get(0), entries.get(1)];
      entries.set(0, two);
      entries.set(1, one);
    },
  ],
  ['a bookmark that leads to the page before', 'outline', (pdf) => (pdf.get(bookmark(pdf, 2), 'Dest') as PDFArray).set(0, pdf.document.getPage(0).ref)],
  ['a bookmark of other words', 'outline', (pdf) => bookmark(pdf, 1).set(name('Title'), PDFString.of('Farewell'))],
  ['a heading that no bookmark leads to', 'outline', (pdf) => bookmark(pdf, 0).set(name('Next'), bookmark(pdf, 2).get(name('Next')) ?? PDFName.of('None'))],
  [
    'a bookmark that lies deeper than its heading',
    'outline',
    (pdf) => {
      const step = bookmark(pdf, 2);
      bookmark(pdf, 1).set(name('First'), pdf.get(step, 'First') as PDFDict);
    },
  ],
  [
    'a font that is not embedded',
    'font',
    (pdf) => {
      const fonts = pdf.dict(pdf.dict(pdf.pages[0]?.dict as PDFDict, 'Resources') as PDFDict, 'Font') as PDFDict;
      fonts.set(fonts.keys()[0] as PDFName, pdf.document.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' }));
    },
  ],
  ['a typing font that is not there', 'typing-font', (pdf) => form(pdf).set(name('DA'), PDFString.of('/Other 0 Tf 0 g'))],
  ['no dingbats for the boxes', 'typing-font', (pdf) => (pdf.get(pdf.get(form(pdf), 'DR') as PDFDict, 'Font') as PDFDict).delete(name('ZaDb'))],
];

test('saving without a change spoils nothing', async () => {
  expect(await findingsOf(await spoiled(good, () => undefined))).toEqual([]);
});

test.each(ways)('%s is noticed', async (_, rule, spoil) => {
  const rules = (await findingsOf(await spoiled(good, spoil))).map((finding) => finding.rule);
  expect(rules).toContain(rule);
});

test('an older version in the header is noticed', async () => {
  const older = new Uint8Array(good);
  older[7] = '4'.charCodeAt(0);
  expect((await findingsOf(older)).map(({ rule }) => rule)).toEqual(['header-1.7']);
});

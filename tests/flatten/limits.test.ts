/** Files that would take for ever, or all the memory there is, are told as what they are. */
import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef, PDFWriter } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPrintPdf } from '../../src/booklet/open-printable.ts';
import { plainText } from '../../src/answers/rich-text.ts';
import { readFilled } from '../../src/flatten/read-filled.ts';
import { pagesPdf } from '../booklet/pages.ts';
import { plainPdf } from '../fixtures/plain/build.ts';
import { fillByHand, flattened } from './filled.ts';

let blank: Uint8Array;
beforeAll(async () => {
  ({ bytes: blank } = await plainPdf());
});

const key = (name: string): PDFName => PDFName.of(name);
const changed = async (change: (document: PDFDocument) => void): Promise<Uint8Array> => {
  const document = await PDFDocument.load(blank, { updateMetadata: false });
  change(document);
  // Saving the document itself would walk its pages.
  return PDFWriter.forContext(document.context, Number.POSITIVE_INFINITY).serializeToBuffer();
};
/** Gives a field an appearance, in a font that says what its codes stand for. */
const drawn = (document: PDFDocument, operators: string, map = ''): void => {
  const { context } = document;
  const font = context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: 'F', Encoding: 'Identity-H', ToUnicode: context.register(context.flateStream(map)) });
  const look = context.flateStream(operators, { Subtype: 'Form', BBox: [0, 0, 9, 9], Resources: { Font: { F: font } } });
  document
    .getForm()
    .getTextField('welcome_name')
    .acroField.dict.set(key('AP'), context.obj({ N: context.register(look) }));
};
/** What flattening says of a file. */
const told = async (bytes: Uint8Array): Promise<string> =>
  (await readFilled(bytes, 'a.pdf')).diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n');
const foldingTells = async (bytes: Uint8Array): Promise<string> =>
  (await openPrintPdf(bytes, 'a.pdf')).diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n');

const zeros = deflateSync(Buffer.alloc(40_000_000));
const stream = (entries: string, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`9999 0 obj\n<<${entries} /Length ${content.length}>>\nstream\n`), content, Buffer.from('\nendstream\nendobj\n')]);
const objects = (): Buffer => {
  const numbers = Array.from({ length: 310_000 }, (_, at) => `${20_000 + at} 0`).join(' ');
  return stream(`/Type /ObjStm /N 310000 /First ${numbers.length + 1} /Filter /FlateDecode`, deflateSync(`${numbers} null`));
};

describe('a small file that holds a large one', () => {
  test.each([
    ['in a stream of objects', () => stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', zeros), /streams that unpack to at most 32 MB/],
    ['in a stream of references', () => stream('/Type /XRef /W [1 2 1] /Size 1 /Filter /FlateDecode', zeros), /streams that unpack to at most 32 MB/],
    [
      'packed twice',
      () => stream('/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]', deflateSync(zeros)),
      /streams that unpack to at most 32 MB/,
    ],
    ['as very many objects in a stream', objects, /at most 300,000 objects/],
    ['as very many objects', () => Buffer.from('9999 0 obj null endobj\n'.repeat(310_000)), /at most 300,000 objects/],
    ['as values in one another', () => Buffer.from(`9999 0 obj ${'['.repeat(1000)}`), /at most 300 deep/],
  ])('%s is told by the limit', async (_, more, limit) => {
    const bomb = more();
    expect(await told(Buffer.concat([blank, bomb]))).toMatch(new RegExp(`^pdf-too-large: .*${limit.source}`));
    expect(await foldingTells(Buffer.concat([await pagesPdf(2), bomb]))).toMatch(new RegExp(`^pdf-too-large: .*${limit.source}`));
  });

  test('as the content of a page is told by the limit', async () => {
    const bytes = await changed(({ context }) => {
      for (const [, object] of context.enumerateIndirectObjects())
        if (object instanceof PDFDict && object.get(key('Type')) === key('Page'))
          object.set(key('Contents'), context.register(context.stream(zeros, { Filter: 'FlateDecode' })));
    });
    expect(await told(bytes)).toMatch(/^pdf-too-large: .*streams that unpack to at most 8 MB/);
  });
});

describe('an answer', () => {
  test('that is longer than anybody writes is told by the name of its field', async () => {
    for (const letters of ['a', '\n', 'א', 'e\u0301'])
      expect(await told(await fillByHand(blank, (name) => (name === 'welcome_said' ? letters.repeat(110_000) : undefined)))).toMatch(
        /^pdf-too-large: .*answers of at most 100,000 letters.*welcome_said/,
      );
  });

  test('of very many letters that are written leftwards is set whole, its marks with their letters', async () => {
    const { unseen, continued } = await flattened(await fillByHand(blank, (name) => (name === 'welcome_said' ? 'שָׁלוֹם '.repeat(5000) : undefined)));
    expect(continued.map(({ name }) => name)).toEqual(['welcome_said']);
    expect(unseen[0]?.characters.toSorted()).toEqual(['ל', 'ם', 'וֹ', 'שָׁ'].map((text) => text.normalize('NFC')).toSorted());
  });

  test('of rich text in which nothing that opens is closed is read', () => {
    const rich = ['<', '<?', '<!--', '\n', '<br ', '&#x'].map((unit) => `<p>${unit.repeat(120_000 / unit.length)}x`);
    for (const text of rich) expect(plainText(text).length).toBeLessThanOrEqual(text.length);
  });

  test.each(['(\\', '\\(', '((', '<0', '[<0>', 'BI '])('in whose drawing nothing that opens is closed is read: %s', async (unit) => {
    expect(await told(await changed((document) => drawn(document, unit.repeat(190_000 / unit.length))))).not.toContain('too-large');
  });

  test.each([
    ['nothing that opens is closed', '1 beginbfrange <'],
    ['a range has no end', '1 beginbfrange ' + '<00> <00> ['.repeat(90_000)],
    ['all ranges are as long as they can be', `1 beginbfrange ${'<0000> <FFFF> <0041>'.repeat(90_000)} endbfrange`],
  ])('in whose map of letters %s is read', async (_, map) => {
    expect(await told(await changed((document) => drawn(document, 'BT /F 9 Tf (a) Tj ET', map)))).toBe('');
  });

  test('under a name and a label of a million letters is read', async () => {
    const bytes = await changed((document) => {
      const { dict } = document.getForm().getTextField('welcome_name').acroField;
      dict.set(key('V'), document.context.obj('Ana'));
      dict.set(key('TU'), document.context.obj('label '.repeat(500_000)));
    });
    expect((await flattened(bytes)).answers).toBe(1);
  });
});

describe('a tree', () => {
  /** A node with itself, or with one node twice, over forty levels. */
  const shared = ({ context }: PDFDocument, bottom: Record<string, PDFObject>): PDFRef => {
    let node = context.register(context.obj(bottom));
    for (let level = 0; level < 40; level += 1) node = context.register(context.obj({ Kids: [node, node] }));
    return node;
  };

  test('of numbers with shared parts, or one in a circle, is read once', async () => {
    const bytes = await changed((document) => {
      const { context, catalog } = document;
      const root = catalog.lookup(key('StructTreeRoot'), PDFDict);
      const own = root.get(key('ParentTree')) as PDFRef;
      const circle = context.nextRef();
      context.assign(circle, context.obj({ Kids: [circle, own, shared(document, { Nums: context.obj([]) })] }));
      root.set(key('ParentTree'), circle);
      catalog.set(key('PageLabels'), shared(document, { Nums: context.obj([0, { S: 'D' }]) }));
    });
    expect((await flattened(bytes)).pages).toBe(9);
  });

  test('of fields with shared parts, or one in a circle, is read once', async () => {
    const bytes = await changed((document) => {
      const form = document.getForm().acroForm.dict;
      const circle = document.context.nextRef();
      document.context.assign(circle, document.context.obj({ Kids: [circle, shared(document, { T: document.context.obj('x') })] }));
      form.lookup(key('Fields'), PDFArray).push(circle);
    });
    expect((await flattened(bytes)).pages).toBe(9);
  });

  test('of pages with shared parts, or one in a circle, is told as that', async () => {
    for (const make of [
      (document: PDFDocument, pages: PDFRef) => shared(document, { Kids: document.context.obj([pages]), Type: key('Pages') }),
      (_: PDFDocument, pages: PDFRef) => pages,
    ]) {
      const spoil = (document: PDFDocument): void => {
        const pages = document.catalog.get(key('Pages')) as PDFRef;
        const added = make(document, pages);
        for (const [, object] of document.context.enumerateIndirectObjects())
          if (object instanceof PDFDict && object.has(key('Kids')) && !object.has(key('P'))) object.set(key('Type'), key('Pages'));
        const dict = document.context.lookup(pages, PDFDict);
        dict.lookup(key('Kids'), PDFArray).push(added);
        dict.set(key('Count'), PDFNumber.of(1));
      };
      expect(await told(await changed(spoil))).toMatch(/^broken-pdf: .*a page tree that leads in a circle, or has a part twice/);
      expect(await foldingTells(await changed(spoil))).toMatch(/^broken-pdf/);
    }
  });
});

test('an object with a number beyond what a PDF may have is told as damage: nothing could be written after it', async () => {
  const bytes = await changed(({ context }) => context.assign(PDFRef.of(2 ** 31 + 7), PDFNumber.of(1)));
  const { filled, diagnostics } = await readFilled(bytes, 'filled.pdf');
  expect(filled).toBeUndefined();
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([['broken-pdf', expect.stringContaining('a number that no PDF has')]]);
});

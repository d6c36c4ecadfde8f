/** Two copies in one file, as programs that join PDFs write them, are refused; pages of one copy that were taken out or moved are read. */
import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { createBuilder } from '../../src/api/index.ts';
import { readFilled } from '../../src/flatten/read-filled.ts';
import { readAnswers } from '../../src/questions/read-answers.ts';
import { fillByHand } from '../flatten/filled.ts';

const copyOf = async (id: string, only?: string[], flat = false): Promise<Uint8Array> => {
  const made = await createBuilder().build({
    cwd: `${import.meta.dirname}/../fixtures`,
    workbook: 'every-kind',
    country: 'us',
    id,
    ...(only ? { only } : {}),
    ...(flat ? { flat } : {}),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  return made.bytes;
};

/** What a program calls a field of the second copy. */
type Renamed = (name: string, index: number) => string;

/** Joins pages as programs do that copy one after the other. */
const joined = async (parts: readonly { bytes: Uint8Array; pages?: number[]; renamed?: Renamed }[]): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const { bytes, pages, renamed } of parts) {
    const from = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await document.copyPages(from, pages ?? from.getPageIndices())) {
      document.addPage(page);
      page.node
        .Annots()
        ?.asArray()
        .forEach((entry, index) => {
          const field = document.context.lookup(entry, PDFDict);
          const name = field.lookup(PDFName.of('T'));
          if (renamed && name) field.set(PDFName.of('T'), PDFHexString.fromText(renamed((name as PDFHexString).decodeText(), index)));
        });
    }
  }
  return document.save({ updateFieldAppearances: false });
};

const told = async (bytes: Uint8Array): Promise<string[]> =>
  (await readAnswers(bytes, 'm.pdf')).diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`);

const write = (bytes: Uint8Array): Promise<Uint8Array> => fillByHand(bytes, (_, index) => `answer ${index}`);

let ana: Uint8Array;
let again: Uint8Array;
let ben: Uint8Array;
beforeAll(async () => {
  [ana, ben] = [await write(await copyOf('2026-1')), await write(await copyOf('2026-2'))];
  again = await write(await copyOf('2026-1'));
});

describe('two copies in one file are refused', () => {
  test.each<[string, Renamed | undefined]>([
    ['as they were', undefined],
    ['with a number at the end of each name, as qpdf', (name) => `${name}+1`],
    ['below another field, as pdftk', (name) => `1.${name}`],
    ['under names that tell nothing, as PDFBox', (_, index) => `dummyFieldName${index}`],
  ])('%s', async (_, renamed) => {
    const file = await joined([{ bytes: ana }, { bytes: again, ...(renamed ? { renamed } : {}) }]);
    expect(await told(file)).toEqual([expect.stringMatching(/^two-copies: expected one copy in a file, found \d+ fields twice: m\.pdf$/)]);
  });

  test('where they have no page in common', async () => {
    const half = (await PDFDocument.load(ana)).getPageCount() >> 1;
    const pages = [...Array(half).keys()];
    const file = await joined([
      { bytes: ana, pages },
      { bytes: ben, pages: pages.map((page) => page + half) },
    ]);
    expect(await told(file)).toEqual(['two-copies: expected one copy in a file, found pages of 2: m.pdf']);
  });

  test('where one page of one copy is there twice', async () => {
    const document = await PDFDocument.load(ana);
    const isField = (entry: unknown): boolean => document.context.lookup(entry as PDFRef, PDFDict).has(PDFName.of('FT'));
    const filled = document.getPages().findIndex((page) => (page.node.Annots()?.asArray() ?? []).some(isField));
    expect(await told(await joined([{ bytes: ana }, { bytes: ana, pages: [filled], renamed: (name) => `${name}+1` }]))).toEqual([
      expect.stringMatching(/^two-copies: /),
    ]);
  });

  test('by mendbook flatten too', async () => {
    const { filled, diagnostics } = await readFilled(await joined([{ bytes: ana }, { bytes: ben }]), 'm.pdf');
    expect([filled, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['two-copies']]);
  });
});

describe('one copy is read', () => {
  test('with its pages in another order, and some of them gone', async () => {
    const count = (await PDFDocument.load(ana)).getPageCount();
    expect(await told(await joined([{ bytes: ana, pages: [...Array(count - 2).keys()].toReversed() }]))).toEqual([]);
  });

  test('whose pages were copied one by one', async () => {
    const count = (await PDFDocument.load(ana)).getPageCount();
    expect(await told(await joined([...Array(count).keys()].map((page) => ({ bytes: ana, pages: [page] }))))).toEqual([]);
  });

  test('with pages to print of another copy behind it', async () => {
    expect(await told(await joined([{ bytes: ana }, { bytes: await copyOf('2026-1', undefined, true) }]))).toEqual([]);
  });
});

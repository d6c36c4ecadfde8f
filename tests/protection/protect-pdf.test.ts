/** Protected copies: nothing of them can be read without the password, everything with it, and programs that read PDFs open them. */
import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadObjects } from '../../src/answers/load.ts';
import { Locked } from '../../src/answers/decrypt.ts';
import { isUntouched } from '../../src/output/unchanged-pdf.ts';
import { composed, faultOfPassword } from '../../src/protection/password.ts';
import { keyOfWritten } from '../../src/protection/encryption-dictionary.ts';
import { protectPdf } from '../../src/protection/protect-pdf.ts';
import { plainPdf } from '../fixtures/plain/build.ts';
import { pagesPdf } from '../booklet/pages.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';
import { printedWords } from '../readers/words.ts';

const PASSWORD = 'grün ☂ pass';
const METADATA = { title: 'Notes', language: 'en', date: new Date('2026-11-22T00:00:00Z') };

let plain: Buffer;
let locked: Buffer;
beforeAll(async () => {
  plain = Buffer.from((await plainPdf()).bytes);
  locked = protectPdf(plain, PASSWORD, METADATA);
});

/** All texts of a PDF, in the order of its objects. */
const textsOf = async (bytes: Uint8Array, password?: string): Promise<string[]> => {
  const { context } = await loadObjects(bytes, password);
  const found: string[] = [];
  const walk = (value: PDFObject): void => {
    if (value instanceof PDFString || value instanceof PDFHexString) found.push(value.decodeText());
    else if (value instanceof PDFRawStream) walk(value.dict);
    else if (value instanceof PDFDict) for (const one of value.values()) walk(one);
    else if ('asArray' in value) for (const one of (value as unknown as { asArray(): PDFObject[] }).asArray()) walk(one);
  };
  for (const [, object] of context.enumerateIndirectObjects().toSorted(([one], [other]) => one.objectNumber - other.objectNumber)) walk(object);
  return found;
};

describe('a protected copy', () => {
  test('has the texts of the plain one once it is opened', async () => {
    const texts = await textsOf(plain);
    expect(texts.length).toBeGreaterThan(50);
    expect(await textsOf(locked, PASSWORD)).toEqual(texts);
  });

  test('holds none of them in the open', async () => {
    const bytes = locked.toString('latin1');
    for (const text of await textsOf(plain)) {
      if (text.length < 4) continue;
      for (const form of [Buffer.from(text), Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()])
        expect(bytes.includes(form.toString('latin1')), text).toBe(false);
    }
    expect(bytes).not.toMatch(/Mendbook|MDBK|xmpmeta|\/Title|\/Annot|\/Lang/);
  });

  test('tells nothing in its metadata, which some viewers leave in the open', async () => {
    const { context } = await loadObjects(locked, PASSWORD);
    const metadata = context
      .enumerateIndirectObjects()
      .find(([, object]) => object instanceof PDFRawStream && object.dict.get(PDFName.of('Type')) === PDFName.of('Metadata'));
    if (!(metadata?.[1] instanceof PDFRawStream)) throw new Error('no metadata');
    const words = Buffer.from(metadata[1].getContents()).toString('utf8');
    expect(words).toContain('>Notes<');
    expect(words).toContain('<pdfuaid:part>1<');
    const title = (await PDFDocument.load(plain, { updateMetadata: false })).getTitle() ?? '';
    expect(title).not.toBe('');
    for (const word of [title, 'Mendbook']) expect(words).not.toContain(word);
  });

  test('is known as untouched without its password, and as touched once something is saved into it', () => {
    expect(isUntouched(locked)).toBe(true);
    expect(isUntouched(Buffer.concat([locked, Buffer.from('1 0 obj null endobj\nstartxref\n1\n%%EOF\n')]))).toBe(false);
    const changed = Buffer.from(locked);
    changed[2000] = (changed[2000] as number) ^ 1;
    expect(isUntouched(changed)).toBe(false);
  });

  test('is never the same twice', () => expect(protectPdf(plain, PASSWORD, METADATA).equals(locked)).toBe(false));

  test('opens with its password alone', async () => {
    for (const [password, lacks] of [
      [undefined, 'password'],
      ['', 'other password'],
      ['grun ☂ pass', 'other password'],
    ] as const) {
      const thrown: unknown = await loadObjects(locked, password).catch((reason: unknown) => reason);
      expect(thrown).toBeInstanceOf(Locked);
      expect((thrown as Locked).lacks).toBe(lacks);
    }
    // As some keyboards give it.
    await loadObjects(locked, PASSWORD.normalize('NFD'));
    expect(keyOfWritten(locked.toString('latin1'), 'other')).toBeUndefined();
    expect(keyOfWritten(locked.toString('latin1'), PASSWORD)).toHaveLength(32);
  });

  test('opens in the engines of Firefox and Chrome, with the same pages and fields', async () => {
    const document = await openInPdfjs(locked, PASSWORD);
    const other = await openInPdfjs(plain);
    expect(Object.keys((await document.getFieldObjects()) ?? {})).toEqual(Object.keys((await other.getFieldObjects()) ?? {}));
    expect(await printedWords(document)).toEqual(await printedWords(other));
    // Printing, changes, copying, notes, filling in, reading aloud, moving pages and printing in full (ISO 32000-2, table 22).
    expect(await document.getPermissions()).toEqual([4, 8, 16, 32, 256, 512, 1024, 2048]);
    await expect(openInPdfjs(locked)).rejects.toThrow(/password/i);
    const seen = await PdfiumDocument.open(locked, PASSWORD);
    expect(seen.pageCount).toBe(other.numPages);
    seen.close();
    await expect(PdfiumDocument.open(locked, 'other')).rejects.toThrow();
  });
});

test('a copy that Chrome’s engine has saved is read with its password, and shows no word of it', async () => {
  const document = await PdfiumDocument.open(locked, PASSWORD);
  const widgets = Array.from({ length: document.pageCount }, (_, page) => document.widgets(page)).flat();
  const field = widgets.find(({ kind }) => kind === 'text');
  if (!field) throw new Error('no field to write in');
  document.type(field, 'Ana wrote this.');
  const saved = Buffer.from(document.save());
  document.close();
  expect(isUntouched(saved)).toBe(false);
  await expect(loadObjects(saved)).rejects.toThrow(Locked);
  expect(await textsOf(saved, PASSWORD)).toContain('Ana wrote this.');
  for (const words of ['Ana wrote this.', field.label, field.name])
    for (const form of [Buffer.from(words), Buffer.from(words, 'utf16le').swap16()]) expect(saved.includes(form), words).toBe(false);
  const title = (await PDFDocument.load(plain, { updateMetadata: false })).getTitle() ?? '';
  expect(saved.includes(title)).toBe(false);
});

describe('a PDF of another program', () => {
  test.each([
    ['user', 'secret'],
    ['owner', 'more'],
  ])('is read with the password of its %s', async (_, password) => {
    for (const pdfVersion of ['1.3', '1.4', '1.6', '1.7', '1.7ext3'] as const) {
      const bytes = await pagesPdf(2, { encrypt: { userPassword: 'secret', ownerPassword: 'more', pdfVersion } });
      expect(await textsOf(bytes, password), pdfVersion).toContain('Pages');
      await expect(loadObjects(bytes, 'other')).rejects.toThrow(Locked);
    }
  });
});

test('a password that programs read in two ways is refused, one of any alphabet is not', () => {
  for (const good of ['ab', 'grün ☂ pass', 'Ελένη 12', 'пароль', 'x'.repeat(127), 'e\u0301'.repeat(60)]) expect(faultOfPassword(good), good).toBeUndefined();
  for (const bad of ['', '   ', 'x'.repeat(128), 'ﬁne', 'a\u00A0b', 'a\u200Bb', 'a\tb', '\uFEFFab'])
    expect(faultOfPassword(bad), JSON.stringify(bad)).toBeDefined();
  expect(composed('e\u0301')).toBe('é');
});

/** `mendbook flatten` on the command line: what it writes and where, and what it says of files that it cannot flatten. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { flattenFile, type FlattenOptions } from '../../src/commands/flatten.ts';
import { plainPdf } from '../fixtures/plain/build.ts';
import { fillByHand, lettersInPdfjs } from '../flatten/filled.ts';
import { Capture } from './capture.ts';

let blank: Uint8Array;
let filled: Uint8Array;
beforeAll(async () => {
  ({ bytes: blank } = await plainPdf());
  filled = await fillByHand(blank, (name) => (name === 'welcome_said' ? 'Ana said so.' : undefined));
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-flatten-'));
  await writeFile(path.join(folder, 'ana.pdf'), filled);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = async (options: Partial<FlattenOptions> = {}) => {
  const stdout = new Capture();
  const stderr = new Capture();
  const code = await flattenFile({ file: 'ana.pdf', cwd: folder, stdout, stderr, ...options });
  return { code, stdout: stdout.text, stderr: stderr.text };
};
const textOf = async (name: string): Promise<string> => (await lettersInPdfjs(await readFile(path.join(folder, name)))).join('');
/** The filled file, changed. */
const changed = async (change: (document: PDFDocument) => void | Promise<void>): Promise<Uint8Array> => {
  const document = await PDFDocument.load(filled, { updateMetadata: false });
  await change(document);
  return document.save({ updateFieldAppearances: false });
};

describe('a filled workbook', () => {
  test('is flattened beside itself, and says so', async () => {
    expect(await run()).toEqual({ code: 0, stdout: '', stderr: 'ana-flat.pdf\n  9 pages, 1 answer, 0 ticks\n' });
    expect(await readdir(folder)).toEqual(['ana-flat.pdf', 'ana.pdf']);
    expect(await textOf('ana-flat.pdf')).toContain('Anasaidso.');
    expect(Buffer.from(await readFile(path.join(folder, 'ana.pdf'))).equals(Buffer.from(filled))).toBe(true);
  });

  test('is left as it is by the same command again, whatever pages it has', async () => {
    for (const options of [{}, { pages: '3' }]) {
      await run(options);
      const { code, stderr } = await run(options);
      expect(code).toBe(0);
      expect(stderr).toContain('.pdf: as it was\n');
    }
  });

  test('is not replaced by one with other pages or answers, unless that is asked for', async () => {
    await run({ pages: '3' });
    const before = await readFile(path.join(folder, 'ana-pages.pdf'));
    const { code, stderr } = await run({ pages: '2' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/error\[output-in-use\]: not overwritten: ana-pages\.pdf is there already[^]*--force[^]*--out/);
    expect(stderr).not.toContain('since it was built');
    expect((await readFile(path.join(folder, 'ana-pages.pdf'))).equals(before)).toBe(true);
    expect((await run({ pages: '2', force: true })).code).toBe(0);
  });

  test('goes into a folder, under a name, or to stdout', async () => {
    await mkdir(path.join(folder, 'archive'));
    expect((await run({ out: 'archive', quiet: true })).stderr).toBe('');
    expect((await run({ out: 'deep/er/b.pdf' })).code).toBe(0);
    const chunks: Buffer[] = [];
    const stdout = new Writable({
      write(chunk: Buffer, _, done) {
        chunks.push(chunk);
        done();
      },
    });
    expect((await run({ out: '-', stdout })).stderr).toContain('Written to stdout');
    const [one, two] = await Promise.all(['archive/ana-flat.pdf', 'deep/er/b.pdf'].map((name) => readFile(path.join(folder, name))));
    expect([one?.equals(two as Buffer), one?.equals(Buffer.concat(chunks))]).toEqual([true, true]);
  });

  test('is never overwritten itself, and nothing else is unless one insists', async () => {
    for (const out of ['ana.pdf', './ana.pdf', path.join(folder, 'ana.pdf')]) {
      const { code, stderr } = await run({ out, force: true });
      expect([code, stderr]).toEqual([2, expect.stringContaining('same-file')]);
    }
    expect((await run()).code).toBe(0);
    await writeFile(path.join(folder, 'ana.pdf'), await fillByHand(blank, () => 'Ana said more.'));
    const again = await run();
    expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/output-in-use[\s\S]*--force/)]);
    expect((await run({ force: true })).code).toBe(0);
  });

  test('in Spanish says in Spanish what flattening adds', async () => {
    await writeFile(
      path.join(folder, 'ana.pdf'),
      await changed(async (document) => {
        document.catalog.set(PDFName.of('Lang'), PDFString.of('es-MX'));
        document
          .getForm()
          .getTextField('welcome_name')
          .acroField.dict.set(PDFName.of('V'), PDFString.of('Una respuesta muy larga. '.repeat(40)));
      }),
    );
    const { code, stderr } = await run();
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/answer-continued.*found 1 longer one\n {2}= page 3: “Your name” \(welcome_name\): continued on page 10\n/),
    ]);
    expect(await textOf('ana-flat.pdf')).toMatch(/sigueenlapágina10[\s\S]*Respuestas,continuaciónYournameDelapágina3/);
  });

  test('in a language without words of the program gets English ones, whatever the file calls its language', async () => {
    for (const language of ['tlh', '../../../etc', '']) {
      await writeFile(path.join(folder, 'ana.pdf'), await changed(({ catalog }) => catalog.set(PDFName.of('Lang'), PDFString.of(language))));
      expect((await run({ force: true })).code).toBe(0);
    }
  });

  test('with letters that no font has is told of, by the words of the fields', async () => {
    await writeFile(path.join(folder, 'ana.pdf'), await fillByHand(blank, (name) => (name.startsWith('welcome') ? '日本 ✓' : undefined)));
    const { code, stderr } = await run();
    expect(code).toBe(0);
    expect(stderr).toContain('warning[missing-glyph]: expected characters that the packaged fonts have, found 日 本 in 2 answers');
    expect(stderr).toContain('page 3: “What was said?” (welcome_said); “Your name” (welcome_name)');
  });
});

describe('what cannot be flattened', () => {
  const names = (...list: string[]) => list.map((name) => PDFName.of(name));
  const [acroForm, annots, structure, type] = names('AcroForm', 'Annots', 'StructTreeRoot', 'FT') as [PDFName, PDFName, PDFName, PDFName];
  const cases: [what: string, bytes: () => Uint8Array | Promise<Uint8Array>, code: string, told: RegExp][] = [
    ['an empty file', () => new Uint8Array(), 'not-a-pdf', /found an empty file: a\.pdf/],
    ['a file that is no PDF', () => Buffer.from('My answers: none.'), 'not-a-pdf', /expected a PDF/],
    ['a header and nothing else', () => Buffer.from('%PDF-1.7\n'), 'broken-pdf', /damaged/],
    ['a file that was cut', () => filled.subarray(0, filled.length / 3), 'broken-pdf', /save it again/],
    ['a file with a hole', () => Buffer.concat([filled.subarray(0, 20_000), filled.subarray(60_000)]), 'broken-pdf', /damaged/],
    ['a PDF of another program', async () => (await PDFDocument.create()).save(), 'foreign-pdf', /not a print of it/],
    ['a print-only copy', async () => (await plainPdf(undefined, { flat: true })).bytes, 'no-fields', /print-only copy[^]*needs nothing/],
    [
      'a PDF with a password',
      () => changed((document) => document.encrypt({ userPassword: 'secret', ownerPassword: 'more' })),
      'encrypted-pdf',
      /--password-fd/,
    ],
    [
      'a copy whose tags were taken out',
      () => changed(({ catalog }) => void catalog.delete(structure)),
      'broken-pdf',
      /what screen readers go by[^]*mendbook build --answers a\.pdf -o new\.pdf/,
    ],
    [
      'a copy that was signed',
      () => changed((document) => document.getForm().getTextField('welcome_name').acroField.dict.set(type, PDFName.of('Sig'))),
      'foreign-pdf',
      /found a signature \(welcome_name\) that another program has added/,
    ],
    [
      'a copy with a field of its own',
      () =>
        changed((document) => {
          const field = document.context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Tx', T: PDFString.of('added'), Rect: [0, 0, 9, 9] });
          document.getPage(2).node.Annots()?.push(document.context.register(field));
        }),
      'broken-pdf',
      /screen readers are not told of: added/,
    ],
    [
      'a copy with references to nothing',
      () =>
        Buffer.from(
          Buffer.from(filled)
            .toString('latin1')
            .replace(/\/P \d+ 0 R\n\/K/, '/P 0.0000001 0 R\n/K'),
          'latin1',
        ),
      'broken-pdf',
      /a reference to nothing/,
    ],
    [
      'a copy whose pages lead nowhere',
      () => changed((document) => void document.catalog.Pages().set(PDFName.of('Type'), PDFName.of('Page'))),
      'broken-pdf',
      /a page tree that leads nowhere/,
    ],
    [
      'a copy without its form and its annotations',
      () =>
        changed((document) => {
          document.catalog.delete(acroForm);
          for (const page of document.getPages()) page.node.delete(annots);
        }),
      'no-fields',
      /turned its answers into drawings, give the copy from before/,
    ],
  ];

  test.each(cases)('%s is told as what it is', async (_, bytes, code, told) => {
    await writeFile(path.join(folder, 'a.pdf'), await bytes());
    const result = await run({ file: 'a.pdf' });
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toContain(`error[${code}]: expected`);
    expect(result.stderr).toMatch(told);
    expect(result.stderr).not.toMatch(/^\s+at /m);
    expect((await readdir(folder)).toSorted()).toEqual(['a.pdf', 'ana.pdf']);
  });

  test('a file that is not there, or a folder, is wrong usage', async () => {
    expect(await run({ file: 'bob.pdf' })).toMatchObject({ code: 2, stderr: expect.stringContaining('found nothing there: bob.pdf') });
    expect(await run({ file: '.' })).toMatchObject({ code: 2, stderr: expect.stringContaining('found a folder: .') });
  });
});

/** PDF/UA-1, as veraPDF checks it: every edition of the shipped workbook, and what Chrome's and Firefox's engines save of it. */
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { findingsOf } from '../readers/findings.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';
import { fillInPdfjs } from '../readers/pdfjs.ts';
import { RawPdf } from '../readers/raw.ts';
import { type Packed, packed } from './packed.ts';
import { validate } from './verapdf.ts';

const editions = (['both', 'broke-trust', 'was-hurt'] as const).flatMap((role) =>
  (['letter', 'a4'] as const).flatMap((paper) =>
    [false, true].map((flat) => ({ name: `${role}-${paper}-${flat ? 'print' : 'fill'}`, args: ['--for', role, '--paper', paper, ...(flat ? ['--flat'] : [])] }))));

/** What options add, left out or reworded may not break either. */
const others = [
  { name: 'country', args: ['--country', 'us', '--name', 'Zoë O’Connor', '--relationship', 'partner'] },
  { name: 'counselor', args: ['--edition', 'counselor', '--country', 'gb', '--relationship', 'family'] },
  { name: 'discreet', args: ['--discreet', '--steps', '2-3', '--without', 'safety-page', '--relationship', 'friend'] },
];

let program: Packed;
let folder: string;
const fileOf = (name: string): string => path.join(folder, `${name}.pdf`);
const bytesOf = async (name: string): Promise<Buffer> => (await import('node:fs/promises')).readFile(fileOf(name));

beforeAll(async () => {
  program = await packed();
  folder = await program.folder();
  const waiting = [...editions, ...others];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { code, stderr } = await program.mendbook(folder, ['build', ...next.args, '-o', `${next.name}.pdf`]);
      if (code !== 0) throw new Error(`${next.name}: ${stderr}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
});

const well = { compliant: true, failures: [] };

test('every edition conforms, on both papers, to fill in and to print', async () => {
  const all = [...editions, ...others];
  const verdicts = await validate(all.map(({ name }) => fileOf(name)));
  expect(verdicts.size).toBe(all.length);
  for (const [name, verdict] of verdicts) {
    expect(verdict, name).toMatchObject(well);
    // The profile has 106 rules, and a workbook gives them much to look at.
    expect(verdict.rules, name).toBe(106);
    expect(verdict.checks, name).toBeGreaterThan(10_000);
  }
});

test('editions of each sort keep our own rules, too', async () => {
  for (const name of ['both-letter-fill', 'was-hurt-a4-print', 'counselor', 'discreet']) expect(await findingsOf(await bytesOf(name)), name).toEqual([]);
});

test('a workbook filled in with English in Chrome or Firefox still conforms', async () => {
  const bytes = await bytesOf('both-letter-fill');
  // As keyboards type it: for dashes and curly quotes PDFium falls back on a font of the machine, which it does not embed.
  const answer = 'I said that I would call, and I didn\'t. It was late; I was "tired", à bout.';
  const document = await PdfiumDocument.open(bytes);
  for (let page = 0; page < document.pageCount; page += 1) {
    for (const widget of document.widgets(page)) {
      if (widget.kind === 'check') document.click(widget);
      else document.type(widget, answer);
    }
    document.leave();
  }
  await writeFile(fileOf('chrome'), document.save());
  document.close();
  await writeFile(fileOf('firefox'), (await fillInPdfjs(bytes, ({ fieldType }) => (fieldType === 'Btn' ? true : answer))).bytes);
  const verdicts = await validate([fileOf('chrome'), fileOf('firefox')]);
  expect(verdicts.get('chrome')).toMatchObject(well);
  expect(verdicts.get('firefox')).toMatchObject(well);
});

test('the check fails on files that do not conform, each for its fault', async () => {
  const spoil = async (name: string, change: (pdf: RawPdf) => void): Promise<void> => {
    const pdf = await RawPdf.open(await bytesOf('was-hurt-a4-print'));
    change(pdf);
    await writeFile(fileOf(name), await pdf.document.save({ updateFieldAppearances: false, useObjectStreams: false }));
  };
  await spoil('unchanged', () => undefined);
  await spoil('untagged', (pdf) => pdf.catalog.delete(PDFName.of('MarkInfo')));
  await spoil('nameless', (pdf) => pdf.catalog.delete(PDFName.of('Metadata')));
  await spoil('stray', (pdf) => {
    const page = pdf.pages[1];
    if (!page) throw new Error('no second page');
    const operators = `${pdf.content(page)}\n0 0 10 10 re f`;
    page.dict.set(PDFName.of('Contents'), pdf.document.context.register(pdf.document.context.stream(Buffer.from(operators, 'latin1'))));
  });
  await spoil('fontless', (pdf) => {
    for (const [, value] of pdf.objects()) {
      if (!(value instanceof PDFRawStream) && 'delete' in value && pdf.name(value as never, 'Type') === 'FontDescriptor') (value as { delete(key: PDFName): void }).delete(PDFName.of('FontFile2'));
    }
  });
  await writeFile(fileOf('text'), 'no PDF at all');
  const verdicts = await validate(['unchanged', 'untagged', 'nameless', 'stray', 'fontless', 'text'].map(fileOf));
  const rulesOf = (name: string) => verdicts.get(name)?.failures?.map(({ rule }) => rule);
  expect(rulesOf('unchanged')).toEqual([]);
  expect(rulesOf('untagged')).toContain('6.2-1');
  expect(rulesOf('nameless')).toContain('7.1-8');
  expect(rulesOf('stray')).toContain('7.1-3');
  expect(rulesOf('fontless')).toContain('7.21.4.1-1');
  expect(verdicts.get('text')).toMatchObject({ compliant: false, error: expect.any(String) });
});

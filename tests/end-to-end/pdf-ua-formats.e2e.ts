/** PDF/UA-1 of A5, large print, bound copies and the ink saver, in both languages, to fill in and to print; and once they are filled in. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { PdfiumDocument } from '../readers/pdfium.ts';
import { fillInPdfjs } from '../readers/pdfjs.ts';
import { type Packed, packed } from './packed.ts';
import { validate } from './verapdf.ts';

const formats = {
  a5: ['--paper', 'a5'],
  'a5-print': ['--paper', 'a5', '--flat', '--lang', 'es'],
  'a5-booklet': ['--paper', 'a5', '--binding', 'booklet', '--flat', '--for', 'was-hurt'],
  'large-letter': ['--large-print'],
  'large-a4-print': ['--large-print', '--paper', 'a4', '--lang', 'es', '--flat'],
  'large-counselor': ['--large-print', '--paper', 'a4', '--binding', '2-hole', '--edition', 'counselor'],
  'three-hole-saver': ['--binding', '3-hole', '--ink-saver', '--for', 'broke-trust'],
} as const;

let program: Packed;
let folder: string;
const fileOf = (name: string): string => path.join(folder, `${name}.pdf`);
const well = { compliant: true, failures: [] };

beforeAll(async () => {
  program = await packed();
  folder = await program.folder();
  for (const [name, args] of Object.entries(formats)) {
    // One after the other: each uses a core.
    // oxlint-disable-next-line no-await-in-loop
    const { code, stderr } = await program.mendbook(folder, ['build', '--country', 'us', ...args, '-o', `${name}.pdf`]);
    if (code !== 0) throw new Error(`${name}: ${stderr}`);
  }
});

test('every format conforms', async () => {
  const names = Object.keys(formats);
  const verdicts = await validate(names.map(fileOf));
  expect(verdicts.size).toBe(names.length);
  for (const [name, verdict] of verdicts) {
    expect(verdict, name).toMatchObject(well);
    expect(verdict.checks, name).toBeGreaterThan(50_000);
  }
});

test.each(['a5', 'large-letter'])('%s still conforms once it is filled in with English in Chrome or Firefox', async (name) => {
  const bytes = await readFile(fileOf(name));
  const answer = 'I said that I would call, and I didn\'t. It was late; I was "tired".';
  const document = await PdfiumDocument.open(bytes);
  for (let page = 0; page < document.pageCount; page += 1) {
    for (const widget of document.widgets(page)) {
      if (widget.kind === 'check') document.click(widget);
      else document.type(widget, answer);
    }
    document.leave();
  }
  await writeFile(fileOf(`${name}-chrome`), document.save());
  document.close();
  await writeFile(fileOf(`${name}-firefox`), (await fillInPdfjs(bytes, ({ fieldType }) => (fieldType === 'Btn' ? true : answer))).bytes);
  const verdicts = await validate([fileOf(`${name}-chrome`), fileOf(`${name}-firefox`)]);
  expect(verdicts.get(`${name}-chrome`)).toMatchObject(well);
  expect(verdicts.get(`${name}-firefox`)).toMatchObject(well);
});

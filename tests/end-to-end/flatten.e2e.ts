/** The whole shipped workbook, filled in by each engine and by pdftk, then flattened: PDF/UA-1, sound files, and every answer in them. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fieldOrder, fillInPdfium, flat, blanksOf, lettersInPdfium } from '../flatten/filled.ts';
import { HANDS, writeTooMuch } from '../pdf/prose.ts';
import { findingsOf } from '../readers/findings.ts';
import { fillInPdfjs, openInPdfjs, widgetsOf } from '../readers/pdfjs.ts';
import { lettersOf } from '../readers/shown.ts';
import { type Packed, packed } from './packed.ts';
import { runWell } from './run.ts';
import { validate } from './verapdf.ts';

let program: Packed;
let folder: string;
let blank: Buffer;
let order: string[];
const at = (name: string): string => path.join(folder, name);
beforeAll(async () => {
  program = await packed();
  folder = await program.folder();
  const { code, stderr } = await program.mendbook(folder, ['build', '--country', 'gb', '-o', 'blank.pdf']);
  if (code !== 0) throw new Error(stderr);
  blank = await readFile(at('blank.pdf'));
  order = await fieldOrder(blank);
});

/** Another hand in each field, every seventh left empty. */
const prose = (index: number, rect: Parameters<typeof writeTooMuch>[1]): string | undefined =>
  index % 7 === 0 ? undefined : writeTooMuch(HANDS[index % HANDS.length] as (typeof HANDS)[number], rect);
const hard = 'Łódź, Ærø — Αθήνα, Київ: “q”, 20 €';

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** How a file is filled in, and what it then holds. */
const fillers: [name: string, fill: () => Promise<{ saved: Uint8Array; values: Map<string, string> }>][] = [
  ['chrome', () => fillInPdfium(blank, ({ kind, rect }, index) => (kind === 'text' ? prose(index, rect) : index % 2 === 0 || undefined))],
  [
    'firefox',
    async () => {
      let index = 0;
      const { bytes, accepted } = await fillInPdfjs(blank, ({ fieldType, rect }) => {
        index += 1;
        return fieldType === 'Btn' ? index % 2 === 0 || undefined : prose(index, rect);
      });
      return { saved: bytes, values: accepted };
    },
  ],
  [
    'pdftk',
    async () => {
      const document = await openInPdfjs(blank);
      const values = new Map<string, string>();
      for (let page = 0; page < document.numPages; page += 1) {
        // pdftk keeps to the limits of the fields.
        for (const { fieldName, fieldType, maxLen } of await widgetsOf(document, page))
          values.set(fieldName, fieldType === 'Btn' ? 'Yes' : hard.slice(0, maxLen));
      }
      await document.loadingTask.destroy();
      const fields = [...values].map(([name, value]) => `<field name="${name}"><value>${xml(value)}</value></field>`);
      await writeFile(
        at('values.xfdf'),
        `<?xml version="1.0" encoding="UTF-8"?><xfdf xmlns="http://ns.adobe.com/xfdf/"><fields>${fields.join('')}</fields></xfdf>`,
      );
      await runWell('pdftk', [at('blank.pdf'), 'fill_form', at('values.xfdf'), 'output', at('pdftk.pdf')]);
      return { saved: await readFile(at('pdftk.pdf')), values };
    },
  ],
];

const CIPHERS = [['40'], ['128', '--use-aes=n'], ['128', '--use-aes=y'], ['256', '--force-R5'], ['256']];
const LOCKS = CIPHERS.flatMap((cipher) => ['generate', 'disable'].map((objectsIn) => [cipher, objectsIn] as const));

describe.each(fillers)('filled in by %s and flattened, the workbook', (name, fill) => {
  let values: Map<string, string>;
  let bytes: Buffer;
  let said: string;
  beforeAll(async () => {
    const filled = await fill();
    ({ values } = filled);
    await writeFile(at(`${name}.pdf`), filled.saved);
    const { code, stderr } = await program.mendbook(folder, ['flatten', `${name}.pdf`]);
    if (code !== 0) throw new Error(stderr);
    said = stderr;
    bytes = await readFile(at(`${name}-flat.pdf`));
  });
  /** What is said of a field whose answer goes on at the end. */
  const continued = (field: string) => `(${field}): continued on page`;
  const closed = (text: string) => text.replaceAll(' ', '');
  const texts = () => [...values].filter(([, value]) => value !== 'Yes' && value !== 'Off');

  test('has every answer in the element of its field', async () => {
    const blanks = await blanksOf(bytes);
    expect(blanks).toHaveLength(order.length);
    for (const [field, value] of texts()) {
      const { words } = blanks[order.indexOf(field)] as (typeof blanks)[number];
      // An answer with more than its box takes is continued at the end.
      const [begun = ''] = words.split(/ (?:continued on page \d+|… \d+)$/);
      // A word that is wider than its cell goes on in the next line.
      const whole = closed(flat(value).normalize('NFC'));
      expect([field, whole.startsWith(closed(begun))]).toEqual([field, true]);
      if (begun === words) expect(closed(words), field).toBe(whole);
      else expect(said).toContain(continued(field));
    }
  });

  test('has every answer in its text, in reading order', async () => {
    // PDFium drops the hyphen at the end of a line.
    const text = (await lettersInPdfium(bytes)).join('').replaceAll('-', '');
    let from = 0;
    for (const field of order) {
      const value = values.get(field);
      if (!value || value === 'Yes' || value === 'Off' || said.includes(continued(field))) continue;
      const letters = lettersOf(value).normalize('NFC').replaceAll('-', '');
      const found = text.indexOf(letters, from);
      expect(found, field).toBeGreaterThanOrEqual(from);
      from = found + letters.length;
    }
  });

  test('has no form, and is whole to qpdf and poppler', async () => {
    const { stdout } = await runWell('qpdf', ['--check', at(`${name}-flat.pdf`)]);
    expect(stdout.toString()).toContain('No syntax or stream encoding errors found');
    const info = (await runWell('pdfinfo', [at(`${name}-flat.pdf`)])).stdout.toString();
    expect(info).toMatch(/^Form: +none$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect((await runWell('pdftoppm', ['-r', '20', '-gray', at(`${name}-flat.pdf`), at('page')])).stderr).toBe('');
  });

  test('is the same from a copy that is locked against changes', async () => {
    // Each cipher, with objects in streams and without, once: the copies take turns.
    const turn = fillers.findIndex(([one]) => one === name);
    for (const [cipher, objectsIn] of LOCKS.filter((_, index) => index % fillers.length === turn)) {
      const options = ['--allow-weak-crypto', `--object-streams=${objectsIn}`, '--encrypt', '', 'secret', ...cipher, '--'];
      await runWell('qpdf', [...options, at(`${name}.pdf`), at('locked.pdf')]);
      const { code } = await program.mendbook(folder, ['flatten', 'locked.pdf', '--force', '-q']);
      expect(code).toBe(0);
      const read = await Promise.all(
        [`${name}-flat.pdf`, 'locked-flat.pdf'].map(async (file) => (await runWell('pdftotext', [at(file), '-'])).stdout.toString()),
      );
      expect(read[1], cipher.join(' ')).toBe(read[0]);
    }
  });

  test('keeps our own rules', async () => {
    expect(await findingsOf(bytes)).toEqual([]);
  });
});

test('all of them conform to PDF/UA-1', async () => {
  const verdicts = await validate(fillers.map(([name]) => at(`${name}-flat.pdf`)));
  for (const [name] of fillers) expect(verdicts.get(`${name}-flat`), name).toMatchObject({ compliant: true, failures: [] });
});

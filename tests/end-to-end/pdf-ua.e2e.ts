/**
 * PDF/UA-1, as veraPDF checks it, and our own rules: the shipped workbook in each template, language, paper and edition, blank; and once it is
 * filled in with English, or flattened; and PDF/A-2a of what is for archives.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuildRequest, createBuilder, flatten, progressPage } from '../../src/api/index.ts';
import { templatesIn } from '../../src/theme/find-template.ts';
import { type Requested, shippedPdf } from '../fixtures/shipped.ts';
import { fillInPdfium, flattened } from '../flatten/filled.ts';
import { findingsOf } from '../readers/findings.ts';
import { fillInPdfjs } from '../readers/pdfjs.ts';
import { CHOICES, rows } from './matrix.ts';
import { packed, root } from './packed.ts';
import { type Profile, type Verdict, verdictOn } from './verapdf.ts';

/** All rows instead of those that make each two choices meet: `MATRIX=all npm run check:pdfua`. */
const all = process.env.MATRIX === 'all';
const matrix = await rows(all);
const templates = await templatesIn(path.join(root, 'templates'));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-pdf-ua-'));
});
afterAll(() => rm(folder, { recursive: true }));

let count = 0;
/** Checks a PDF, of which nothing is kept. */
const check = async (bytes: Uint8Array, profile?: Profile): Promise<Verdict> => {
  const file = path.join(folder, `${(count += 1)}.pdf`);
  await writeFile(file, bytes);
  const verdict = await verdictOn(file, profile);
  await rm(file);
  return verdict;
};
/** The profile has 106 rules, and a workbook gives them much to look at. */
const well = { compliant: true, failures: [], rules: 106 };

describe('blank', () => {
  /** veraPDF looks at one file while the next one is built. */
  let before: { name: string; verdict: Promise<Verdict> } | undefined;
  const settle = async (): Promise<void> => {
    if (!before) return;
    const { name, verdict } = before;
    before = undefined;
    const found = await verdict;
    expect(found, name).toMatchObject(well);
    expect(found.checks, name).toBeGreaterThan(10_000);
  };

  test.each(matrix)('it conforms: $name', async ({ name, asked }) => {
    const bytes = await shippedPdf(asked);
    await settle();
    before = { name, verdict: check(bytes) };
    // Every fifth by our own rules, too, and what a practice adds.
    if (asked.practice || matrix.findIndex((row) => row.name === name) % 5 === 0) expect(await findingsOf(bytes)).toEqual([]);
  });

  test('the last one conforms, too', settle);

  test.each(Object.entries(CHOICES))('there is a row for each choice of %s', (option, choices) => {
    for (const choice of choices) expect(matrix.filter(({ asked }) => asked[option as keyof Requested] === choice).length, String(choice)).toBeGreaterThan(0);
    for (const template of templates)
      expect(new Set(matrix.filter(({ asked }) => asked.template === template).map(({ asked: { lang } }) => lang)).size, template).toBeGreaterThan(1);
  });
});

describe('a personal copy', () => {
  test.each<{ asked: Omit<BuildRequest, 'name'>; name: string }>([
    { asked: { steps: '3-4' }, name: 'Zoë Łukasz' },
    // The fonts of this look have none of these letters.
    { asked: { steps: '3-4', note: 'Дорогая Мария' }, name: 'Nguyễn Мария' },
    { asked: { template: 'warm', lang: 'es', steps: '3-4', largePrint: true }, name: 'Ελένη Иванова' },
    { asked: { template: 'plain', flat: true, paper: 'a5', binding: 'booklet', discreet: true, steps: '3-4' }, name: 'Žofie' },
  ])('with the name $name conforms: $asked', async ({ asked, name }) => {
    const copies = await createBuilder().personalCopies(asked);
    const copy = copies.ok && (await copies.copy(name));
    if (!copy || !copy.ok) throw new Error('expected a copy');
    expect(await check(copy.bytes)).toMatchObject(well);
    expect(await findingsOf(Buffer.from(copy.bytes))).toEqual([]);
  });
});

/** As keyboards type it: for dashes and curly quotes PDFium falls back on a font of the machine, which it does not embed. */
const ANSWER = 'I said that I would call, and I didn\'t. It was late; I was "tired", à bout.';

/** Some steps have fields of every kind. */
const filled: Requested[] = [
  {},
  ...templates.slice(1).map((template) => ({ template, steps: '3-4' })),
  { lang: 'es', paper: 'a4', for: 'was-hurt' },
  { paper: 'a5', steps: '3-4' },
  { largePrint: true, steps: '3-4' },
];

describe.each(filled.map((asked) => ({ name: Object.values(asked).join(' ') || 'all of it', asked })))('filled in: $name', ({ asked }) => {
  let blank: Buffer;
  beforeAll(async () => {
    blank = await shippedPdf(asked);
  });

  test('typed into and ticked with PDFium it conforms, and flattened as well', async () => {
    const { saved } = await fillInPdfium(blank, ({ kind }) => (kind === 'check' ? true : ANSWER));
    const verdict = check(saved);
    const { bytes } = await flattened(saved);
    expect(await verdict).toMatchObject(well);
    expect(await check(bytes)).toMatchObject(well);
  });

  test('saved by pdf.js it conforms', async () => {
    expect(await check((await fillInPdfjs(blank, ({ fieldType }) => (fieldType === 'Btn' ? true : ANSWER))).bytes)).toMatchObject(well);
  });
});

describe('for archives, PDF/A-2a', () => {
  /** The profile has 153 rules. */
  const kept = { compliant: true, failures: [], rules: 153 };
  const both = async (bytes: Uint8Array): Promise<void> => {
    expect(await check(bytes)).toMatchObject(well);
    expect(await check(bytes, 'PDFA-2A')).toMatchObject(kept);
  };

  test.each<Requested>([
    { flat: true, steps: '3-4' },
    { flat: true, discreet: true, lang: 'es', template: 'warm', steps: '3-4' },
  ])('a print-only copy conforms: %j', async (asked) => both(await shippedPdf(asked)));

  test('a filled copy that was flattened for it conforms, and so does a page of it', async () => {
    const { saved } = await fillInPdfium(await shippedPdf({ steps: '3-4' }), ({ kind }) => (kind === 'check' ? true : ANSWER));
    for (const options of [{ archive: true }, { archive: true, only: ['apologize/my-apology'] }]) {
      const made = await flatten(saved, options);
      if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
      await both(made.bytes);
    }
  });

  test('a copy to fill in does not say that it is for archives', async () => {
    expect((await check(await shippedPdf({ steps: '3-4' }), 'PDFA-2A')).failures?.map(({ rule }) => rule)).toContain('6.6.4-1');
  });
});

test('pages that are sent conform', async () => {
  const { saved } = await fillInPdfium(await shippedPdf({}), ({ kind }) => (kind === 'check' ? true : ANSWER));
  for (const options of [{ only: ['apologize/my-apology'] }, { only: ['today', 'boundaries'] }, { pages: '3,36-41' }]) {
    const made = await flatten(saved, options);
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
    expect(await check(made.bytes)).toMatchObject(well);
  }
});

test.each<BuildRequest>([
  { packet: 'first-talk', for: 'was-hurt', edition: 'counselor', twoSided: true },
  { packet: 'month-of-small-steps', edition: 'notes', lang: 'es', paper: 'a4' },
  { packet: 'prepare-for-counseling', edition: 'counselor', paper: 'a5', template: 'bold', binding: '2-hole' },
])('the counselor’s copy of a packet conforms: %j', async (request) => {
  const made = await createBuilder().build({ country: 'us', ...request });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  expect(await check(made.bytes)).toMatchObject(well);
  expect(await findingsOf(Buffer.from(made.bytes))).toEqual([]);
});

test.each<Parameters<typeof progressPage>[1]>([
  {},
  { template: 'plain', paper: 'a5', lang: 'es' },
  { template: 'warm', paper: 'a4' },
  { template: 'bold', largePrint: true },
])('filled copies compared on a page conform, to PDF/A-2a as well: %j', async (options) => {
  const blank = await shippedPdf({ steps: '3-4' });
  const { saved } = await fillInPdfium(blank, ({ kind }, index) => (kind === 'check' ? index % 3 === 0 || undefined : ANSWER));
  const made = await progressPage([blank, saved], options);
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  expect(await check(made.bytes)).toMatchObject(well);
  expect(await check(made.bytes, 'PDFA-2A')).toMatchObject({ compliant: true, failures: [] });
  expect(await findingsOf(Buffer.from(made.bytes))).toEqual([]);
});

test('what is checked here is what the packed program writes', async () => {
  const program = await packed();
  const home = await program.folder();
  const { code, stderr } = await program.mendbook(home, ['build', '--country', 'us', '--paper', 'a4', '--for', 'was-hurt', '-o', 'a.pdf']);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  expect((await readFile(path.join(home, 'a.pdf'))).equals(await shippedPdf({ paper: 'a4', for: 'was-hurt' }))).toBe(true);
});

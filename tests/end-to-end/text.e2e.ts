/** What is copied out of the PDF is what was written: every paragraph of the shipped workbook, letter for letter, in three engines. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isProse, plain } from '../../src/content/plain-text.ts';
import type { Prose } from '../../src/content/span.ts';
import { templatesIn } from '../../src/theme/find-template.ts';
import { Builder } from '../../src/builder/builder.ts';
import { shippedLanguages } from '../fixtures/editions.ts';
import { lettersInPdfium, lettersInPdfjs } from '../flatten/filled.ts';
import { lettersOf } from '../readers/shown.ts';
import { root } from './packed.ts';
import { runWell } from './run.ts';

/** Every paragraph inside a value. */
const paragraphsIn = (value: unknown): Prose[] => {
  if (isProse(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(paragraphsIn) : [];
};

/** The letters of each page as poppler reads them, in the order of the content. */
const lettersInPoppler = async (file: string): Promise<string[]> => {
  const { stdout } = await runWell('pdftotext', ['-raw', file, '-']);
  return stdout
    .toString('utf8')
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/\s/g, ''));
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-text-'));
});
afterAll(() => rm(folder, { recursive: true }));

const [templates, languages] = await Promise.all([templatesIn(path.join(root, 'templates')), shippedLanguages(root)]);
/** The first template in every language, the others in one. */
const looks = templates.flatMap((template, number) =>
  languages.filter((_, index) => number === 0 || index === number % languages.length).map((lang) => ({ template, lang })),
);

describe.each(looks)('in $template, $lang', ({ template, lang }) => {
  const engines = new Map<string, string[]>();
  let written: string[];
  beforeAll(async () => {
    const builder = new Builder();
    const { ready } = await builder.prepare({
      cwd: '/',
      workbook: 'rebuilding-trust',
      lang,
      template,
      paper: 'letter',
      for: 'both',
      relationship: 'other',
      edition: 'counselor',
      country: 'us',
      flat: true,
    });
    const { pdf } = ready ? await builder.make(ready) : {};
    if (!ready || !pdf) throw new Error('the workbook is not built');
    // Of a sentence with gaps, the words between them; a stop or comma behind a gap that ends its line is not printed.
    written = paragraphsIn(ready.edition.sections).flatMap((paragraph) =>
      plain(paragraph)
        .split('____')
        .map((words, index) => (index > 0 ? words.replace(/^[.,]? */, '') : words)),
    );
    const file = path.join(folder, `${lang}.pdf`);
    await writeFile(file, pdf.bytes);
    engines.set('pdf.js', (await lettersInPdfjs(pdf.bytes)).map(lettersOf));
    // PDFium takes the hyphen at the end of a line for a word that was divided; letters are compared without any.
    engines.set('PDFium', (await lettersInPdfium(pdf.bytes)).map(lettersOf));
    engines.set('poppler', (await lettersInPoppler(file)).map(lettersOf));
  });

  test('all engines read the same letters on each page', () => {
    const [one, ...others] = [...engines.values()] as [string[], ...string[][]];
    expect(one.length).toBeGreaterThan(90);
    for (const other of others) expect(other).toEqual(one);
  });

  test.each(['pdf.js', 'PDFium', 'poppler'])('%s finds every paragraph as it was written', (engine) => {
    const read = (engines.get(engine) ?? []).join('');
    expect(written.length).toBeGreaterThan(500);
    expect(written.join('')).toMatch(/[“”].*[’]|[¿é].*[áí]/s);
    expect(written.filter((paragraph) => !read.includes(lettersOf(paragraph)))).toEqual([]);
  });
});

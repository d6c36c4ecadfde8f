/** The shipped workbook as other programs see it: qpdf reads it without complaint, poppler finds its fonts, words and answers. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createBuilder } from '../../src/api/index.ts';
import { fillInPdfjs, openInPdfjs } from '../readers/pdfjs.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';
import { lettersOf, shownIn } from '../readers/shown.ts';
import { treeText } from '../readers/tree-text.ts';
import { HANDS, write, writeTooMuch } from '../pdf/prose.ts';
import { packed } from './packed.ts';
import { run, runWell } from './run.ts';

let folder: string;
let bytes: Buffer;
const at = (name: string): string => path.join(folder, name);
const files = ['fill.pdf', 'print.pdf', 'hurt.pdf', 'copy.pdf'];
/** In letters that the book has, and in others. */
const NAME = 'Ana Łukasz';

beforeAll(async () => {
  const program = await packed();
  folder = await program.folder();
  const edition = (...args: string[]) => program.mendbook(folder, ['build', '--country', 'gb', ...args]);
  const built = await Promise.all([
    edition('-o', 'fill.pdf'),
    edition('--flat', '-o', 'print.pdf'),
    edition('--for', 'was-hurt', '--paper', 'a4', '-o', 'hurt.pdf'),
  ]);
  for (const { code, stderr } of built) if (code !== 0) throw new Error(stderr);
  bytes = await readFile(at('fill.pdf'));
  const copies = await createBuilder().personalCopies({ country: 'gb' });
  const copy = copies.ok && (await copies.copy(NAME));
  if (!copy || !copy.ok) throw new Error('expected a copy');
  await writeFile(at('copy.pdf'), copy.bytes);
});

test.each(files)('qpdf finds nothing wrong with %s', async (file) => {
  const { stdout, stderr } = await runWell('qpdf', ['--check', at(file)]);
  expect(stdout.toString()).toContain('No syntax or stream encoding errors found');
  expect(stderr).toBe('');
});

test.each(files)('every font of %s that shows is embedded', async (file) => {
  const { stdout } = await runWell('pdffonts', [at(file)]);
  const fonts = stdout
    .toString()
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.trim().split(/\s+/));
  expect(fonts.length).toBeGreaterThan(2);
  for (const [name, ...columns] of fonts) {
    const embedded = columns.at(-5);
    // Check boxes name it in the form's resources, no appearance uses it (pdf.md, 1a).
    if (name === 'ZapfDingbats') continue;
    expect([name, embedded]).toEqual([name, 'yes']);
  }
});

test('poppler reads the name on the cover of a personal copy, and the words of the book on its other pages', async () => {
  const pages = async (file: string) => (await runWell('pdftotext', [at(file), '-'])).stdout.toString().split('\f');
  const [[cover = '', ...others], [, ...book]] = [await pages('copy.pdf'), await pages('fill.pdf')];
  expect(cover).toContain(`Prepared for ${NAME}`);
  expect(others).toEqual(book);
});

test('poppler draws every page without complaint', async () => {
  const { stderr } = await runWell('pdftoppm', ['-r', '20', '-gray', at('fill.pdf'), at('page')]);
  expect(stderr).toBe('');
});

test('poppler reads the words, and no letter is lost to a missing glyph', async () => {
  const text = (await runWell('pdftotext', [at('fill.pdf'), '-'])).stdout.toString();
  for (const word of ['Rebuilding', 'Contents', 'Acknowledge', 'Apologize', 'boundaries', 'forgive']) expect(text.toLowerCase()).toContain(word.toLowerCase());
  expect(text).not.toContain('\uFFFD');
  // Headings of steps and the words beside fields, in the same order in both editions.
  const flat = (await runWell('pdftotext', [at('print.pdf'), '-'])).stdout.toString();
  expect(flat).toBe(text);
});

test('pdfinfo says that it is tagged, titled, a form, and without script', async () => {
  const info = (await runWell('pdfinfo', [at('fill.pdf')])).stdout.toString();
  expect(info).toMatch(/^Tagged: +yes$/m);
  expect(info).toMatch(/^Form: +AcroForm$/m);
  expect(info).toMatch(/^JavaScript: +no$/m);
  expect(info).toMatch(/^PDF version: +1\.7$/m);
  expect((await runWell('pdfinfo', [at('print.pdf')])).stdout.toString()).toMatch(/^Form: +none$/m);
});

test('the structure that poppler sees begins with the title and goes through all steps', async () => {
  const structure = (await runWell('pdfinfo', ['-struct-text', at('fill.pdf')])).stdout.toString();
  const headings = [...structure.matchAll(/^\s*H([12]) [^\n]*\n\s*"([^"]*)"/gm)].map(([, level, words]) => `${level} ${words}`);
  expect(headings[0]).toMatch(/^1 /);
  expect(headings.filter((heading) => heading.startsWith('1 '))).toHaveLength(1);
  expect(headings.length).toBeGreaterThan(12);
});

test.each(files)('no page of %s ends with a heading, and none is empty', async (file) => {
  const document = await openInPdfjs(await readFile(at(file)));
  for (let page = 0; page < document.numPages; page += 1) {
    const lines = (await treeText(document, page)).split('\n');
    expect(lines.length, `page ${page + 1}`).toBeGreaterThan(2);
    expect(lines.at(-1), `page ${page + 1}`).not.toMatch(/^\s*H[1-6] /);
  }
  await document.loadingTask.destroy();
});

test('Chrome: all that every field of the whole workbook takes is printed, and poppler reads it back', async () => {
  const document = await PdfiumDocument.open(bytes);
  const values = new Map<string, string>();
  let index = 0;
  for (let page = 0; page < document.pageCount; page += 1) {
    for (const widget of document.widgets(page)) {
      if (widget.kind === 'check') document.click(widget);
      else document.type(widget, writeTooMuch(HANDS[(index += 1) % HANDS.length] as (typeof HANDS)[number], widget.rect));
    }
    document.leave();
    for (const [name, value] of document.values(page)) values.set(name, value);
  }
  await writeFile(at('chrome.pdf'), document.save());
  document.close();
  const shown = await shownIn(await readFile(at('chrome.pdf')));
  expect(shown.size).toBeGreaterThan(200);
  for (const [name, { letters, cut }] of shown) {
    expect(letters, name).toBe(lettersOf(values.get(name) ?? ''));
    expect(letters.length, name).toBeGreaterThan(2);
    expect(cut, name).toBe(0);
  }
  expect([...values.values()].filter((value) => value === 'Off')).toEqual([]);
  await runWell('qpdf', ['--check', at('chrome.pdf')]);
  const text = lettersOf((await runWell('pdftotext', ['-raw', at('chrome.pdf'), '-'])).stdout.toString());
  const [longest = ''] = [...shown.values()].map(({ letters }) => letters).toSorted((one, other) => other.length - one.length);
  expect(text).toContain(longest.slice(0, 200));
});

test('Firefox: prose up to the limit of every field is printed to its last line', async () => {
  for (const hand of ['plain', 'long words', 'names and numbers'] as const) {
    const { bytes: saved, accepted } = await fillInPdfjs(bytes, ({ fieldType }) => (fieldType === 'Btn' ? true : write(hand, 4200)));
    let cut = 0;
    let letters = 0;
    for (const [name, shown] of await shownIn(saved)) {
      expect(shown.letters, `${name}, ${hand}`).toBe(lettersOf(accepted.get(name) ?? ''));
      cut += shown.cut;
      letters += shown.letters.length;
    }
    // The last letter of some lines, by a fault of pdf.js (mozilla/pdf.js#21969).
    expect(cut / letters).toBeLessThan(0.01);
    await writeFile(at('firefox.pdf'), saved);
    const { code, stderr } = await run('qpdf', ['--check', at('firefox.pdf')]);
    expect([code, stderr]).toEqual([0, '']);
  }
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { Capture } from '../commands/capture.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { bookmarksOf, contentsOf, numbersOf } from './read.ts';

const root = path.resolve(import.meta.dirname, '../..');

const textsOf = async (document: PDFDocumentProxy): Promise<string[]> => {
  const texts: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    );
  }
  return texts;
};

describe.each([
  { lang: 'en', title: 'Is this book right for us?', together: 'Together', line: 'Only if you can both say no', empty: 'This side is empty.' },
  { lang: 'es', title: '¿Nos conviene este cuaderno?', together: 'Entre dos', line: 'Solo si nadie teme decir no', empty: 'Este lado está vacío.' },
])('the safety of a copy ($lang)', ({ lang, title, together, line, empty }) => {
  let folder = '';
  /** A copy, as pdf.js opens it. */
  const opened = async (options: { twoSided?: boolean } = {}): Promise<PDFDocumentProxy> => {
    const [stdout, stderr] = [new Capture(), new Capture()];
    const out = path.join(folder, 'copy.pdf');
    const code = await build({
      workbook: 'rebuilding-trust',
      lang,
      for: 'was-hurt',
      flat: true,
      quiet: true,
      force: true,
      out,
      cwd: root,
      stdout,
      stderr,
      ...options,
    });
    if (code !== 0) throw new Error(stderr.text);
    return openInPdfjs(await readFile(out));
  };
  let document: PDFDocumentProxy;
  let texts: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mendbook-'));
    document = await opened();
    texts = await textsOf(document);
  });
  afterAll(async () => {
    await document.loadingTask.destroy();
    await rm(folder, { recursive: true });
  });

  test('the page that asks whether the book is right comes second, after the one on how to use the book', async () => {
    const first = (await bookmarksOf(document))[1];
    const at = texts.findIndex((text) => text.includes(title));
    const numbers = await numbersOf(document);
    expect(numbers[at - 1]).toBe(first?.page);
  });

  test('no contents, no bookmark and no number of a page tell that it was there', async () => {
    const [contents, bookmarks, numbers] = [await contentsOf(document), await bookmarksOf(document), await numbersOf(document)];
    expect([...contents, ...bookmarks].filter(({ words }) => words.includes(title))).toEqual([]);
    const counted = numbers.filter((number) => /^\d+$/.test(number));
    expect(counted).toEqual(counted.map((_, index) => String(index + 1)));
    expect(texts.filter((text, index) => numbers[index] === '–' && /\d+ (?:of|de) \d+/.test(text))).toEqual([]);
    expect(texts.findIndex((text) => text.includes(title))).toBe(numbers.indexOf('–'));
  });

  test('in a copy for two sides, an empty side before it says no more than that it is empty', async () => {
    const twoSided = await opened({ twoSided: true });
    const said = await textsOf(twoSided);
    const at = said.findIndex((text) => text.includes(title));
    expect(at % 2).toBe(0);
    expect(said[at - 1]).toContain(empty);
    expect(said[at - 1]).not.toMatch(/sheet|hoja/);
    expect(said.filter((text) => text.includes(empty)).length).toBeGreaterThan(1);
    await twoSided.loadingTask.destroy();
  });

  test('every worksheet that is done together says that both must be free to say no', () => {
    const joint = texts.filter((text) => new RegExp(`(?:min|h) ${together} `).test(text));
    expect(joint.length).toBeGreaterThan(5);
    expect(joint.filter((text) => !text.includes(line))).toEqual([]);
  });
});

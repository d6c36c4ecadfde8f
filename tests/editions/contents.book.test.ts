import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { Capture } from '../commands/capture.ts';
import { EDITIONS, type Edition, shippedLanguages } from '../fixtures/editions.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { bookmarksOf, contentsOf, entriesOn, type Line, numbersOf } from './read.ts';

const root = path.resolve(import.meta.dirname, '../..');
const languages = await shippedLanguages(root);
const editions = languages.flatMap((language) => EDITIONS.map((edition) => ({ language, edition, file: `${language}-${edition.name}.txt` })));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

const built = async (lang: string, { name, for: role, edition }: Edition): Promise<Buffer> => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  const out = path.join(folder, `${lang}-${name}.pdf`);
  const code = await build({
    workbook: 'rebuilding-trust',
    lang,
    template: 'calm',
    paper: 'letter',
    for: role,
    relationship: 'other',
    edition,
    flat: true,
    quiet: true,
    out,
    cwd: root,
    stdout,
    stderr,
  });
  if (code !== 0) throw new Error(stderr.text);
  return readFile(out);
};

const shown = ({ words, page, depth }: Line): string => `${'  '.repeat(depth)}${words} | ${page}`;

/** Each edition on Letter, as text: a page that moves, a worksheet that goes to the wrong reader, a title that changes shows here. */
describe('the contents and the bookmarks of an edition', () => {
  test.each(editions)('$language, $edition.name', async ({ language, edition, file }) => {
    const document = await openInPdfjs(await built(language, edition));
    const [contents, bookmarks, numbers] = [await contentsOf(document), await bookmarksOf(document), await numbersOf(document)];
    const text = [`${document.numPages} pages`, '', 'Contents', ...contents.map(shown), '', 'Bookmarks', ...bookmarks.map(shown), ''].join('\n');
    const steps = bookmarks.filter(({ words, depth }) => depth === 0 && contents.some((line) => line.words.endsWith(words)));
    const openers = (await Promise.all(steps.map(({ page }) => entriesOn(document, numbers.indexOf(page))))).flat();
    await document.loadingTask.destroy();
    await expect(text).toMatchFileSnapshot(path.join(import.meta.dirname, file));
    // What is printed and what is clicked lead to the same pages; a step is called by its number as well.
    expect(contents.length).toBeGreaterThan(0);
    const nowhere = contents.filter(({ words, page }) => !bookmarks.some((bookmark) => bookmark.page === page && words.endsWith(bookmark.words)));
    expect(nowhere).toEqual([]);
    expect(openers.length).toBeGreaterThan(0);
    expect(contents.map(shown)).toEqual(expect.arrayContaining(openers.map(shown)));
  });

  test('are kept for what is there, and for nothing else', async () => {
    const kept = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.txt'));
    expect(kept.filter((name) => !editions.some(({ file }) => file === name))).toEqual([]);
  });
});

/** What is seen of a filled file: words and ticks where they belong, and all else as it was. */
import { writeFile } from 'node:fs/promises';
import { run } from '../end-to-end/run.ts';
import { type Bitmap, PdfiumDocument, type Rectangle, type Widget } from '../readers/pdfium.ts';
import { inkIn, within } from '../readers/pixels.ts';
import { lettersOf } from '../readers/shown.ts';
import type { Answers } from './answers.ts';
import { type Engine, type Medium, SCALE } from './engine.ts';
import { inFolder } from './files.ts';

/** Inside the frame of a tick box, in points. */
const RIM = 2.5;
/** The tints that viewers lay over fields are lighter than any ink of ours. */
const DARK = 190;
/** Pixels of edges come out a little otherwise from one drawing to the next. */
const SAME = 0.004;

/** The fields of a file with their places, by page. */
export const placesOf = async (bytes: Uint8Array): Promise<Widget[][]> => {
  const document = await PdfiumDocument.open(bytes);
  const found = Array.from({ length: document.pageCount }, (_, page) => document.widgets(page));
  document.close();
  return found;
};

/** Pictures of pages, by their numbers from 0. */
export type Pictures = ReadonlyMap<number, Bitmap>;

/** Pages as a program draws them. */
export const picturesOf = async (engine: Engine, medium: Medium, bytes: Uint8Array, pages: readonly number[]): Promise<Pictures> => {
  if (!engine.see) throw new Error(`${engine.name} has no eyes`);
  const eye = await engine.see(bytes, medium);
  const pictures = new Map<number, Bitmap>();
  for (const page of pages) pictures.set(page, await eye.page(page));
  await eye.close();
  return pictures;
};

/**
 * Looks at pages of a filled file beside the blank one, as one program draws both.
 * @returns What is not as it should be, a line each: nothing seen where something was filled in, something where nothing was
 */
export const misseen = (pictures: { blank: Pictures; filled: Pictures }, answers: Answers, widgets: readonly Widget[]): string[] =>
  widgets.flatMap(({ name, kind, page, rect }) => {
    const [blank, filled] = [pictures.blank.get(page), pictures.filled.get(page)];
    if (!blank || !filled) throw new Error(`page ${page + 1} was not drawn`);
    const region: Rectangle = kind === 'check' ? within(rect, RIM) : rect;
    const [was, is] = [inkIn(blank, region, SCALE, DARK), inkIn(filled, region, SCALE, DARK)];
    const shown = `${is.toFixed(3)} of it is ink, ${was.toFixed(3)} when blank`;
    if (kind === 'check' && answers.ticks.has(name)) return is > was + 2 * SAME ? [] : [`${name}: no tick, ${shown}`];
    // Typing covers the rules: what is seen is neither nothing nor what was there before.
    if (answers.texts.has(name)) return is > 0.001 && Math.abs(is - was) > 0.0005 ? [] : [`${name}: no words, ${shown}`];
    return Math.abs(is - was) < SAME ? [] : [`${name}: untouched, but ${shown}`];
  });

interface Word {
  text: string;
  box: Rectangle;
}

/** The words that poppler finds on each page, with their places in points from the lower left corner. */
const wordsInPoppler = (bytes: Uint8Array): Promise<Word[][]> =>
  inFolder(async (at) => {
    await writeFile(at('in.pdf'), bytes);
    const { stdout } = await run('pdftotext', ['-bbox', at('in.pdf'), '-']);
    const entity: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
    return stdout
      .toString('utf8')
      .split('<page ')
      .slice(1)
      .map((page) => {
        const height = Number(/height="([\d.]+)"/.exec(page)?.[1]);
        return [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g)].map(
          ([, left, top, right, bottom, text]) => ({
            text: (text ?? '').replaceAll(/&\w+;/g, (found) => entity[found] ?? found),
            box: [Number(left), height - Number(bottom), Number(right), height - Number(top)] as const,
          }),
        );
      });
  });

/**
 * The letters of each answer as poppler finds them inside its field.
 * @returns The names of the fields that show other letters than were typed
 */
export const misreadByPoppler = async (bytes: Uint8Array, texts: ReadonlyMap<string, string>, places: readonly (readonly Widget[])[]): Promise<string[]> => {
  const pages = await wordsInPoppler(bytes);
  return places.flat().flatMap(({ name, page, rect: [left, bottom, right, top] }) => {
    const text = texts.get(name);
    if (text === undefined) return [];
    const own = (pages[page] ?? []).filter(({ box }) => {
      const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
      return x > left && x < right && y > bottom && y < top;
    });
    const found = lettersOf(own.map((word) => word.text).join(''));
    return found === lettersOf(text) ? [] : [`${name}: "${found}" of "${text}"`];
  });
};

/**
 * Letters beyond those of Western Europe, typed in Firefox's viewer: fields that nobody touched keep their ruled lines in Chrome's engine and in
 * poppler, as long as the letters are in the encoding of the typing font.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Widget } from '../readers/pdfium.ts';
import { rulesIn } from '../readers/pixels.ts';
import { RawPdf } from '../readers/raw.ts';
import { shippedPdf } from '../fixtures/shipped.ts';
import type { Engine } from './engine.ts';
import { SCALE } from './engine.ts';
import { pdfium } from './pdfium.ts';
import { endBrowser, Window } from './pdfjs.ts';
import { poppler } from './poppler.ts';
import { placesOf } from './seen.ts';

const ENGINES = [pdfium, poppler] as readonly Required<Engine>[];

let blank: Buffer;
let places: Widget[][];
beforeAll(async () => {
  blank = await shippedPdf();
  places = await placesOf(blank);
});
afterAll(endBrowser);

const ruled = (page: number): Widget[] => (places[page] ?? []).filter(({ kind, rect }) => kind === 'text' && rect[3] - rect[1] > 40);

/** Types into the first field of a page; gives the saved copy. */
const typed = async (page: number, text: string): Promise<Uint8Array> => {
  const window = await Window.open(blank);
  await window.fields(page);
  await window.type(page, places[page]?.find(({ kind }) => kind === 'text')?.name ?? '', text);
  const saved = await window.save();
  await window.close();
  return saved;
};

const drawsAnew = async (bytes: Uint8Array): Promise<boolean> => {
  const pdf = await RawPdf.open(bytes);
  const form = pdf.dict(pdf.catalog, 'AcroForm');
  return form !== undefined && String(pdf.get(form, 'NeedAppearances')) === 'true';
};

const rulesOf = async (engine: Required<Engine>, bytes: Uint8Array, page: number): Promise<number[]> => {
  const seen = await engine.see(bytes, 'paper');
  const picture = await seen.page(page);
  await seen.close();
  return ruled(page).map(({ rect }) => rulesIn(picture, rect, SCALE));
};

const pages = (): number[] => places.flatMap((_, page) => (ruled(page).length > 1 ? [page] : [])).slice(0, 2);

test.each([
  ['a no-break space', 'one\u00a0kilometre'],
  ['Polish', 'Zażółć gęślą jaźń, Łódź Śląsk Żory'],
  ['Czech and Slovak', 'Příliš žluťoučký kůň, ďábel, vŕba, Čech'],
  ['Hungarian', 'árvíztűrő tükörfúrógép, Őszi'],
  ['Romanian', 'și ță în România, Ștefan Țepeș'],
  ['Turkish', 'ağır şişe ılık, İstanbul Şahin'],
  ['Croatian and Serbian', 'đak, ćevap, Đorđe, Ćosić'],
  ['Latvian and Lithuanian', 'ēģļāķī ūdens, ąčęėįšųūž'],
])('%s: untouched fields keep their rules', async (_, text) => {
  const [page = 0, other = 0] = pages();
  const saved = await typed(page, text);
  expect(await drawsAnew(saved)).toBe(false);
  const filled = places[page]?.find(({ kind }) => kind === 'text')?.name;
  expect((await pdfium.read(saved)).get(filled ?? '')).toBe(text);
  for (const engine of ENGINES) {
    for (const each of [page, other]) {
      const [before, after] = [await rulesOf(engine, blank, each), await rulesOf(engine, saved, each)];
      const untouched = ruled(each).map(({ name }) => name !== filled);
      expect(after.filter((__, index) => untouched[index])).toEqual(before.filter((__, index) => untouched[index]));
      expect(Math.max(...before)).toBeGreaterThan(0);
    }
  }
});

test('an emoji has every field drawn anew: the last rule of each stays all the same', async () => {
  const [page = 0, other = 0] = pages();
  const saved = await typed(page, 'so 😀');
  expect(await drawsAnew(saved)).toBe(true);
  for (const engine of ENGINES) {
    const seen = await engine.see(saved, 'paper');
    const picture = await seen.page(other);
    await seen.close();
    for (const { rect, name } of ruled(other)) expect(rulesIn(picture, [rect[0], rect[1] - 3, rect[2], rect[1]], SCALE), name).toBe(1);
  }
});

/** One line that is typed stands on the baseline of the words beside it, whichever program sets it, and the rules of its field stay as they were. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Character, PdfiumDocument, type Rectangle, type Widget } from '../readers/pdfium.ts';
import { shippedPdf } from '../fixtures/shipped.ts';
import { pdfium } from './pdfium.ts';
import { endBrowser, pdfjs } from './pdfjs.ts';
import { poppler } from './poppler.ts';
import { placesOf } from './seen.ts';

/** Letters that stand on the baseline with flat feet: the lower edge of their ink is the baseline. */
const FLAT = /[xnmhiklrwzAEFHIKLMNRTXZ]/;
const WORDS = 'xnmx';
/** How far a label may stand left of its field, in points. */
const BESIDE = 260;

const FORMATS = [
  { name: 'in ordinary print', options: { steps: '3-4' }, tolerance: 0.6 },
  { name: 'in large print', options: { steps: '3-4', largePrint: true }, tolerance: 0.85 },
] as const;

const blanks = new Map<string, Buffer>();
beforeAll(async () => {
  for (const { name, options } of FORMATS) blanks.set(name, await shippedPdf(options));
});
afterAll(endBrowser);

const charactersOf = async (bytes: Uint8Array, printed: boolean): Promise<Character[][]> => {
  const document = await PdfiumDocument.open(bytes);
  const pages = Array.from({ length: document.pageCount }, (_, page) => {
    if (printed) document.flatten(page);
    return document.characters(page);
  });
  document.close();
  return pages;
};

const isIn = ([left, bottom, right, top]: Rectangle, { box }: Character): boolean =>
  box[0] >= left - 1 && box[2] <= right + 1 && box[1] >= bottom - 2 && box[3] <= top + 2;

/** The baseline of the nearest word left of a field and level with it; nothing where there is none. */
const baselineBeside = ({ rect: [left, bottom, , top] }: Widget, characters: readonly Character[]): number | undefined => {
  const beside = characters.filter(({ text, box }) => FLAT.test(text) && box[2] < left && left - box[2] < BESIDE && box[1] > bottom && box[3] < top + 4);
  return beside.toSorted((one, other) => other.box[2] - one.box[2])[0]?.box[1];
};

const lines = (places: readonly Widget[][]): Widget[] => places.flat().filter(({ kind, rect }) => kind === 'text' && rect[3] - rect[1] < 26);

test.each(FORMATS.flatMap((format) => [pdfium, pdfjs, poppler].map((engine) => ({ ...format, engine, by: engine.name }))))(
  'typed in $by, $name',
  async ({ name, engine, tolerance }) => {
    const blank = blanks.get(name) as Buffer;
    const places = await placesOf(blank);
    const fields = lines(places);
    const filled = await engine.fill(blank, { texts: new Map(fields.map((field) => [field.name, WORDS])), ticks: new Set() });
    const [labels, typed] = [await charactersOf(blank, false), await charactersOf(filled, true)];
    const off: string[] = [];
    let measured = 0;
    for (const field of fields) {
      const wanted = baselineBeside(field, labels[field.page] ?? []);
      if (wanted === undefined) continue;
      const feet = (typed[field.page] ?? []).filter((character) => FLAT.test(character.text) && isIn(field.rect, character)).map(({ box }) => box[1]);
      measured += 1;
      const found = Math.min(...feet);
      if (!(Math.abs(found - wanted) <= tolerance)) off.push(`${field.name}: ${(found - wanted).toFixed(2)}`);
    }
    expect(measured).toBeGreaterThan(8);
    expect(off).toEqual([]);
  },
);

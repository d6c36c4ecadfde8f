/** What is typed stands on the baseline of the words beside it, whichever program sets it, and the first of several lines near to it. */
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

/** How far a line may stand from the baseline, in points; the first of several has a place of its own in each program. */
const FORMATS = [
  { name: 'in ordinary print', options: { steps: '3-4' }, tolerance: { one: 0.6, first: 2.5 } },
  { name: 'in large print', options: { steps: '3-4', largePrint: true }, tolerance: { one: 0.85, first: 3.6 } },
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

const isOneLine = ({ rect }: Widget): boolean => rect[3] - rect[1] < 26;

test.each(FORMATS.flatMap((format) => [pdfium, pdfjs, poppler].map((engine) => ({ ...format, engine, by: engine.name }))))(
  'typed in $by, $name',
  async ({ name, engine, tolerance }) => {
    const blank = blanks.get(name) as Buffer;
    const places = await placesOf(blank);
    const fields = places.flat().filter(({ kind }) => kind === 'text');
    const filled = await engine.fill(blank, { texts: new Map(fields.map((field) => [field.name, WORDS])), ticks: new Set() });
    const [labels, typed] = [await charactersOf(blank, false), await charactersOf(filled, true)];
    const off: string[] = [];
    const measured = { one: 0, first: 0 };
    for (const field of fields) {
      const wanted = baselineBeside(field, labels[field.page] ?? []);
      if (wanted === undefined) continue;
      const feet = (typed[field.page] ?? []).filter((character) => FLAT.test(character.text) && isIn(field.rect, character)).map(({ box }) => box[1]);
      const line = isOneLine(field) ? 'one' : 'first';
      measured[line] += 1;
      const found = Math.min(...feet);
      if (!(Math.abs(found - wanted) <= tolerance[line])) off.push(`${field.name}: ${(found - wanted).toFixed(2)}`);
    }
    expect(measured.one).toBeGreaterThan(8);
    expect(measured.first).toBeGreaterThan(3);
    expect(off).toEqual([]);
  },
);

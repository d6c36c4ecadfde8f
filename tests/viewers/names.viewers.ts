/** What Firefox tells a screen reader of fields: the accessibility tree of pdf.js's viewer, for pages with each kind of field. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Widget } from '../readers/pdfium.ts';
import { shippedPdf } from '../fixtures/shipped.ts';
import { endBrowser, Window } from './pdfjs.ts';
import { placesOf } from './seen.ts';

let blank: Buffer;
let places: Widget[][];
/** The pages of these fields: lines to write on, sentences with gaps, tables, cards, a scale, lists of boxes with a line for own words, a letter. */
const SAMPLES = new Set([
  'welcome_hope',
  'boundaries_cards_2_1',
  'small-steps_check-ins_1_1',
  'apologize_apology_copy',
  'apologize_apology_check_1',
  'boundaries_agreement_1',
]);
afterAll(endBrowser);
beforeAll(async () => {
  blank = await shippedPdf();
  places = await placesOf(blank);
});

const samplePages = (): number[] => {
  const found = places.flatMap((widgets, page) => (widgets.some(({ name }) => SAMPLES.has(name)) ? [page] : []));
  // And the first page of each other kind that has boxes and text.
  return [...new Set([...found, places.findIndex((widgets) => widgets.length > 10)])];
};

test('every text field has its name', async () => {
  const window = await Window.open(blank);
  const missing: string[] = [];
  let fields = 0;
  for (const page of samplePages()) {
    const names = new Set(await window.accessibleNames(page));
    expect(names).not.toContain('');
    for (const { kind, label } of places[page] ?? []) {
      if (kind !== 'text') continue;
      fields += 1;
      if (!names.has(label)) missing.push(label);
    }
  }
  await window.close();
  expect(fields).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

test('each tick stands in a list item of its own', async () => {
  const window = await Window.open(blank);
  let boxes = 0;
  for (const page of samplePages()) {
    const counts = await window.boxesOfItems(page);
    expect(counts.at(-1)).toBe(0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(1);
    boxes += counts.filter((count) => count === 1).length;
  }
  await window.close();
  expect(boxes).toBeGreaterThan(10);
});

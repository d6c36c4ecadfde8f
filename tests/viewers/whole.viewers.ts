/** The whole workbook in pdf.js's own viewer in a browser: every field is clicked and typed into, every box ticked, with the mouse and with keys alone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from '../pdf/prose.ts';
import type { Widget } from '../readers/pdfium.ts';
import { lettersOf, shownIn } from '../readers/shown.ts';
import { type Answers, expectedValues, lostIn } from './answers.ts';
import { shippedPdf } from '../fixtures/shipped.ts';
import { pdfium } from './pdfium.ts';
import { endBrowser, Window } from './pdfjs.ts';
import { misseen, picturesOf, placesOf } from './seen.ts';

let blank: Buffer;
let places: Widget[][];
beforeAll(async () => {
  blank = await shippedPdf();
  places = await placesOf(blank);
});
afterAll(endBrowser);

test('each field takes what is typed, each box its tick; all of it is saved, seen and printed', async () => {
  const widgets = places.flat();
  const window = await Window.open(blank);
  const limits = await window.limits();
  const answers: Answers = {
    texts: new Map(widgets.filter(({ kind }) => kind === 'text').map(({ name }, index) => [name, `No. ${index + 1}`.slice(0, limits.get(name))])),
    ticks: new Set(widgets.filter(({ kind }) => kind === 'check').map(({ name }) => name)),
  };
  await window.fillIn(({ name }) => answers.texts.get(name) ?? (answers.ticks.has(name) || undefined));
  const saved = await window.save();
  await window.close();
  expect(answers.texts.size).toBeGreaterThan(200);
  expect(answers.ticks.size).toBeGreaterThan(400);
  expect(lostIn(await pdfium.read(saved), expectedValues(await pdfium.read(blank), answers))).toEqual([]);
  for (const [name, shown] of await shownIn(saved)) expect([name, shown]).toEqual([name, { letters: lettersOf(answers.texts.get(name) ?? ''), cut: 0 }]);
  const pages = places.flatMap(([first]) => first?.page ?? []);
  const [before, after] = [await picturesOf(pdfium, 'paper', blank, pages), await picturesOf(pdfium, 'paper', saved, pages)];
  // Words were read above, letter for letter.
  expect(
    misseen(
      { blank: before, filled: after },
      answers,
      widgets.filter(({ kind }) => kind === 'check'),
    ),
  ).toEqual([]);
});

test('prose up to the limit of a field is in sight while one types, but for a line at most', async () => {
  const window = await Window.open(blank);
  const limits = await window.limits();
  const hidden: string[] = [];
  let fields = 0;
  for (const [page, widgets] of places.entries()) {
    // Every third page: long texts take time.
    if (page % 3 !== 0 || widgets.length === 0) continue;
    for (const { name, value } of await window.fields(page))
      if (typeof value === 'string') await window.paste(page, name, write('plain', limits.get(name) ?? 0));
    for (const field of await window.fields(page)) {
      if (typeof field.value !== 'string') continue;
      fields += 1;
      if (field.hidden > field.lineHeight) hidden.push(`${field.name}: ${field.hidden} pixels`);
    }
  }
  await window.close();
  expect(fields).toBeGreaterThan(40);
  expect(hidden).toEqual([]);
});

test('keys alone lead through the fields in the order in which they are read, tick a box and take the tick back', async () => {
  // The first field takes a click: it must not be a box.
  const page = places.findIndex(([first, ...more]) => first?.kind === 'text' && more.some(({ kind }) => kind === 'check'));
  const names = places[page]?.map(({ name }) => name) ?? [];
  const box = places[page]?.find(({ kind }) => kind === 'check')?.name ?? '';
  const window = await Window.open(blank);
  const state = async (): Promise<unknown> => (await window.fields(page)).find(({ name }) => name === box)?.value;
  await window.fields(page);
  // A click into the first field; from there on, keys.
  await window.click(page, names[0] as string);
  const visited: string[] = [];
  for (let count = 0; count < names.length; count += 1) {
    visited.push(await window.focused());
    if (visited.at(-1) === box) {
      await window.press('Space');
      expect(await state()).toBe(true);
      await window.press('Space');
      expect(await state()).toBe(false);
    }
    await window.press('Tab');
  }
  await window.close();
  expect(visited).toEqual(names);
});

test('each field has its own name, as a tooltip', async () => {
  const window = await Window.open(blank);
  const labels = new Map(places.flat().map(({ name, label }) => [name, label]));
  const wrong: string[] = [];
  for (const [page, widgets] of places.entries()) {
    if (widgets.length === 0) continue;
    for (const { name, label } of await window.fields(page)) if (label !== labels.get(name)) wrong.push(`${name}: "${label}", not "${labels.get(name)}"`);
  }
  await window.close();
  expect(wrong).toEqual([]);
});

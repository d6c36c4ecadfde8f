/** One program fills the workbook in, another opens it, shows it, and goes on: every pair of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blanksOf, fieldOrder, flat, flattened } from '../flatten/filled.ts';
import type { Widget } from '../readers/pdfium.ts';
import { lettersOf, shownIn } from '../readers/shown.ts';
import { type Answers, expectedValues, lostIn, type Values } from './answers.ts';
import { shippedPdf } from '../fixtures/shipped.ts';
import type { Engine, Medium } from './engine.ts';
import { pdfLib } from './pdf-lib.ts';
import { pdfium } from './pdfium.ts';
import { endBrowser, pdfjs, Window } from './pdfjs.ts';
import { pdftk } from './pdftk.ts';
import { poppler } from './poppler.ts';
import { misreadByPoppler, misseen, type Pictures, picturesOf, placesOf } from './seen.ts';

const engines: readonly Engine[] = [pdfium, pdfjs, poppler, pdfLib, pdftk];

/** What every font has, and every program draws. */
const PLAIN = ['I said that I would call.', 'Ana, on Sunday', 'Two (2) words: yes & no', "I didn't <know>", 'Café, naïve, ¡niño!', 'Straße 5'];
/** What few fonts have; as values they hold all the same. */
const HARD = ['Łódź, żółć', 'Αθήνα', 'Привет, Київ', '日本語', '한국어', '🙂 ok', 'שלום', 'سلام', 'e\u0301 ﬁ'];
/** Pages that are looked at: those with most fields. */
const LOOKED_AT = 6;
const MEDIA = ['screen', 'paper'] as const;

let blank: Buffer;
let places: Widget[][];
let untouched: Values;
/** Answers that are seen, answers that hold, and answers that another program adds. */
let plain: Answers;
let hard: Answers;
let more: Answers;
let looked: Widget[];
let pages: number[];
let limits: Map<string, number>;
let order: string[];

beforeAll(async () => {
  blank = await shippedPdf({ steps: '3' });
  places = await placesOf(blank);
  untouched = await pdfium.read(blank);
  const window = await Window.open(blank);
  limits = await window.limits();
  await window.close();
  const texts = places
    .flat()
    .filter(({ kind }) => kind === 'text')
    .map(({ name }) => name);
  const boxes = places
    .flat()
    .filter(({ kind }) => kind === 'check')
    .map(({ name }) => name);
  const take = (name: string, words: readonly string[], index: number): [string, string] => [
    name,
    (words[index % words.length] as string).slice(0, limits.get(name)),
  ];
  const share = (part: number): string[] => texts.filter((_, index) => index % 4 === part);
  const ticked = (part: number) => new Set(boxes.filter((_, index) => index % 3 === part));
  plain = { texts: new Map(share(0).map((name, index) => take(name, PLAIN, index))), ticks: ticked(0) };
  hard = { texts: new Map([...plain.texts, ...share(1).map((name, index) => take(name, HARD, index))]), ticks: ticked(0) };
  more = { texts: new Map(share(2).map((name, index) => take(name, PLAIN, index + 1))), ticks: ticked(1) };
  const fullest = places.toSorted((one, other) => other.length - one.length).slice(0, LOOKED_AT);
  looked = fullest.flat();
  pages = fullest.flatMap(([first]) => first?.page ?? []);
  order = await fieldOrder(blank);
});
afterAll(async () => {
  await endBrowser();
  process.stderr.write(
    `\n${table
      .map((row) =>
        row
          .map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0))
          .join('  ')
          .trimEnd(),
      )
      .join('\n')}\n\n`,
  );
});

const table: string[][] = [['filled in by', 'opened by', 'values', 'seen on screen', 'seen on paper', 'values after going on there']];
const WIDTHS = [12, 9, 9, 14, 14, 0];

const blankPictures = new Map<string, Promise<Pictures>>();
/** The blank workbook as a program draws it, drawn once. */
const drawnBlank = (engine: Engine, medium: Medium): Promise<Pictures> => {
  const key = `${engine.name} ${medium}`;
  const pictures = blankPictures.get(key) ?? picturesOf(engine, medium, blank, pages);
  blankPictures.set(key, pictures);
  return pictures;
};

const both = (one: Answers, other: Answers): Answers => ({ texts: new Map([...one.texts, ...other.texts]), ticks: new Set([...one.ticks, ...other.ticks]) });

describe.each(engines)('filled in by $name', (filler) => {
  let filled: Uint8Array;
  let seen: Uint8Array;
  beforeAll(async () => {
    [filled, seen] = [await filler.fill(blank, hard), await filler.fill(blank, plain)];
  });

  test.each(engines)('every value is kept by $name, seen, and still there when it goes on', async (other) => {
    const expected = expectedValues(untouched, hard);
    const lost = lostIn(await other.read(filled), expected);
    const all = expectedValues(untouched, both(hard, more));
    const after = lostIn(await pdfium.read(await other.fill(filled, more)), all);
    const wrong: string[][] = [];
    for (const medium of other.see ? MEDIA : [])
      wrong.push(misseen({ blank: await drawnBlank(other, medium), filled: await picturesOf(other, medium, seen, pages) }, plain, looked));
    const told = wrong.map((each) => `${looked.length - each.length} of ${looked.length}`);
    table.push([
      filler.name,
      other.name,
      `${expected.size - lost.length} of ${expected.size}`,
      told[0] ?? '–',
      told[1] ?? '–',
      `${all.size - after.length} of ${all.size}`,
    ]);
    expect({ lost, after, wrong: wrong.flat() }).toEqual({ lost: [], after: [], wrong: [] });
  });

  test('the letters on paper are those that were typed, in PDFium and in poppler, and none is cut', async () => {
    const shown = await shownIn(seen);
    for (const [name, text] of plain.texts) {
      const { letters, cut } = shown.get(name) ?? { letters: '', cut: 0 };
      expect([name, letters]).toEqual([name, lettersOf(text)]);
      // poppler lets a line that begins 2 points inside a field be as long as the field is wide (docs/viewers.md).
      expect([name, cut]).toEqual([name, filler.name === 'poppler' ? expect.toSatisfy((letter: number) => letter <= 1) : 0]);
    }
    expect(await misreadByPoppler(seen, plain.texts, places)).toEqual([]);
  });

  test('the window of pdf.js shows the same words', async () => {
    const window = await Window.open(seen);
    const wrong: string[] = [];
    for (const [page, widgets] of places.entries()) {
      if (widgets.length === 0) continue;
      for (const { name, value, hidden } of await window.fields(page)) {
        const text = plain.texts.get(name);
        if (text !== undefined && (lettersOf(String(value)) !== lettersOf(text) || hidden > 1))
          wrong.push(`${name}: "${value}" of "${text}", ${hidden} hidden`);
      }
    }
    await window.close();
    expect(wrong).toEqual([]);
  });

  test('flattened, it has every answer in its place', async () => {
    const { bytes, ticks } = await flattened(filled);
    const blanks = await blanksOf(bytes);
    expect(ticks).toBe(hard.ticks.size);
    for (const [name, text] of hard.texts) expect([name, blanks[order.indexOf(name)]?.words.normalize('NFKC')]).toEqual([name, flat(text).normalize('NFKC')]);
  });
});

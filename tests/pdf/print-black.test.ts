/** What a printer with black alone makes of the pages: letters and rules are black, so that none of them is made of dots. */
import { describe, expect, test } from 'vitest';
import { makePdf } from '../../src/builder/make-pdf.ts';
import { loadStrings } from '../../src/content/load-strings.ts';
import { loadTemplate } from '../../src/template/load.ts';
import { shippedTemplates, templatesIn } from '../../src/theme/find-template.ts';
import { loadTheme } from '../../src/theme/load.ts';
import type { Theme } from '../../src/kit/theme.ts';
import { section, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';
import { everyKind } from '../layout/calm-book.ts';
import { lightness } from '../readers/pixels.ts';
import { type Bitmap, PdfiumDocument, type Rectangle } from '../readers/pdfium.ts';
import { RawPdf } from '../readers/raw.ts';
import { samplesOf } from '../template/samples.ts';

const build = async (name: string, edition = everyKind()): Promise<{ bytes: Buffer; theme: Theme }> => {
  const [{ theme, fonts }, { strings }, { template }] = await Promise.all([
    loadTheme(name, { paper: 'letter', cwd: '/' }),
    loadStrings('en', '/'),
    loadTemplate(name, { cwd: '/' }),
  ]);
  if (!theme || !fonts || !strings || !template) throw new Error(`${name} does not load`);
  const { pdf } = await makePdf({ edition, template, theme, fonts, strings, options: { paper: 'letter' } });
  if (!pdf) throw new Error(`${name} cannot be laid out`);
  return { bytes: pdf.bytes, theme };
};

/** Letters of this size are large enough to be told however they are printed, in points. */
const LARGE = 14;

/** The operator of a colour as #rrggbb. */
const operator = (color: string): string =>
  `${[1, 3, 5].map((at) => Math.round((Number.parseInt(color.slice(at, at + 2), 16) / 255) * 1000) / 1000).join(' ')} rg`;

/** Dots of a laser printer to a point, and the side of the pattern that it makes greys with. */
const DOTS = 600 / 72;
const CELL = 6;
const SPREAD = 11;

/** Whether a printer with black alone sets a dot: an ordered pattern of 36 steps, spread so that neighbours differ. */
const isDot = (page: Bitmap, x: number, y: number): boolean => {
  const step = (((y % CELL) * CELL + (x % CELL)) * SPREAD) % (CELL * CELL);
  return lightness(page, x, y) < ((step + 0.5) / (CELL * CELL)) * 255;
};

/** A widget is a little wider than its rules, in points. */
const END = 2;

/** The most rows of dots without a gap that lie on each other, in the lowest rows of a rectangle (in points from the lower left corner). */
const solidRows = (page: Bitmap, [left, bottom, right]: Rectangle): number => {
  const [from, to] = [Math.ceil((left + END) * DOTS), Math.floor((right - END) * DOTS)];
  let rows = 0;
  let most = 0;
  for (let y = Math.floor(page.height - (bottom + 2) * DOTS); y < page.height - (bottom - 1.5) * DOTS; y += 1) {
    let solid = true;
    for (let x = from; x < to && solid; x += 1) solid = isDot(page, x, y);
    rows = solid ? rows + 1 : 0;
    most = Math.max(most, rows);
  }
  return most;
};

describe.each(await templatesIn(shippedTemplates()))('the template %s', (name) => {
  test('sets small words and lines in black, and greys nowhere', async () => {
    const { bytes, theme } = await build(name);
    const raw = await RawPdf.open(bytes);
    const contents = raw.pages.map((page) => raw.content(page));
    const small = contents.flatMap((content) => [...content.matchAll(/BT ([\d. ]+ r?g) \/\S+ ([\d.]+) Tf/g)]).filter(([, , size]) => Number(size) < LARGE);
    expect(small.length).toBeGreaterThan(400);
    // Links have the accent, and are underlined as well.
    expect(new Set(small.map(([, color]) => color).filter((color) => color !== operator(theme.colors.accent)))).toEqual(new Set(['0 g']));
    const greys = contents.flatMap((content) => [...content.matchAll(/(?:^|\s)([\d.]+) [gG]\s/g)].map(([, grey]) => grey));
    expect(greys.filter((grey) => grey !== '0' && grey !== '1')).toEqual([]);
  });

  test('has rules that a laser printer of 600 dots to an inch draws without a gap', async () => {
    const { bytes } = await build(name, workbookOf([section('one', 'One', [worksheet('Sheet', samplesOf('question'))], 'closing')]));
    const engine = await PdfiumDocument.open(bytes);
    const widgets = Array.from({ length: engine.pageCount }, (_, page) => engine.widgets(page)).flat();
    const last = widgets.filter(({ name: field }) => field.startsWith('one_'));
    expect(last.length).toBeGreaterThan(0);
    const page = engine.render(last[0]?.page ?? 0, DOTS);
    for (const { rect, page: on } of last) if (on === last[0]?.page) expect(solidRows(page, rect)).toBeGreaterThanOrEqual(2);
    engine.close();
  });
});

/** What is typed into the shipped workbook, in the editions that differ most: every field clear of what is printed round it, on its line, and wide enough. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { FIELD_FONT } from '../fixtures/plain/theme.ts';
import { shippedPdf } from '../fixtures/shipped.ts';
import { HANDS, write } from '../pdf/prose.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { type Character, PdfiumDocument, type Rectangle } from '../readers/pdfium.ts';
import { RawPdf } from '../readers/raw.ts';
import { type Stroke, strokesOf } from '../readers/strokes.ts';

const EDITIONS = [
  { edition: 'on Letter', options: {} },
  { edition: 'in large print', options: { largePrint: true } },
  { edition: 'on A5', options: { paper: 'a5' } },
  { edition: 'in bold', options: { template: 'bold' } },
  { edition: 'in Spanish', options: { lang: 'es', country: 'mx' } },
] as const;

/** The font that all shipped templates type with. */
const font = create(readFileSync(FIELD_FONT)) as Font;

interface Field {
  name: string;
  /** The accessible name. */
  label: string;
  page: number;
  rect: Rectangle;
  size: number;
  limit: number;
  multiline: boolean;
  /** Whether it hides what is printed behind an answer. */
  covers: boolean;
}

interface Page {
  width: number;
  height: number;
  fields: Field[];
  /** All that can be filled in. */
  widgets: { name: string; rect: Rectangle }[];
  strokes: Stroke[];
  printed: Character[];
}

const MULTILINE = 1 << 12;

const fieldOf = (pdf: RawPdf, dict: PDFDict, page: number): Field => {
  const looks = pdf.dict(dict, 'MK');
  return {
    name: pdf.text(dict, 'T') ?? '',
    label: pdf.text(dict, 'TU') ?? '',
    page,
    rect: pdf.numbers(dict, 'Rect') as unknown as Rectangle,
    size: Number(/ ([\d.]+) Tf/.exec(pdf.text(dict, 'DA') ?? '')?.[1]),
    limit: pdf.number(dict, 'MaxLen') ?? 0,
    multiline: ((pdf.number(dict, 'Ff') ?? 0) & MULTILINE) !== 0,
    covers: looks !== undefined && pdf.get(looks, 'BG') !== undefined,
  };
};

const read = async (bytes: Buffer): Promise<Page[]> => {
  const [pdf, shapes, letters] = await Promise.all([RawPdf.open(bytes), openInPdfjs(bytes), PdfiumDocument.open(bytes)]);
  const pages: Page[] = [];
  for (const { index, width, height, annotations } of pdf.pages) {
    const widgets = annotations.map(({ dict }) => dict).filter((dict) => pdf.name(dict, 'Subtype') === 'Widget');
    const texts = widgets.filter((dict) => pdf.name(dict, 'FT') === 'Tx');
    pages.push({
      width,
      height,
      fields: texts.map((dict) => fieldOf(pdf, dict, index)),
      widgets: widgets.map((dict) => ({ name: pdf.text(dict, 'T') ?? '', rect: pdf.numbers(dict, 'Rect') as unknown as Rectangle })),
      strokes: texts.length > 0 ? await strokesOf(shapes, index) : [],
      printed: texts.length > 0 ? letters.characters(index) : [],
    });
  }
  await shapes.loadingTask.destroy();
  letters.close();
  return pages;
};

/** Of each letter, in sizes: viewers set what is typed letter by letter, without kerning. */
const widths = new Map<string, number>();
const widthOfLetter = (letter: string): number => {
  const known = widths.get(letter) ?? font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
  widths.set(letter, known);
  return known;
};
const widthOf = (words: string, size: number): number => [...words].reduce((sum, letter) => sum + widthOfLetter(letter), 0) * size;

/** How many lines a text takes at a width, as every viewer breaks it: at spaces, and in a word that is longer than a line. */
const linesOf = (text: string, width: number, size: number): number => {
  let [lines, used] = [1, 0];
  for (const word of text.split(' ')) {
    const [space, own] = [used > 0 ? widthOf(' ', size) : 0, widthOf(word, size)];
    if (used + space + own <= width) used += space + own;
    else {
      lines += (used > 0 ? 1 : 0) + Math.ceil(own / width) - 1;
      used = own % width;
    }
  }
  return lines;
};

const overlap = ([left, bottom, right, top]: Rectangle, [left2, bottom2, right2, top2]: Rectangle): boolean =>
  Math.min(right, right2) - Math.max(left, left2) > 0.05 && Math.min(top, top2) - Math.max(bottom, bottom2) > 0.05;

/** Viewers keep 2 points free left and right, and 1 above and below. */
const [ASIDE, ABOVE] = [2, 1];
/** From line to line, in sizes, as PDFium sets it; and what pdf.js asks of a height for one line more. */
const [LINE, NEXT_LINE] = [1.3, 1.35];
/** A baseline is so far above the lower edge of a box of one line, in sizes and points; a rule so far below the baseline. */
const foot = (size: number): number => 0.4 * size + 0.25;
const below = (size: number): number => 0.31 * size;
/** Letters that stand on the baseline with flat feet. */
const FLAT = /[xnmhiklrwzAEFHIKLMNRTXZ]/;

/** The baseline of the words that a field of one line continues: those that end nearest to its left edge, level with it. */
const baselineBeside = ({ rect: [left, bottom, , top] }: Field, { printed, strokes, widgets }: Page): number | undefined => {
  const beside = printed.filter(({ text, box }) => FLAT.test(text) && box[2] < left + 1 && left - box[2] < 30 && box[1] > bottom && box[3] < top + 4);
  const nearest = beside.toSorted((one, other) => other.box[2] - one.box[2])[0];
  // Words of another cell, or beyond a box to tick, are no label of this field.
  const apart = nearest && widgets.some(({ rect }) => rect[0] >= nearest.box[2] - 1 && rect[2] <= left + 1 && rect[1] < top && rect[3] > bottom);
  return nearest && !apart && strokes.length > 0 ? nearest.box[1] : undefined;
};

describe.each(EDITIONS)('every field $edition', ({ options }) => {
  let pages: Page[] = [];
  let fields: Field[] = [];
  const pageOf = ({ page }: Field): Page => pages[page] as Page;
  beforeAll(async () => {
    pages = await read(await shippedPdf(options));
    fields = pages.flatMap((page) => page.fields);
  });

  test('is there, and inside its page', () => {
    expect(fields.length).toBeGreaterThan(400);
    const outside = fields.filter((field) => {
      const [left, bottom, right, top] = field.rect;
      const { width, height } = pageOf(field);
      return left < 0 || bottom < 0 || right > width || top > height || right - left < 20 || top - bottom < field.size;
    });
    expect(outside.map(({ name }) => name)).toEqual([]);
  });

  test('shares no paper with another one', () => {
    const both = pages.flatMap(({ widgets }) =>
      widgets.flatMap((one, index) => widgets.slice(index + 1).flatMap((other) => (overlap(one.rect, other.rect) ? [`${one.name}, ${other.name}`] : []))),
    );
    expect(both).toEqual([]);
  });

  test('has nothing printed in it', () => {
    const covered = fields.flatMap((field) => {
      const words = pageOf(field).printed.filter(({ box }) => overlap(box, field.rect));
      return words.length > 0 ? [`${field.name}: ${words.map(({ text }) => text).join('')}`] : [];
    });
    expect(covered).toEqual([]);
  });

  test('of several lines hides its rules from end to end, and leaves the last one below it', () => {
    const off = fields
      .filter(({ covers }) => covers)
      .flatMap((field) => {
        const [left, bottom, right, top] = field.rect;
        const rules = pageOf(field).strokes.filter((stroke) => stroke.right > left + 5 && stroke.left < right - 5);
        const crossing = rules.filter(({ y }) => y > bottom && y < top);
        const whole = crossing.every((stroke) => stroke.left - left > 0.9 && right - stroke.right > 0.9);
        const last = rules.find(({ y }) => bottom - y > 0.75 && bottom - y < 2);
        return whole && last ? [] : [`${field.name}: ${crossing.length} rules, the last one ${last ? 'outside' : 'not found'}`];
      });
    expect(off).toEqual([]);
  });

  test('of several lines begins clear of the rule above it', () => {
    const touching = fields
      .filter(({ multiline }) => multiline)
      .filter((field) => {
        const [left, , right, top] = field.rect;
        // A rule that crosses the field itself is hidden by what is typed.
        return pageOf(field).strokes.some((stroke) => stroke.right > left + 5 && stroke.left < right - 5 && stroke.y > top - 1 && stroke.y < top + 1.5);
      });
    expect(touching.map(({ name }) => name)).toEqual([]);
  });

  test('of one line stands on its rule, and in the line of the words before it', () => {
    let labelled = 0;
    const off = fields
      .filter(({ multiline }) => !multiline)
      .flatMap((field) => {
        const [left, bottom, right] = field.rect;
        const { size } = field;
        const baseline = bottom + foot(size);
        const rules = pageOf(field).strokes.filter((stroke) => stroke.right > left + 5 && stroke.left < right - 5);
        const rule = rules.some(({ y }) => Math.abs(baseline - below(size) - y) < 0.1);
        const beside = baselineBeside(field, pageOf(field));
        if (beside !== undefined) labelled += 1;
        const wrong = beside !== undefined && Math.abs(beside - baseline) > 0.5;
        return rule && !wrong ? [] : [`${field.name}: ${rule ? '' : 'no rule, '}words ${((beside ?? baseline) - baseline).toFixed(2)} above the baseline`];
      });
    expect(labelled).toBeGreaterThan(80);
    expect(off).toEqual([]);
  });

  test('for a date takes the widest one on a single line', () => {
    const dates = fields.filter(({ label }) => /^(?:[^–]*, )?(?:Date|Day|By when|When|Fecha|Día|Para cuándo|Cuándo)(?: and time| y hora)? – /.test(label));
    expect(dates.length).toBeGreaterThan(20);
    const narrow = dates.filter(({ rect: [left, , right], size }) => right - left - 2 * ASIDE < widthOf('00/00/0000', size));
    expect(narrow.map(({ name }) => name)).toEqual([]);
  });

  test('prints all that it takes, in any hand', () => {
    const cut = fields.flatMap(({ name, rect: [left, bottom, right, top], size, limit, multiline }) => {
      const [width, height] = [right - left - 2 * ASIDE, top - bottom - 2 * ABOVE];
      const room = multiline ? Math.min(Math.floor(height / (LINE * size) + 1e-3), Math.round(height / (NEXT_LINE * size))) : 1;
      return HANDS.flatMap((hand) => {
        // A list has its own line ends, which take lines of their own.
        const text = write(hand, limit).replaceAll('\n', ' ').trim();
        const lines = linesOf(text, width, size);
        return lines <= room ? [] : [`${name}, ${hand}: ${lines} lines of ${limit} characters in room for ${room}`];
      });
    });
    expect(cut).toEqual([]);
  });
});

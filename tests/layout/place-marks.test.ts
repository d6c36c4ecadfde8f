/** Marks that no letter is composed with stand over or under their letter. */
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { block, section, words, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';
import type { ShiftedGlyph } from '../../src/layout/place-marks.ts';
import { rememberWords } from '../../src/layout/shaping.ts';
import { calmBook, linesOf, nodesOf } from './calm-book.ts';

const require = createRequire(import.meta.url);
const FONTS = {
  atkinson: '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  literata: '@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf',
  serif: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
};

const open = (name: keyof typeof FONTS): Font => {
  const font = create(readFileSync(require.resolve(FONTS[name]))) as Font;
  rememberWords(font);
  return font;
};

/** The letter and its marks as they are drawn, in units of the font from the left edge of the letter. */
const drawn = (font: Font, text: string) => {
  const { glyphs, positions } = font.layout(text);
  const width = positions[0]!.xAdvance;
  return glyphs.map((glyph: ShiftedGlyph, index) => {
    const { minX, maxX, minY, maxY } = glyph.bbox;
    const { x, y } = glyph.shift ?? { x: 0, y: 0 };
    const [left, up] = index === 0 ? [0, 0] : [width + x * font.unitsPerEm, y * font.unitsPerEm];
    return { left: minX + left, right: maxX + left, foot: minY + up, top: maxY + up };
  });
};

describe.each(['atkinson', 'literata', 'serif'] as const)('a mark in %s', (name) => {
  test.each(['x\u0304', 'q\u0301', 'm\u0302', 'b\u0301', 'X\u0304', 'B\u0301', 'd\u0301'])('stands over its letter: %s', (text) => {
    const [letter, mark] = drawn(open(name), text);
    expect(mark!.left).toBeGreaterThanOrEqual(letter!.left - 40);
    expect(mark!.right).toBeLessThanOrEqual(letter!.right + 40);
    expect(mark!.foot).toBeGreaterThan(480);
  });

  test('has no width of its own, and what follows stands where it would without it', () => {
    const font = open(name);
    const widthOf = (text: string) => font.layout(text).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    expect(widthOf('xx\u0304x')).toBe(widthOf('xxx'));
  });

  test('over another one leaves it to be seen', () => {
    const [, first, second] = drawn(open(name), 'x\u0301\u0304');
    expect(second!.foot).toBeGreaterThan(first!.foot);
  });
});

test('a mark is drawn at its place on the page', async () => {
  const sheet = worksheet('Sheet', [block('text', { text: [words('See x\u0304')] })]);
  const { book } = await calmBook(workbookOf([section('one', 'One', [sheet])]), { paper: 'letter' });
  const node = nodesOf(book!).find(({ node: each }) => each.type === 'TEXT' && linesOf(each)[0]?.words.startsWith('See'))?.node;
  const [{ runs }] = node!.lines as [{ runs: { positions: { xOffset: number }[] }[] }];
  // The renderer takes it for thousandths of the size; Atkinson has 1000 units.
  expect(runs[0]!.positions.at(-1)!.xOffset).toBeCloseTo(-418, 0);
});

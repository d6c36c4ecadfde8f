import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rememberWords } from '../../src/layout/shaping.ts';

const require = createRequire(import.meta.url);
const BOLD = require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf');
/** One glyph for a space and a no-break space, one for a hyphen and a soft hyphen, one for ’ and ʼ. */
const SERIF = require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf');
const open = (file = BOLD): Font => {
  const font = create(readFileSync(file)) as Font;
  rememberWords(font);
  return font;
};
const points = (font: Font, text: string): number[][] => font.layout(text).glyphs.map(({ codePoints }) => codePoints);

test('a letter that was embedded as a part of another, or for no text at all, still stands for itself', () => {
  const font = open();
  const letters = [...'jDQñ'].map((letter) => letter.codePointAt(0) as number);
  const untouched = open();
  for (const letter of letters) font.getGlyph(untouched.glyphForCodePoint(letter).id);
  expect(points(font, 'jDQñ')).toEqual(letters.map((letter) => [letter]));
});

test('what a glyph stands for does not depend on which of its characters comes first', () => {
  const one = open(SERIF);
  expect([...points(one, ' '), ...points(one, '\u00a0')]).toEqual([[0x20], [0x20]]);
  const other = open(SERIF);
  expect([...points(other, '\u00a0'), ...points(other, ' ')]).toEqual([[0x20], [0x20]]);
  expect(points(other, 'I’m')).toEqual([[0x49], [0x2019], [0x6d]]);
});

test('words are shaped as the font shapes them, over and over', () => {
  const plain = create(readFileSync(BOLD)) as Font;
  const font = open();
  // A word of its own: kerning over spaces is left out.
  const text = '“AVATo”Wave,';
  const shaped = plain.layout(text);
  for (let time = 0; time < 2; time += 1) {
    const { glyphs, positions } = font.layout(text);
    expect(glyphs.map(({ id }) => id)).toEqual(shaped.glyphs.map(({ id }) => id));
    expect(positions.map(({ xAdvance }) => xAdvance)).toEqual(shaped.positions.map(({ xAdvance }) => xAdvance));
  }
});

test('a glyph that a character and two letters share stands for what it is asked for', () => {
  const literata = require.resolve('@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf');
  const [letters, joined] = [[[0x66, 0x69]], [[0xfb01]]];
  const one = open(literata);
  expect([points(one, 'fi'), points(one, 'ﬁ')]).toEqual([letters, joined]);
  const other = open(literata);
  expect([points(other, 'ﬁ'), points(other, 'fi')]).toEqual([joined, letters]);
});

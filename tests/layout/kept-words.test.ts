/** Words that were kept are shaped as the font shapes them, and only words of shipped texts are kept. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import { afterEach, expect, test } from 'vitest';
import { cacheFolder } from '../../src/cache/cache-folder.ts';
import { keepWords, recallWords, wordsIn } from '../../src/layout/kept-words.ts';
import { type KeptWords, rememberWords } from '../../src/layout/shaping.ts';

const require = createRequire(import.meta.url);
const BOLD = readFileSync(require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'));
const SERIF = readFileSync(require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'));
const folder = cacheFolder() as string;
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (bytes: Buffer, kept?: KeptWords): Font => {
  const font = create(bytes) as Font;
  rememberWords(font, kept);
  return font;
};
/** Enough different words, with kerning, accents and signs. */
const TEXT = Array.from({ length: 30 }, (_, number) => `AVATo${number}, “Wáve”${number}’s`).join(' ');
const shapes = (font: Font, text: string) => {
  const { glyphs, positions } = font.layout(text);
  return glyphs.map(({ id, codePoints }, index) => {
    const { xAdvance, yAdvance, xOffset, yOffset } = positions[index] as Font['layout'] extends (...given: never) => { positions: (infer P)[] } ? P : never;
    return { id, codePoints, xAdvance, yAdvance, xOffset, yOffset };
  });
};

test.each([
  ['a sans', BOLD],
  ['a serif', SERIF],
])('kept words of %s are shaped as the font shapes them', (_, bytes) => {
  const font = open(bytes);
  const first = shapes(font, TEXT);
  keepWords(
    font,
    () => bytes,
    () => wordsIn({ texts: [TEXT] }),
    'key',
  );
  const kept = recallWords(bytes, 'key');
  // And the space between them.
  expect(kept?.size).toBe(new Set(TEXT.split(' ')).size + 1);
  expect(shapes(open(bytes, kept), TEXT)).toEqual(first);
});

test('a kept word is not shaped anew, and others are', () => {
  const [plain, kept] = [open(BOLD), open(BOLD, new Map([['To', [1, 2, 7]]]))];
  expect(shapes(kept, 'To')).toEqual([{ id: 1, codePoints: [0x54, 0x6f], xAdvance: 7, yAdvance: 0, xOffset: 0, yOffset: 0 }]);
  expect(shapes(kept, 'Other')).toEqual(shapes(plain, 'Other'));
});

test('words that do not stand in shipped texts are not kept: a name that was drawn beside them', () => {
  const font = open(BOLD);
  font.layout(`${TEXT} Quetzalli Łuczak`);
  keepWords(
    font,
    () => BOLD,
    () => wordsIn([TEXT]),
    'key',
  );
  expect(recallWords(BOLD, 'key')?.get('Quetzalli')).toBeUndefined();
  for (const file of readdirSync(folder)) expect(readFileSync(path.join(folder, file), 'utf8')).not.toMatch(/Quetzalli|Łuczak/);
});

test('more words are added to those of an earlier run, once they are enough', () => {
  const first = open(BOLD);
  first.layout(TEXT);
  keepWords(
    first,
    () => BOLD,
    () => wordsIn(TEXT),
    'key',
  );
  const before = recallWords(BOLD, 'key')?.size ?? 0;
  const second = open(BOLD);
  second.layout('one more');
  keepWords(
    second,
    () => BOLD,
    () => wordsIn('one more'),
    'key',
  );
  expect(recallWords(BOLD, 'key')?.size).toBe(before);
  const others = TEXT.toUpperCase();
  second.layout(others);
  keepWords(
    second,
    () => BOLD,
    () => wordsIn(others),
    'key',
  );
  expect(recallWords(BOLD, 'key')?.size).toBe(before + new Set(others.split(' ')).size);
});

test('words of another font, or spoiled ones, are not taken; sources keep none', () => {
  const font = open(BOLD);
  font.layout(TEXT);
  keepWords(
    font,
    () => BOLD,
    () => wordsIn(TEXT),
    'key',
  );
  expect(recallWords(SERIF, 'other')).toBeUndefined();
  const [name = ''] = readdirSync(folder);
  const file = path.join(folder, name);
  writeFileSync(file, readFileSync(file).subarray(0, -5));
  expect(recallWords(BOLD, 'key')).toBeUndefined();
  rmSync(file);
  keepWords(
    font,
    () => BOLD,
    () => wordsIn(TEXT),
  );
  expect([readdirSync(folder), recallWords(BOLD)]).toEqual([[], undefined]);
});

test('the words of texts are found wherever they stand, cut at every kind of space', () => {
  const words = wordsIn({ a: ['one two', { b: 'three\u00a0four\nfive' }], c: 6, d: null });
  expect(['one', 'two', 'three', 'four', 'five'].every((word) => words.has(word))).toBe(true);
  expect(words.has('one two')).toBe(false);
});

test('a word is found without the signs before it, with the stop of a phrase behind it, and so are signs of templates', () => {
  const words = wordsIn(['“Would', 'sittings']);
  for (const word of ['“Would', '“', 'Would', 'sittings.', ' ', '•']) expect(words).toContain(word);
});

test('ligatures are kept with all letters that they stand for', () => {
  const text = Array.from({ length: 30 }, (_, number) => `effect${number} fine${number} office${number}`).join(' ');
  const font = open(SERIF);
  const first = shapes(font, text);
  keepWords(
    font,
    () => SERIF,
    () => wordsIn([text]),
    'key',
  );
  const kept = recallWords(SERIF, 'key');
  expect(kept?.get('effect1')?.length).toBeLessThan('effect1'.length * 3);
  expect(shapes(open(SERIF, kept), text)).toEqual(first);
});

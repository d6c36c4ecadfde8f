/**
 * Tries a font in a worker thread: measures, sets and embeds every glyph, as a page does with some of them. It is plain JavaScript, so that a
 * worker can run it from the sources. It posts `{ goesOn: true }` after each part, and `{ damage }` at the end.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { create } from 'fontkit';

const DAMAGED = 'one that is damaged';
// Messages to a worker's parent have no target origin.
/* eslint-disable unicorn/require-post-message-target-origin */
const goesOn = () => parentPort.postMessage({ goesOn: true });

/** The number of glyphs between two messages. */
const PART = 128;
/** The number of characters in a line. */
const LINE = 60;
/** More than Unicode has letters for: a font has far fewer. */
const MOST_CHARACTERS = 200_000;
/** The units of an em (OpenType 1.9, `head`), and how high a line may be, in ems. */
const [FEWEST_UNITS, MOST_UNITS] = [16, 16_384];
const [LOWEST_LINE, HIGHEST_LINE] = [0.4, 6];

const numbers = (...values) => {
  if (!values.every((value) => Number.isFinite(value))) throw new Error(DAMAGED);
};

/** Tries the values that layout and PDF take from a font. */
const tryMeasures = (font) => {
  const { unitsPerEm, ascent, descent, lineGap, capHeight, xHeight, italicAngle, bbox, postscriptName } = font;
  numbers(unitsPerEm, ascent, descent, lineGap, capHeight, xHeight, italicAngle, bbox.minX, bbox.minY, bbox.maxX, bbox.maxY);
  const line = (ascent - descent) / unitsPerEm;
  if (unitsPerEm < FEWEST_UNITS || unitsPerEm > MOST_UNITS || line < LOWEST_LINE || line > HIGHEST_LINE) throw new Error(DAMAGED);
  if (typeof postscriptName !== 'string' || postscriptName === '' || !font.head.macStyle || !font.post) throw new Error(DAMAGED);
  numbers(font['OS/2']?.sFamilyClass ?? 0, font.post.isFixedPitch);
};

/** Tries the outline of every glyph, and its inclusion in a subset. */
const tryGlyphs = (font) => {
  for (let first = 0; first < font.numGlyphs; first += PART) {
    const subset = font.createSubset();
    for (let id = first; id < Math.min(first + PART, font.numGlyphs); id += 1) {
      const glyph = font.getGlyph(id);
      numbers(glyph.advanceWidth, glyph.path.commands.length);
      subset.includeGlyph(glyph);
    }
    subset.encode();
    // The library caches glyphs with their outlines: those of a large font would take too much memory.
    font._glyphs = {};
    goesOn();
  }
};

/** Tries every character in a line with others, and every pair of ASCII characters. */
const tryLines = (font, sample) => {
  const set = (text) => {
    const { glyphs, positions } = font.layout(text);
    for (const { id, advanceWidth } of glyphs) numbers(font.getGlyph(id)?.advanceWidth, advanceWidth);
    for (const { xAdvance, yAdvance, xOffset, yOffset } of positions) numbers(xAdvance, yAdvance, xOffset, yOffset);
  };
  set(sample);
  goesOn();
  const characters = font.characterSet;
  if (characters.length > MOST_CHARACTERS) throw new Error(DAMAGED);
  goesOn();
  for (let first = 0; first < characters.length; first += LINE) {
    const line = characters.slice(first, first + LINE);
    for (const codePoint of line) if (!font.hasGlyphForCodePoint(codePoint) && font.glyphForCodePoint(codePoint).id !== 0) throw new Error(DAMAGED);
    set(String.fromCodePoint(...line));
    font._glyphs = {};
    goesOn();
  }
  const letters = characters.filter((codePoint) => codePoint > 0x20 && codePoint < 0x7f).map((codePoint) => String.fromCodePoint(codePoint));
  for (const one of letters) {
    set(letters.map((other) => one + other).join(''));
    goesOn();
  }
};

let damage;
try {
  goesOn();
  const font = create(Buffer.from(workerData.bytes));
  tryMeasures(font);
  tryGlyphs(font);
  tryLines(font, workerData.sample);
} catch {
  damage = DAMAGED;
}
parentPort.postMessage({ damage });

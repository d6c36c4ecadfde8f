/** Shaping text a word at a time and each word once: shaping is a third of the time of a build, and words come again and again. */
import type { Font as FontkitFont, Glyph, GlyphPosition } from 'fontkit';

/** What textkit reads of a shaped text (its layoutRun and its measuring of a character). */
interface Shaped {
  glyphs: Glyph[];
  positions: GlyphPosition[];
}

type Shape = (text: string, features?: unknown, script?: unknown, language?: unknown, direction?: unknown) => Shaped;

/** Words and the spaces between them, each on its own. In the scripts that are set here no glyph reaches over a space. */
const WORDS = /[^ ]+| +/g;

const shaped = new WeakSet<FontkitFont>();

/**
 * Makes a font remember how its words are shaped. Glyphs are shared between all places of a word, positions too: textkit scales
 * them into new objects before it changes them (its scalePositions).
 */
export const rememberWords = (font: FontkitFont): void => {
  if (shaped.has(font)) return;
  shaped.add(font);
  const target = font as unknown as { layout: Shape };
  const shape = target.layout.bind(font);
  const known = new Map<string, Shaped>();
  target.layout = (text, features, script, language, direction) => {
    // Features that are asked for change how words look, and are not remembered. textkit gives an empty list where there are none.
    if (features && Object.keys(features).length > 0) return shape(text, features, script, language, direction);
    const parts = (text.match(WORDS) ?? []).map((word) => {
      const before = known.get(word);
      if (before) return before;
      const { glyphs, positions } = shape(word, features, script, language, direction);
      const now = { glyphs, positions };
      known.set(word, now);
      return now;
    });
    return { glyphs: parts.flatMap(({ glyphs }) => glyphs), positions: parts.flatMap(({ positions }) => positions) };
  };
};

/** Shapes text word by word, and each word only once: shaping is a third of the time of a build, and words repeat. */
import { BoundedMap } from '../system/bounded-map.ts';
import type { Font as FontkitFont, Glyph, GlyphPosition } from 'fontkit';
import { hasMarks, placeMarks } from './place-marks.ts';

/** What textkit reads of a shaped text (its layoutRun and its measuring of a character). */
interface Shaped {
  glyphs: Glyph[];
  positions: GlyphPosition[];
}

type Shape = (text: string, features?: unknown, script?: unknown, language?: unknown, direction?: unknown) => Shaped;

/** Words and the spaces between them, each on its own. In the scripts that are set here no glyph reaches over a space. */
const WORDS = /[^ ]+| +/g;

/** So many words are remembered of a font: a long workbook has some thousands. */
const MOST_WORDS = 50_000;

/** The words that fonts remember. A word is always shaped alike, so that builds may share what is remembered. */
const shaped = new WeakMap<FontkitFont, ReadonlyMap<string, Shaped>>();

/** The words that a font remembers. */
export const wordsOf = (font: FontkitFont): ReadonlyMap<string, Shaped> => shaped.get(font) ?? new Map();

/** A shaped word in numbers; for each glyph its id, the character that it stands for, and xAdvance, yAdvance, xOffset and yOffset in units of the font. */
export type ShapedWord = readonly number[];
const NUMBERS = 6;

/** Words of a font as an earlier run shaped them. */
export type KeptWords = ReadonlyMap<string, ShapedWord>;

/** Makes a word of its numbers, with the glyphs that shaping would ask for. */
const revive = ({ getGlyph }: Pick<Insides, 'getGlyph'>, numbers: ShapedWord): Shaped => {
  const glyphs: Glyph[] = [];
  const positions: GlyphPosition[] = [];
  for (let at = 0; at < numbers.length; at += NUMBERS) {
    const [id = 0, letter = 0, xAdvance = 0, yAdvance = 0, xOffset = 0, yOffset = 0] = numbers.slice(at, at + NUMBERS);
    glyphs.push(getGlyph(id, [letter]) as Glyph);
    positions.push({ xAdvance, yAdvance, xOffset, yOffset } as GlyphPosition);
  }
  return { glyphs, positions };
};

/** What is used of fontkit's fonts beside what they declare. */
interface Insides {
  layout: Shape;
  getGlyph: (glyph: number, characters?: number[]) => Glyph | null;
  _glyphs: Record<number, Glyph>;
}

/** Characters that some fonts draw with the glyph of a plainer one, which the glyph then stands for. */
const PLAINER = new Map([
  [0xad, 0x2d],
  [0x2010, 0x2d],
]);

/**
 * Makes a font give each glyph the character that it stands for, whoever asks for it first. fontkit keeps a glyph as it was first asked
 * for: embedding asks for the parts of composite glyphs with no character, and the next PDF of the process would lose those letters. Where
 * two hyphens have one glyph, what it stands for would depend on which came first.
 */
const nameGlyphs = (font: FontkitFont, target: Insides): void => {
  const get = target.getGlyph.bind(target);
  target.getGlyph = (glyph, characters = []) => {
    if (characters.length > 0) {
      const plainer = characters.length === 1 ? PLAINER.get(characters[0] as number) : undefined;
      return get(glyph, plainer !== undefined && font.glyphForCodePoint(plainer).id === glyph ? [plainer] : characters);
    }
    const kept = Object.hasOwn(target._glyphs, glyph);
    const found = get(glyph);
    if (!kept) delete target._glyphs[glyph];
    return found;
  };
};

/** Shapes one word with these features of the font. */
type ShapeWord = (features?: unknown) => Shaped;

/** Shapes a word with marks. fontkit throws where a font says of some letters alone where a mark goes (Literata: b with an acute). */
const shapeMarked = (font: FontkitFont, shape: ShapeWord): Shaped => {
  const shapeAnyway = (): Shaped => {
    try {
      return shape();
    } catch {
      return shape({ mark: false, mkmk: false });
    }
  };
  const { glyphs, positions } = shapeAnyway();
  return placeMarks(font, glyphs, positions);
};

/**
 * Makes a font remember how its words are shaped, and take those that were kept of it. Glyphs are shared between all places of a word, positions too: textkit scales
 * them into new objects before it changes them (its scalePositions).
 */
export const rememberWords = (font: FontkitFont, kept?: KeptWords): void => {
  if (shaped.has(font)) return;
  const target = font as unknown as Insides;
  nameGlyphs(font, target);
  const shape = target.layout.bind(font);
  const known = new BoundedMap<string, Shaped>(MOST_WORDS);
  shaped.set(font, known);
  target.layout = (text, features, script, language, direction) => {
    // Features that are asked for change how words look, and are not remembered. textkit gives an empty list where there are none.
    if (features && Object.keys(features).length > 0) return shape(text, features, script, language, direction);
    // Lines are broken by then: what is drawn, and copied out of the PDF, is a space, which every font has.
    const parts = (text.replaceAll('\u00a0', ' ').match(WORDS) ?? []).map((word) => {
      const before = known.get(word);
      if (before) return before;
      const numbers = kept?.get(word);
      if (numbers) {
        const revived = revive(target, numbers);
        known.set(word, revived);
        return revived;
      }
      const shapeWord: ShapeWord = (asked) => shape(word, asked, script, language, direction);
      const { glyphs, positions } = hasMarks(word) ? shapeMarked(font, shapeWord) : shapeWord(features);
      const now = { glyphs, positions };
      known.set(word, now);
      return now;
    });
    return { glyphs: parts.flatMap(({ glyphs }) => glyphs), positions: parts.flatMap(({ positions }) => positions) };
  };
};

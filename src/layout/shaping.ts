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

/** What a font remembers. */
interface Memory {
  words: ReadonlyMap<string, Shaped>;
  /** The words among them that were shaped here, rather than kept by an earlier run. */
  fresh: ReadonlySet<string>;
}

/** A word is always shaped alike, so that builds may share what is remembered. */
const memories = new WeakMap<FontkitFont, Memory>();

/** The words that a font has shaped in this process. */
export const freshWordsOf = (font: FontkitFont): ReadonlySet<string> => memories.get(font)?.fresh ?? new Set();

/** A word that a font remembers. */
export const wordOf = (font: FontkitFont, word: string): Shaped | undefined => memories.get(font)?.words.get(word);

/** A shaped word in numbers: for each glyph its id, how many letters of the word it stands for, and its advance in units of the font. */
export type ShapedWord = readonly number[];
const NUMBERS = 3;

/** Words of a font as an earlier run shaped them. */
export interface KeptWords {
  get(word: string): ShapedWord | undefined;
}

/** Makes a word of its numbers, with the glyphs that shaping would ask for. */
const revive = ({ getGlyph }: Pick<Insides, 'getGlyph'>, word: string, numbers: ShapedWord): Shaped => {
  const glyphs: Glyph[] = [];
  const positions: GlyphPosition[] = [];
  let letter = 0;
  for (let at = 0; at < numbers.length; at += NUMBERS) {
    const letters: number[] = [];
    for (let left = numbers[at + 1] ?? 0; left > 0; left -= 1) {
      const codePoint = word.codePointAt(letter) ?? 0;
      letters.push(codePoint);
      letter += codePoint > LAST_OF_ONE_UNIT ? 2 : 1;
    }
    glyphs.push(getGlyph(numbers[at] ?? 0, letters) as Glyph);
    positions.push({ xAdvance: numbers[at + 2] ?? 0, yAdvance: 0, xOffset: 0, yOffset: 0 } as GlyphPosition);
  }
  return { glyphs, positions };
};

/** Behind it, a letter takes two units of UTF-16. */
const LAST_OF_ONE_UNIT = 0xffff;

/**
 * The numbers of a shaped word.
 * @returns nothing where its glyphs do not stand for its letters one after the other, or not on one line
 */
export const numbersOf = (word: string, { glyphs, positions }: Shaped): ShapedWord | undefined => {
  if (String.fromCodePoint(...glyphs.flatMap(({ codePoints }) => codePoints)) !== word) return undefined;
  if (positions.some(({ yAdvance, xOffset, yOffset }) => yAdvance || xOffset || yOffset)) return undefined;
  return glyphs.flatMap(({ id, codePoints }, index) => [id, codePoints.length, positions[index]?.xAdvance ?? 0]);
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

const sameCharacters = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((codePoint, index) => codePoint === other[index]);

/**
 * Makes a font give each glyph the character that it stands for, whoever asks for it first. fontkit keeps a glyph as it was first asked
 * for: embedding asks for the parts of composite glyphs with no character, and the next PDF of the process would lose those letters. Where
 * two hyphens have one glyph, what it stands for would depend on which came first. A ligature may be the glyph of a character too: textkit counts
 * the characters of a text by its glyphs, and would lose the last ones of a text with a character that was taken for two.
 */
const nameGlyphs = (font: FontkitFont, target: Insides): void => {
  const get = target.getGlyph.bind(target);
  const named = new Map<string, Glyph | null>();
  const getNamed = (glyph: number, characters: number[]): Glyph | null => {
    const first = get(glyph, characters);
    if (!first || sameCharacters(first.codePoints, characters)) return first;
    const name = `${glyph} ${characters.join(' ')}`;
    const known = named.get(name);
    if (known) return known;
    delete target._glyphs[glyph];
    const other = get(glyph, characters);
    target._glyphs[glyph] = first;
    named.set(name, other);
    return other;
  };
  target.getGlyph = (glyph, characters = []) => {
    if (characters.length > 0) {
      const plainer = characters.length === 1 ? PLAINER.get(characters[0] as number) : undefined;
      return getNamed(glyph, plainer !== undefined && font.glyphForCodePoint(plainer).id === glyph ? [plainer] : characters);
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
  if (memories.has(font)) return;
  const target = font as unknown as Insides;
  nameGlyphs(font, target);
  const shape = target.layout.bind(font);
  const known = new BoundedMap<string, Shaped>(MOST_WORDS);
  const fresh = new Set<string>();
  memories.set(font, { words: known, fresh });
  target.layout = (text, features, script, language, direction) => {
    // Features that are asked for change how words look, and are not remembered. textkit gives an empty list where there are none.
    if (features && Object.keys(features).length > 0) return shape(text, features, script, language, direction);
    // Lines are broken by then: what is drawn, and copied out of the PDF, is a space, which every font has.
    const parts = (text.replaceAll('\u00a0', ' ').match(WORDS) ?? []).map((word) => {
      const before = known.get(word);
      if (before) return before;
      const numbers = kept?.get(word);
      if (numbers) {
        const revived = revive(target, word, numbers);
        known.set(word, revived);
        return revived;
      }
      const shapeWord: ShapeWord = (asked) => shape(word, asked, script, language, direction);
      const { glyphs, positions } = hasMarks(word) ? shapeMarked(font, shapeWord) : shapeWord(features);
      const now = { glyphs, positions };
      known.set(word, now);
      if (fresh.size < MOST_WORDS) fresh.add(word);
      return now;
    });
    if (parts.length === 1) return parts[0] as Shaped;
    return { glyphs: parts.flatMap(({ glyphs }) => glyphs), positions: parts.flatMap(({ positions }) => positions) };
  };
};

/** Shapes words into glyphs with advances in points, once for each font, size and letter spacing. */
import type { Face, Glyph, Position } from '../tree-nodes.ts';
import { BoundedMap } from '../../system/bounded-map.ts';
import { breakableParts } from './break-words.ts';

/** A word, or the spaces between two; lengths in points. */
export interface Word {
  glyphs: Glyph[];
  positions: Position[];
  width: number;
  /** How much of its width are the spaces that it begins and ends with. */
  lead: number;
  trail: number;
  /** Has nothing but spaces. */
  blank: boolean;
  /** Has a glyph that stands beside its place. */
  shifted: boolean;
}

/** A face at a size, with space between its letters (points). */
export interface Cut {
  face: Face;
  /** Points for a unit of the font. */
  scale: number;
  spacing: number;
  words: Map<string, Word>;
}

/** What textkit takes for a space, to be left out of account at the ends of a line (its isWhiteSpace). A no-break space is one too by then. */
export const isSpace = ({ codePoints }: Glyph): boolean => codePoints.includes(32);

const wordOf = (glyphs: Glyph[], positions: Position[]): Word => {
  let [width, lead, trail, first] = [0, 0, 0, 0];
  let shifted = false;
  for (const { xAdvance, xOffset, yOffset } of positions) {
    width += xAdvance;
    shifted ||= Boolean(xOffset || yOffset);
  }
  for (; first < glyphs.length && isSpace(glyphs[first] as Glyph); first += 1) lead += (positions[first] as Position).xAdvance;
  const blank = first === glyphs.length;
  if (blank) trail = lead;
  else for (let at = glyphs.length - 1; isSpace(glyphs[at] as Glyph); at -= 1) trail += (positions[at] as Position).xAdvance;
  return { glyphs, positions, width, lead, trail, blank, shifted };
};

/** A text without a break in it, shaped. */
const shape = ({ face, scale, spacing, words }: Cut, text: string): Word => {
  const known = words.get(text);
  if (known) return known;
  const { glyphs, positions } = face.layout(text, [], undefined, undefined, 'ltr');
  const word = wordOf(
    glyphs,
    positions.map(({ xAdvance, yAdvance, xOffset, advanceWidth }) => ({
      xAdvance: xAdvance * scale + spacing,
      yAdvance: yAdvance * scale,
      xOffset: xOffset * scale,
      yOffset: 0,
      advanceWidth,
    })),
  );
  words.set(text, word);
  return word;
};

/** A piece of a text with its word. */
export interface Piece {
  text: string;
  word: Word;
}

/**
 * Cuts a text at its spaces, and what is too long for a line at the places that it may go on after.
 * @returns nothing where a glyph reaches over such a place
 */
export const piecesOf = (cut: Cut, text: string): Piece[] | undefined => {
  const pieces: Piece[] = [];
  for (const part of text.split(/( +)/)) {
    if (part === '') continue;
    const parts = breakableParts(part);
    if (parts.length === 1) pieces.push({ text: part, word: shape(cut, part) });
    else {
      const cutUp = partsOf(shape(cut, part), parts);
      if (!cutUp) return undefined;
      pieces.push(...cutUp);
    }
  }
  return pieces;
};

/** The parts of a long word, cut from the glyphs of the whole: it is shaped before it is broken. */
const partsOf = ({ glyphs, positions }: Word, parts: readonly string[]): Piece[] | undefined => {
  let from = 0;
  const pieces: Piece[] = [];
  for (const text of parts) {
    let to = from;
    let letters = 0;
    for (; letters < text.length && to < glyphs.length; to += 1) letters += (glyphs[to] as Glyph).codePoints.length;
    if (letters !== text.length) return undefined;
    pieces.push({ text, word: wordOf(glyphs.slice(from, to), positions.slice(from, to)) });
    from = to;
  }
  return pieces;
};

/** So many words are remembered of a face at a size: a long workbook has some thousands. */
const MOST_WORDS = 20_000;

const cuts = new WeakMap<Face, Map<string, Map<string, Word>>>();

/** The words of a face at a size (points) with a spacing (points), as far as they were met: the same for any text. */
export const wordsOf = (face: Face, size: number, spacing: number): Map<string, Word> => {
  const sizes = cuts.get(face) ?? new Map<string, Map<string, Word>>();
  cuts.set(face, sizes);
  const key = `${size} ${spacing}`;
  const words = sizes.get(key) ?? new BoundedMap<string, Word>(MOST_WORDS);
  sizes.set(key, words);
  return words;
};

/** Sets the lines of a paragraph of plain left-to-right text, with the same numbers as textkit. */
import type { Glyph, Line, LineRun, Position } from '../tree-nodes.ts';
import { breaksOf } from './breaks.ts';
import { ENDING, type Item } from './items.ts';
import type { Attributes, Paragraph, Run } from './paragraph.ts';
import { squeeze } from './squeeze.ts';
import type { Piece, Word } from './words.ts';

/** Which share of the free room is to the left of a line. */
export const ALIGNED: Readonly<Record<string, number>> = { center: 0.5, right: 1 };

/** Of textkit's getNodes: a break inside a word takes room for a hyphen, and costs. */
const PENALTY = { width: 5, cost: 600 };
/** An underline as thick as a share of the size of its words, at least (its textDecoration). */
const UNDERLINE = { share: 12, least: 0.5 };

/** Room for a text, in points. */
export interface Room {
  width: number;
  /** Nothing, or no number, where it is endless. */
  height: number;
  maxLines: unknown;
}

/** A word as it is set: of a Word no more is needed then. */
export type SetWord = Pick<Word, 'glyphs' | 'positions' | 'shifted'>;

/** A part of a run in a line. Its glyphs are listed when they are asked for: drawing and packing mostly need no more than its words. */
export class Part<W extends SetWord = SetWord> implements LineRun {
  /** Nothing once its letters stand nearer to each other than in the words. */
  words: readonly W[] | undefined;
  /** The words, however near to each other their letters stand. */
  readonly set: readonly W[];
  readonly attributes: Attributes;
  readonly height: number;
  readonly descent: number;
  xAdvance: number;
  #positions: Position[] | undefined;

  constructor(words: readonly W[], attributes: Attributes, xAdvance: number) {
    this.words = words;
    this.set = words;
    this.attributes = attributes;
    this.height = attributes.height;
    this.descent = attributes.descent;
    this.xAdvance = xAdvance;
  }

  get glyphs(): Glyph[] {
    return this.set.flatMap(({ glyphs }) => glyphs);
  }

  get positions(): Position[] {
    return this.#positions ?? this.set.flatMap(({ positions }) => positions);
  }

  set positions(positions: Position[]) {
    this.words = undefined;
    this.#positions = positions;
  }
}

/** Where each line ends in the text; nothing where one would end inside a word, with a hyphen. */
const endsOf = ({ runs, length }: Paragraph, width: number): number[] | undefined => {
  const pieces = runs.flatMap((run) => run.pieces);
  // All breaks cost more than one line does.
  if (pieces.reduce((sum, { word }) => sum + word.width, 0) <= width) return [length];
  const items: Item[] = [];
  const places: number[] = [];
  const add = (item: Item, place: number): void => {
    items.push(item);
    places.push(place);
  };
  let place = 0;
  for (const [index, { text, word }] of pieces.entries()) {
    place += text.length;
    // Three sixths of its width a space stretches (getNodes, too): that only tells how ragged lines may be. It shrinks by no more than
    // sums differ by rounding (packaging/word-spaces.mjs has textkit do the same).
    if (text.trim() === '') add({ kind: 'glue', width: word.width, stretch: (word.width * 3) / 6, shrink: (word.width * 3) / 3_000_000 }, place);
    else {
      add({ kind: 'box', width: word.width }, place);
      const next = (pieces[index + 1] as Piece | undefined)?.text;
      if (next && next !== ' ') add({ kind: 'penalty', width: PENALTY.width, penalty: PENALTY.cost }, place);
    }
  }
  items.push(...ENDING);
  const breaks = breaksOf(items, width);
  if (breaks.some((at) => items[at]?.kind === 'penalty')) return undefined;
  return [...breaks.map((at) => places[at] ?? length), length];
};

/** Goes through the runs of a paragraph and hands out the parts of one line after the other. */
const partsOf = (runs: readonly Run[]): ((end: number) => Part<Word>[]) => {
  let index = 0;
  let piece = 0;
  return (end) => {
    const parts: Part<Word>[] = [];
    for (; index < runs.length && (runs[index] as Run).start < end; index += 1) {
      const { pieces, starts, attributes, end: runEnd } = runs[index] as Run;
      const first = piece;
      // Glyph by glyph, as textkit does: sums of words would differ in the last digit.
      let xAdvance = 0;
      for (; piece < pieces.length && (starts[piece] as number) < end; piece += 1)
        for (const position of (pieces[piece] as Piece).word.positions) xAdvance += position.xAdvance;
      parts.push(
        new Part(
          pieces.slice(first, piece).map(({ word }) => word),
          attributes,
          xAdvance,
        ),
      );
      if (runEnd > end) break;
      piece = 0;
    }
    return parts;
  };
};

/** The width of the spaces that a line begins and ends with: they stand outside of its box. */
const edgesOf = (parts: readonly Part<Word>[]): { left: number; right: number } => {
  let [left, right, begun] = [0, 0, false];
  for (const { words = [] } of parts) {
    for (const { lead, trail, blank } of words) {
      if (!begun) left += lead;
      begun ||= !blank;
      right = blank ? right + trail : trail;
    }
  }
  return { left, right };
};

const underlinesOf = (parts: readonly Part[], ascent: number, left: number, right: number): object[] => {
  const lines: object[] = [];
  let x = left;
  for (const { attributes, xAdvance } of parts) {
    const { fontSize, underline, underlineColor, underlineStyle, opacity } = attributes;
    const width = Math.min(right - x, xAdvance);
    const height = Math.max(UNDERLINE.least, Math.floor(fontSize / UNDERLINE.share));
    if (underline) lines.push({ rect: { x, y: ascent + height * 2, width, height }, opacity, color: underlineColor, style: underlineStyle });
    x += width;
  }
  return lines;
};

const lineOf = (parts: Part<Word>[], y: number, width: number): Line => {
  const first = (parts[0] as Part).attributes;
  const { left, right } = edgesOf(parts);
  const wide = width + left + right;
  let xAdvance = parts.reduce((sum, part) => sum + part.xAdvance, 0);
  const x = -left + Math.max(0, wide - xAdvance) * (ALIGNED[first.align] ?? 0);
  if (xAdvance > wide) {
    squeeze(parts, wide - xAdvance);
    for (const part of parts) part.xAdvance = part.positions.reduce((sum, position) => sum + position.xAdvance, 0);
    xAdvance = parts.reduce((sum, part) => sum + part.xAdvance, 0);
  }
  const ascent = Math.max(0, ...parts.map(({ attributes }) => attributes.ascent));
  return {
    box: { x, y, width: wide, height: Math.max(first.lineHeight, ...parts.map(({ height }) => height)) },
    ascent,
    overflowLeft: left,
    overflowRight: right,
    decorationLines: underlinesOf(parts, ascent, left, xAdvance - right),
    runs: parts,
    xAdvance,
  };
};

/**
 * Sets a paragraph.
 * @returns its lines; or why textkit has to set it: it would be cut off, or have a hyphen
 */
export const setLines = (paragraph: Paragraph, { width, height, maxLines }: Room): Line[] | string => {
  if (paragraph.length === 0) return [];
  const ends = endsOf(paragraph, width);
  if (!ends) return 'a line that ends inside a word';
  if (ends.length > 1 && ends.at(-1) === ends.at(-2)) return 'a text that ends with a space too many';
  if (typeof maxLines === 'number' && ends.length > maxLines) return 'more lines than there may be';
  const partsUpTo = partsOf(paragraph.runs);
  let y = 0;
  const lines = ends.map((end) => {
    const line = lineOf(partsUpTo(end), y, width);
    y += line.box.height;
    return line;
  });
  return height && y > height ? 'lines that are taller than their room' : lines;
};

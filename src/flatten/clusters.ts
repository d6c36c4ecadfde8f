/** Splits a text into grapheme clusters, each with the font that has it. */
import { hasMarks, type Shift } from '../layout/place-marks.ts';
import type { Face } from './answer-font.ts';

/** A glyph of a cluster and the text that it stands for; a mark is moved over or under its letter, and has no width of its own. */
export interface Part {
  glyph: number;
  text: string;
  shift?: Shift | undefined;
}

/** What is seen as one character, with the marks that belong to it. */
export interface Cluster {
  text: string;
  face: Face;
  /** The code points that are drawn, each with the text that it stands for; what has no glyph is drawn as an empty box. */
  parts: readonly Part[];
  /** In ems. */
  width: number;
  /** No font has it: an empty box stands for it. */
  missing: boolean;
}

/** The fonts to set text in, the best one first. */
export interface Faces {
  readonly faces: readonly Face[];
  /** Where no font has a character: a box to draw instead. */
  readonly box: { face: Face; glyph: number };
}

/** Characters that say how others are drawn or joined, and are not seen themselves. */
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}+$/u;
/** Neither a letter nor a number. */
const SIGN = /^[^\p{L}\p{N}]+$/u;
const SPACE = /^\p{Zs}$/u;
/** What no program shows, and what may not be named as a text in a PDF (ISO 14289-1, 7.21.7). */
const UNSEEN = /[\0-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFEFF\uFFFE\uFFFF]/g;
/** Half of a pair of code units, without the other one. */
const HALF = /\p{Surrogate}/gu;
const PLAIN = /^[\x20-\x7E]*$/;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The engine copies all of a text for each part that it gives: it gets so many code units at a time. */
const AT_A_TIME = 500;

/** What is seen as one character each. */
const graphemesOf = (text: string): string[] => {
  const found: string[] = [];
  for (let from = 0; from < text.length;) {
    const parts = [...segmenter.segment(text.slice(from, from + AT_A_TIME))].map(({ segment }) => segment);
    // The last one may go on behind what was looked at.
    const whole = from + AT_A_TIME < text.length && parts.length > 1 ? parts.slice(0, -1) : parts;
    for (const part of whole) {
      found.push(part);
      from += part.length;
    }
  }
  return found;
};

/** A text without control characters, letters and their marks as one character where there is one, tabs as spaces, halves of characters as �. */
export const cleaned = (text: string): string => text.replaceAll('\t', ' ').replaceAll(UNSEEN, '').replaceAll(HALF, '\uFFFD').normalize('NFC');

/**
 * Takes one line of text apart.
 *
 * @param text cleaned, without line ends
 */
export const clustersOf = (text: string, fonts: Faces): Cluster[] => {
  const all = PLAIN.test(text) ? [...text] : graphemesOf(text);
  const pieces = all.filter((piece) => !IGNORABLE.test(piece));
  const clusters = pieces.map((piece) => clusterOf(piece, fonts.faces, fonts));
  // Spaces and signs between two words stand in the font of both, so that they are read in one piece.
  for (let from = 0; from < clusters.length; from += 1) {
    let to = from;
    while (to < clusters.length && SIGN.test(pieces[to] ?? '')) to += 1;
    const face = clusters[from - 1]?.face;
    if (face && face !== fonts.faces[0] && to > from && clusters[to]?.face === face) {
      for (let at = from; at < to; at += 1) clusters[at] = clusterOf(pieces[at] ?? '', [face, ...fonts.faces], fonts);
    }
    from = to;
  }
  return clusters;
};

const clusterOf = (text: string, candidates: readonly Face[], { box }: Faces): Cluster => {
  if (SPACE.test(text)) return drawn(text, candidates.find((one) => one.has(' ')) ?? box.face, [{ character: ' ', text }]);
  const characters = [...text].filter((character) => !IGNORABLE.test(character));
  const face = candidates.find((one) => characters.every((character) => one.has(character)));
  // One glyph stands for all of the text, where invisible characters belong to it.
  if (face)
    return drawn(
      text,
      face,
      characters.map((character) => ({ character, text: characters.length === 1 ? text : character })),
    );
  return { text, face: box.face, parts: [{ glyph: box.glyph, text }], width: box.face.width(box.glyph), missing: true };
};

const drawn = (text: string, face: Face, characters: readonly { character: string; text: string }[]): Cluster => {
  const shifts = characters.length > 1 && hasMarks(text) ? face.shifts(characters.map(({ character }) => character)) : [];
  const parts = characters.map((one, index): Part => ({ glyph: face.glyph(one.character), text: one.text, shift: shifts[index] }));
  return { text, face, parts, width: parts.reduce((sum, { glyph, shift }) => sum + (shift ? 0 : face.width(glyph)), 0), missing: false };
};

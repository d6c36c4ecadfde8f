/** Splits a text into grapheme clusters, each with the font that has it. */
import { hasMarks, type Shift } from '../layout/place-marks.ts';
import type { Face } from './answer-font.ts';

/** A glyph of a cluster and its text; a combining mark is shifted to its letter, and has no width. */
export interface GlyphPart {
  glyph: number;
  text: string;
  shift?: Shift | undefined;
}

/** A grapheme cluster: a character with its combining marks. */
export interface Cluster {
  text: string;
  face: Face;
  /** The glyphs that are drawn; an empty box where the font has none. */
  parts: readonly GlyphPart[];
  /** In ems. */
  width: number;
  /** No font has it: an empty box stands for it. */
  missing: boolean;
}

/** The fonts to set text in, best first. */
export interface Faces {
  readonly faces: readonly Face[];
  /** The box that is drawn for characters that no font has. */
  readonly box: { face: Face; glyph: number };
}

/** Invisible characters that affect how others are drawn or joined. */
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}+$/u;
/** Neither a letter nor a number. */
const SIGN = /^[^\p{L}\p{N}]+$/u;
const SPACE = /^\p{Zs}$/u;
/** Control characters, and characters that a PDF/UA may not map a glyph to (ISO 14289-1, 7.21.7). */
const UNSEEN = /[\0-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFEFF\uFFFE\uFFFF]/g;
/** An unpaired surrogate. */
const HALF = /\p{Surrogate}/gu;
const PLAIN = /^[\x20-\x7E]*$/;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many code units are segmented at a time: the engine copies the whole text for each segment. */
const AT_A_TIME = 500;

/** The grapheme clusters of a text. */
const graphemesOf = (text: string): string[] => {
  const found: string[] = [];
  for (let from = 0; from < text.length;) {
    const parts = [...segmenter.segment(text.slice(from, from + AT_A_TIME))].map(({ segment }) => segment);
    // The last one may continue after this slice.
    const whole = from + AT_A_TIME < text.length && parts.length > 1 ? parts.slice(0, -1) : parts;
    for (const part of whole) {
      found.push(part);
      from += part.length;
    }
  }
  return found;
};

/** A text without control characters, in NFC, with tabs as spaces and unpaired surrogates as �. */
export const cleaned = (text: string): string => text.replaceAll('\t', ' ').replaceAll(UNSEEN, '').replaceAll(HALF, '\uFFFD').normalize('NFC');

/**
 * Splits one line of text into clusters.
 *
 * @param text as `cleaned` returns it, without line ends
 */
export const clustersOf = (text: string, fonts: Faces): Cluster[] => {
  const all = PLAIN.test(text) ? [...text] : graphemesOf(text);
  const pieces = all.filter((piece) => !IGNORABLE.test(piece));
  const clusters = pieces.map((piece) => clusterOf(piece, fonts.faces, fonts));
  // Spaces and signs between two words take the font of the words, so that text is extracted in one piece.
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
  // Where a cluster has invisible characters, its one glyph stands for the whole text.
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
  const parts = characters.map((one, index): GlyphPart => ({ glyph: face.glyph(one.character), text: one.text, shift: shifts[index] }));
  return { text, face, parts, width: parts.reduce((sum, { glyph, shift }) => sum + (shift ? 0 : face.width(glyph)), 0), missing: false };
};

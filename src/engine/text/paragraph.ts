/** Reads the content of a TEXT node: its words, in runs of one font, size and colour. */
import { type Face, type FontStore, notKnown, type Style, type TextChild } from '../tree-nodes.ts';
import { piecesOf, type Cut, type Piece, wordsOf } from './words.ts';

/** What a run looks like: what react-pdf's renderer reads of it (its renderRun), and the measures of its face in points. */
export interface Attributes extends Cut {
  font: Face[];
  fontSize: number;
  color: string;
  opacity: unknown;
  link: unknown;
  backgroundColor: unknown;
  attachment: null;
  align: string;
  underline: boolean;
  underlineColor: unknown;
  underlineStyle: string;
  /** Nothing where the face says how far its lines stand apart. */
  lineHeight: number;
  height: number;
  ascent: number;
  descent: number;
}

/** A stretch of a text that looks alike, in pieces that a line may begin with. */
export interface Run {
  /** Into the text, as are the starts of its pieces. */
  start: number;
  end: number;
  attributes: Attributes;
  pieces: Piece[];
  starts: number[];
}

export interface Paragraph {
  length: number;
  runs: Run[];
}

/**
 * Letters that stand one after the other from the left, with a glyph or so each, in no other script than Latin: Latin-1 without the soft
 * hyphen, Latin Extended, punctuation, currencies, arrows, and signs. All others are for textkit.
 */
const PLAIN = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2212\u25a0-\u27bf]+$/;
/** Letters of the Latin script (Unicode, Scripts.txt) among them. */
const LATIN = /[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/;

/** What is struck out. Any other words that are joined by inheritance are no decoration to @react-pdf/layout (its getFragments). */
const STRIKES: ReadonlySet<unknown> = new Set(['line-through', 'underline line-through', 'line-through underline']);

/** The defaults of @react-pdf/layout (its getFragments). */
const DEFAULTS = { color: 'black', fontFamily: 'Helvetica', fontSize: 18 };

const numberIn = (style: Style, key: string, other: number): number => {
  const value = style[key] ?? other;
  return typeof value === 'number' ? value : notKnown(`${key}: ${String(value)}`);
};

/** Reads the texts of a sheet. */
export class TextReader {
  readonly #fonts: FontStore;
  readonly #faces = new Map<string, Face>();

  constructor(fonts: FontStore) {
    this.#fonts = fonts;
  }

  /**
   * Gathers the words of a TEXT.
   * @param node a TEXT whose styles are resolved and inherited
   * @throws NotKnown for a letter or a style that is not for this setter
   */
  read(node: TextChild): Paragraph {
    let string = '';
    const runs: Run[] = [];
    const gather = ({ style = {}, props, children = [] }: TextChild, outer: unknown, inner: boolean): void => {
      const attributes = this.#attributesOf(style, outer || props?.['src'] || props?.['href'], inner);
      for (const child of children) {
        if (child.type === 'TEXT') gather(child, attributes.link, true);
        else {
          const text = String(child.value);
          if (text === '') continue;
          if (!PLAIN.test(text)) notKnown('letters that are not plain Latin');
          if (!hasAll(attributes.face, text)) notKnown('letters that the font does not have');
          runs.push({ start: string.length, end: string.length + text.length, attributes, pieces: [], starts: [] });
          string += text;
        }
      }
    };
    gather(node, undefined, false);
    const split = atFirstLetter(runs, string.search(LATIN));
    for (const run of split) {
      const pieces = piecesOf(run.attributes, string.slice(run.start, run.end)) ?? notKnown('a glyph over a place where a line may end');
      let at = run.start;
      run.pieces = pieces;
      run.starts = pieces.map(({ text }) => {
        at += text.length;
        return at - text.length;
      });
    }
    return { length: string.length, runs: split };
  }

  #attributesOf(style: Style, link: unknown, inner: boolean): Attributes {
    const { opacity, textDecoration = '', textDecorationColor, textDecorationStyle, backgroundColor, textAlign = 'left' } = style;
    if (STRIKES.has(textDecoration)) notKnown(`textDecoration: ${String(textDecoration)}`);
    if (textAlign !== 'left' && textAlign !== 'center' && textAlign !== 'right') notKnown(`textAlign: ${String(textAlign)}`);
    const color = (style['color'] ?? DEFAULTS.color) as string;
    const fontSize = numberIn(style, 'fontSize', DEFAULTS.fontSize);
    const spacing = numberIn(style, 'letterSpacing', 0);
    const face = this.#faceOf(style);
    const scale = fontSize / face.unitsPerEm;
    const ascent = Math.max(0, face.ascent * scale);
    const descent = face.descent * scale;
    const lineHeight = numberIn(style, 'lineHeight', 0);
    return {
      font: [face],
      face,
      fontSize,
      color,
      opacity,
      link: link ?? null,
      backgroundColor: inner ? (backgroundColor ?? null) : null,
      attachment: null,
      align: String(textAlign),
      scale,
      spacing,
      underline: textDecoration === 'underline',
      underlineColor: textDecorationColor || color,
      underlineStyle: (textDecorationStyle as string | undefined) || 'solid',
      lineHeight,
      ascent,
      descent,
      height: lineHeight || face.lineGap * scale + ascent - descent,
      words: wordsOf(face, fontSize, spacing),
    };
  }

  #faceOf({ fontFamily = DEFAULTS.fontFamily, fontWeight, fontStyle }: Style): Face {
    const key = `${String(fontFamily)} ${String(fontWeight)} ${String(fontStyle)}`;
    const known = this.#faces.get(key);
    if (known) return known;
    if (typeof fontFamily !== 'string') return notKnown('a list of font families');
    const face = this.#fonts.getFont({ fontFamily, fontWeight, fontStyle })?.data;
    if (!face || face.type === 'STANDARD') return notKnown(`the font ${fontFamily}`);
    this.#faces.set(key, face);
    return face;
  }
}

/** textkit begins a run where a script begins: behind the figures and quotes at the head of a text (its scriptItemizer). */
const atFirstLetter = (runs: readonly Run[], letter: number): Run[] =>
  runs.flatMap((run) =>
    run.start < letter && letter < run.end
      ? [
          { ...run, end: letter },
          { ...run, start: letter },
        ]
      : [run],
  );

const covered = new WeakMap<Face, Map<string, boolean>>();

const hasAll = (face: Face, text: string): boolean => {
  const known = covered.get(face) ?? new Map<string, boolean>();
  covered.set(face, known);
  for (const letter of text) {
    let has = known.get(letter);
    if (has === undefined) {
      has = face.hasGlyphForCodePoint(letter.codePointAt(0) as number);
      known.set(letter, has);
    }
    if (!has) return false;
  }
  return true;
};

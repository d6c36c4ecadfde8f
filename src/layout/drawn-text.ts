/** Rewrites texts so that the theme's fonts can draw them: composed letters, substitutes for missing characters, breaks as textkit takes them. */
import { Font } from '@react-pdf/renderer';
import type { Font as FontkitFont } from 'fontkit';
import { drawnAs, type Has, isJoiner, SOFT_HYPHEN, ZERO_WIDTH_SPACE } from '../content/glyph-substitutes.ts';
import type { Theme } from '../kit/theme.ts';
import { BREAKS } from '../engine/text/break-words.ts';
import { divided, lacks, OTHER_LETTERS } from './other-letters.ts';

/** A node as the reconciler makes it, not laid out yet. */
interface TreeNode {
  type: string;
  /** Of a stretch of text. */
  value?: string;
  style?: unknown;
  box?: object;
  props?: object;
  children?: TreeNode[];
}

/** Texts of these alone stay as they are. */
const PLAIN = /^[\n\x20-\x7e]*$/;

/** Whether all of the fonts that set text have a character, as content/missing-glyphs.ts asks of the files. */
export const hasOf = ({ fonts: { text, title } }: Theme): Has => {
  return hasAll([
    { fontFamily: text, fontWeight: 400 },
    { fontFamily: text, fontWeight: 700 },
    { fontFamily: title, fontWeight: 600 },
  ]);
};

/** Whether all of some registered faces have a character. */
export const hasAll = (faces: readonly { fontFamily: string; fontWeight: number }[]): Has => {
  const known = new Map<number, boolean>();
  const fonts = faces.map((face) => (Font as unknown as { getFont(descriptor: typeof face): { data: FontkitFont } }).getFont(face).data);
  return (codePoint) => {
    const found = known.get(codePoint) ?? fonts.every((font) => font.hasGlyphForCodePoint(codePoint));
    known.set(codePoint, found);
    return found;
  };
};

/** Behind these, a break needs no hyphen of its own. */
const PARTED = /[-–—/]$/;

/** How a character that says where a word may be broken is written for textkit, behind the text so far. */
const breakFor = (character: string, before: string): string | undefined => {
  if (isJoiner(character)) return BREAKS.none;
  if (character === ZERO_WIDTH_SPACE) return BREAKS.unmarked;
  if (character === SOFT_HYPHEN) return PARTED.test(before) ? BREAKS.unmarked : BREAKS.hyphen;
  return undefined;
};

/** U+2011 forbids a break behind it, which the hyphen drawn for it would allow in a long word. */
const NO_BREAK_HYPHEN = '\u2011';

/**
 * A text as it is drawn.
 *
 * @param has whether the fonts have a code point; what cannot be drawn at all stays as it is, and is told by others
 */
export const drawnText = (text: string, has: Has): string => {
  if (PLAIN.test(text)) return text;
  let drawn = '';
  for (const character of text.normalize('NFC')) {
    if (PLAIN.test(character)) {
      drawn += character;
      continue;
    }
    const place = breakFor(character, drawn);
    // One place is one break, and a text does not begin with any.
    if (place !== undefined) drawn += drawn === '' || drawn.endsWith(BREAKS.hyphen) ? '' : place;
    else drawn += (drawnAs(character, has) ?? character) + (character === NO_BREAK_HYPHEN ? BREAKS.none : '');
  }
  return drawn;
};

/** A text with letters that the fonts of the theme lack, in the node whose child it is. */
export interface Undrawn {
  parent: TreeNode;
  child: TreeNode;
  text: string;
}

/**
 * Gives each text of a tree the form that it is drawn in; fonts are chosen afterwards, by what stands there.
 *
 * @returns the texts that the fonts of the theme cannot draw; not those of drawings, whose letters have places of their own
 */
export const drawTexts = (node: TreeNode, has: Has): Undrawn[] => {
  const undrawn: Undrawn[] = [];
  const draw = (each: TreeNode, inDrawing: boolean): void => {
    if (typeof each.value === 'string') each.value = drawnText(each.value, has);
    for (const child of each.children ?? []) {
      const text = child.value;
      if (!inDrawing && typeof text === 'string' && lacks(text, has)) undrawn.push({ parent: each, child, text });
      draw(child, inDrawing || child.type === 'SVG');
    }
  };
  draw(node, node.type === 'SVG');
  return undrawn;
};

/** Sets what the fonts of the theme cannot draw in the other font. @param other whether that has a code point */
export const drawInOtherFont = (undrawn: readonly Undrawn[], has: Has, other: Has): void => {
  for (const { parent, child, text } of undrawn) {
    const runs = divided(text, has, other).map((run) => (run.other ? inOtherFont(run.text, other) : { ...child, value: drawnText(run.text, has) }));
    parent.children = parent.children?.flatMap((one) => (one === child ? runs : [one])) ?? [];
  }
};

/** A run of words in the other font, as the reconciler makes one. */
const inOtherFont = (text: string, has: Has): TreeNode => ({
  type: 'TEXT',
  box: {},
  style: { fontFamily: OTHER_LETTERS },
  props: {},
  children: [{ type: 'TEXT_INSTANCE', value: drawnText(text, has) }],
});

/** Rewrites texts so that the theme's fonts can draw them: composed letters, substitutes for missing characters, breaks as textkit takes them. */
import { Font } from '@react-pdf/renderer';
import type { Font as FontkitFont } from 'fontkit';
import { drawnAs, type Has, isJoiner, SOFT_HYPHEN, ZERO_WIDTH_SPACE } from '../content/glyph-substitutes.ts';
import type { Theme } from '../kit/theme.ts';
import { BREAKS } from '../engine/text/break-words.ts';

/** A node as the reconciler makes it, not laid out yet. */
interface TreeNode {
  type: string;
  /** Of a stretch of text. */
  value?: string;
  children?: TreeNode[];
}

/** Texts of these alone stay as they are. */
const PLAIN = /^[\n\x20-\x7e]*$/;

/** Whether all of the fonts that set text have a character, as content/missing-glyphs.ts asks of the files. */
export const hasOf = ({ fonts: { text, title } }: Theme): Has => {
  const known = new Map<number, boolean>();
  const faces = [
    { fontFamily: text, fontWeight: 400 },
    { fontFamily: text, fontWeight: 700 },
    { fontFamily: title, fontWeight: 600 },
  ];
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

/** Gives each text of a tree the form that it is drawn in; fonts are chosen afterwards, by what stands there. */
export const drawTexts = (node: TreeNode, has: Has): void => {
  if (typeof node.value === 'string') node.value = drawnText(node.value, has);
  for (const child of node.children ?? []) drawTexts(child, has);
};

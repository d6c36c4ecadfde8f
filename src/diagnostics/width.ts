/** How text takes up room in a terminal. */

/** Characters two columns wide: those of East Asia (UAX #11, wide and fullwidth) and pictures (UTS #51). */
const WIDE = /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
/** Characters that take no room: marks set over others, joiners. */
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** Characters that steer a terminal or turn the direction of the text; they are never sent there. */
const STEERING = /[\p{Cc}\p{Cs}\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu;

/** The columns that a text takes, once it was made `visible`. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) if (!NONE.test(character)) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/** A text with nothing in it that steers the terminal: tabs become spaces, the rest the sign for "not a character". */
export const visible = (text: string): string => text.replaceAll('\t', '    ').replace(STEERING, '\ufffd');

/** Several lines, each made `visible`: line feeds stay, so that texts of libraries can be shown. */
export const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');

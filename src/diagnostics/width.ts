/** The width of text in a terminal, and text without control characters. */

/** Characters two columns wide: those of East Asia (UAX #11, wide and fullwidth) and pictures (UTS #51). */
const WIDE = /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
/** Characters without a width of their own: combining marks, joiners. */
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** Control characters of terminals and of the direction of text: these are never printed. */
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cs}\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu;

/** The columns that a text takes, once it was made `visible`. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) if (!NONE.test(character)) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/** A text without control characters: tabs become spaces, others the replacement character (U+FFFD). */
export const visible = (text: string): string => text.replaceAll('\t', '    ').replace(CONTROL_CHARACTERS, '\ufffd');

/** Several lines, each made `visible`: line feeds are kept. */
export const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');

/** Marks of the direction of text: keyboards and programs put them round right-to-left words, and one that is not closed would turn all that follows. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What somebody wrote, made `visible` line by line: marks of direction are left out, because the letters have a direction of their own. */
export const answerLines = (text: string): string => visibleLines(text.replaceAll(DIRECTIONS, ''));

/** Sets words in letters that the fonts of the theme lack in a font that has them: a name is printed as its bearer writes it. */
import { drawnAs, type Has } from '../content/glyph-substitutes.ts';

/** The family under which the font is registered with the layout engine. */
export const OTHER_LETTERS = 'other letters';

/** A stretch of text, and whether it needs the other font. */
interface Stretch {
  text: string;
  other: boolean;
}

/** A word with the signs at its ends, and the space behind it. */
const WORD = /\S+\s*/g;
const LETTER = /\s+|\S\p{M}*/gu;
/** Names begin with a capital letter: a neighbour that does is probably a part of the same name, and is set as that is. */
const CAPITAL = /^\P{L}*\p{Lu}/u;
const INVISIBLE_END = /\s+$/;

/** Texts of these alone are drawn by every font. */
const PLAIN = /^[\n\x20-\x7e]*$/;

/** Whether fonts lack letters of a text. */
export const lacks = (text: string, has: Has): boolean =>
  !PLAIN.test(text) && [...text.normalize('NFC')].some((character) => !PLAIN.test(character) && !/\s/.test(character) && drawnAs(character, has) === undefined);

/**
 * Divides a text into what the fonts of the theme draw, and what the other font draws: whole words where it has all of one, and the names that they are part of.
 *
 * @param has whether the fonts of the theme have a code point
 * @param otherHas whether the other font has one
 * @returns one stretch where nothing needs the other font, or where that would not help
 */
export const divided = (text: string, has: Has, otherHas: Has): Stretch[] => {
  const whole = [{ text, other: false }];
  if (!lacks(text, has)) return whole;
  // A word with letters that no font has all of is parted into its letters, each with its marks.
  const words = (text.match(WORD) ?? []).flatMap((word) => (lacks(word, has) && lacks(word, otherHas) ? (word.match(LETTER) ?? []) : [word]));
  const needs = words.map((word) => lacks(word, has) && !lacks(word, otherHas));
  if (!needs.includes(true)) return whole;
  const capital = words.map((word) => CAPITAL.test(word) && !lacks(word, otherHas));
  // Along the words to both sides.
  const other = [...needs];
  for (let index = 1; index < words.length; index += 1) if (other[index - 1] && capital[index]) other[index] = true;
  for (let index = words.length - 2; index >= 0; index -= 1) if (other[index + 1] && capital[index]) other[index] = true;
  const stretches: Stretch[] = [{ text: text.slice(0, text.length - words.join('').length), other: false }];
  for (const [index, word] of words.entries()) {
    const last = stretches.at(-1) as Stretch;
    if (last.other === (other[index] === true)) last.text += word;
    else stretches.push({ text: word, other: other[index] === true });
  }
  return spacesOutside(stretches.filter((stretch) => stretch.text !== ''));
};

/** A space between two fonts is that of the theme. */
const spacesOutside = (stretches: readonly Stretch[]): Stretch[] =>
  stretches.flatMap((stretch) => {
    const space = stretch.other ? (INVISIBLE_END.exec(stretch.text)?.[0] ?? '') : '';
    if (space === '') return [stretch];
    return [
      { text: stretch.text.slice(0, -space.length), other: true },
      { text: space, other: false },
    ];
  });

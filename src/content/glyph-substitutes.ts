/** Substitutes for characters that a font lacks: other characters with the same meaning. */

/** Whether the fonts have a character. */
export type Has = (codePoint: number) => boolean;

/** Hyphens, dashes, spaces, quotation marks and signs, with simpler ones that most fonts have; the best first. */
const PLAINER: Readonly<Record<string, readonly string[]>> = {
  '\u2010': ['-'],
  '\u2011': ['-'],
  '\u2012': ['–', '-'],
  '\u2013': ['-'],
  '\u2014': ['–', '-'],
  '\u2015': ['—', '-'],
  '\u2212': ['–', '-'],
  '\u2043': ['-'],
  // The micro sign.
  '\u00b5': ['μ'],
  '\u02b9': ['′', "'"],
  '\u02ba': ['″', '"'],
  '\u02bb': ['‘', "'"],
  '\u02bc': ['’', "'"],
  '\u02bd': ['‛', '‘', "'"],
  '\u02be': ['’', "'"],
  '\u02bf': ['‘', "'"],
  '\u02d7': ['−', '–', '-'],
  '\u02ee': ['”', '"'],
  '\u2018': ["'"],
  '\u2019': ["'"],
  '\u201b': ['‘', "'"],
  '\u201c': ['"'],
  '\u201d': ['"'],
  '\u201f': ['“', '"'],
  '\u2032': ["'"],
  '\u2033': ['′′', '"'],
  '\u2034': ['′′′', "'''"],
  '\u2057': ['′′′′', "''''"],
  '\u2035': ["'"],
  '\u2036': ['"'],
  '\u2044': ['/'],
  '\u2215': ['/'],
  '\u2217': ['*'],
  '\u2219': ['·'],
  '\u22c5': ['·'],
  '\u2027': ['·'],
  '\u2223': ['|'],
  '\u2236': [':'],
  '\u223c': ['~'],
  '\u2e3a': ['——', '--'],
  '\u2e3b': ['———', '---'],
  '\u1e9e': ['SS'],
  // A line may not end at these.
  '\u2007': ['\u00a0'],
  '\u202f': ['\u00a0'],
};

/** Characters whose compatibility decomposition (Unicode Standard Annex 15) keeps the meaning: powers and fractions are not among them. */
const COMPATIBLE =
  /[\u0132\u0133\u013f\u0140\u0149\u01c4-\u01cc\u017f\u01f1-\u01f3\u1680\u2000-\u2006\u2008-\u200a\u2024-\u2026\u203c\u2047-\u2049\u205f\u2100-\u2103\u2105\u2106\u2109\u2113\u2116\u2121\u2122\u2160-\u217f\u3000\u3371-\u337a\u3380-\u33df\ufb00-\ufb06\ufe50-\ufe6b\uff01-\uff5e\uffe0-\uffe6]|[\u{1d400}-\u{1d7ff}]/u;

/**
 * Letters joined into one character for old encodings. A font draws them with the glyph of the letters that they are made of, or with several
 * glyphs, so that it cannot be told afterwards how many characters a glyph stands for: they are drawn as those letters, which look the same.
 */
const JOINED_LETTERS = /^[\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06]$/;

/** These mark where a word may be broken: with a hyphen, and without. */
export const SOFT_HYPHEN = '\u00ad';
export const ZERO_WIDTH_SPACE = '\u200b';

/** Invisible characters that forbid a line break. */
const JOINER = /^[\u2060\ufeff]$/;

/** Control characters for text from right to left, which the pages do not support. */
const RIGHT_TO_LEFT = /^[\u061c\u200f\u202b\u202e\u2067]$/;

/** Whether a character only forbids a line break. */
export const isJoiner = (character: string): boolean => JOINER.test(character);

/** Whether an invisible character makes the following text run from right to left. */
export const isRightToLeft = (character: string): boolean => RIGHT_TO_LEFT.test(character);

/** Whether a character is never drawn, and can be left out without harm. */
export const isInvisible = (character: string): boolean => /^\p{Default_Ignorable_Code_Point}$/u.test(character) && !isRightToLeft(character);

/** Square signs for units, in which a digit is a power. */
const UNIT = /^[\u3371-\u337a\u3380-\u33df]$/;

/** The compatibility decomposition of a character, in which powers of units stay powers. */
const decomposed = (character: string): string => {
  const plain = character.normalize('NFKC');
  return UNIT.test(character) ? plain.replaceAll('2', '²').replaceAll('3', '³') : plain;
};

/** Whether the fonts have every character of a text. */
const shows = (text: string, has: Has): boolean => [...text].every((one) => has(one.codePointAt(0) ?? 0));

/**
 * The text that is drawn for a character.
 *
 * @param character one code point of a text in NFC
 * @param has whether the fonts have a code point
 * @returns the character itself if the fonts have it, its letters if it joins several, else a substitute; empty for an invisible character; undefined if it cannot be drawn
 */
export const drawnAs = (character: string, has: Has): string | undefined => {
  if (isInvisible(character)) return '';
  if (isRightToLeft(character)) return undefined;
  const letters = JOINED_LETTERS.test(character) ? drawnInParts(decomposed(character), character, has) : undefined;
  if (letters !== undefined) return letters;
  if (shows(character, has)) return character;
  const plainer = PLAINER[character]?.find((text) => shows(text, has));
  if (plainer !== undefined) return plainer;
  const parts = COMPATIBLE.test(character) ? drawnInParts(decomposed(character), character, has) : undefined;
  if (parts !== undefined) return parts;
  // A letter with a mark can be drawn as two characters.
  const marked = character.normalize('NFD');
  return shows(marked, has) ? marked : undefined;
};

/** The characters of a decomposition, each drawn as itself or by a substitute; undefined if one of them cannot be drawn. */
const drawnInParts = (text: string, character: string, has: Has): string | undefined => {
  if (text === character) return undefined;
  const parts = [...text].map((one) => drawnAs(one, has));
  return parts.includes(undefined) ? undefined : parts.join('');
};

/**
 * What an author can write in place of a character that cannot be drawn. It may look or mean a little different, which the author can judge.
 *
 * @param character one code point that drawnAs() has nothing for
 * @param has whether the fonts have a code point
 * @returns undefined where nothing is near enough: other scripts, pictures, and powers, which would be other numbers
 */
export const suggestedFor = (character: string, has: Has): string | undefined =>
  POWER.test(character)
    ? undefined
    : (NEAR[character]?.find((text) => shows(text, has)) ?? drawnInParts(character.normalize('NFKC').replaceAll('\u2044', '/'), character, has));

/** Raised digits and signs: as plain ones they would be a part of the number before them. */
const POWER = /^[\u00b2\u00b3\u00b9\u2070\u2074-\u207e]$/;

/** Signs that authors paste, with what says nearly the same. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
  '\u2028': [' '],
  '\u2029': [' '],
  '\u02c8': ["'"],
  '\u02d0': [':'],
  '\u2016': ['|'],
  '\u203d': ['?!'],
  '\u2031': ['‰'],
  '\u2190': ['<-'],
  '\u2192': ['->'],
  '\u21d2': ['=>'],
  '\u25a0': ['•'],
  '\u25aa': ['•'],
  '\u25cf': ['•'],
  '\u25e6': ['•'],
  '\u2023': ['•'],
  '\u3001': [','],
  '\u3002': ['.'],
};

/**
 * The letters beyond WinAnsiEncoding that the font of the fields can be typed with. Firefox saves a copy in which every field of the book is drawn
 * anew, without its ruled lines, as soon as one letter is typed that the encoding of the font does not have. A simple font has room for some 55
 * more than the 217 that WinAnsi has: which ones depends on the language of the book.
 */

/** What most people need who fill in a book in English or Spanish: the letters of names and words of Central and Eastern Europe and Turkey. */
const COMMON = '−łąęśćżńźŁŚŻčřěůďťňČŘőűşğıİŞșțȘȚăđĐľĺŕūėįųāēīģķļņŐĆĎŤ';

/** The letters of languages, each with its capitals; the most common ones come first. */
const LETTERS: Record<string, string> = {
  pl: 'ąćęłńśźżĄĆĘŁŃŚŹŻ',
  cs: 'čďěňřťůČĎĚŇŘŤŮ',
  sk: 'čďľĺňŕťČĎĽĹŇŔŤ',
  hu: 'őűŐŰ',
  ro: 'ășțşţĂȘȚŞŢ',
  tr: 'ğışĞİŞ',
  az: 'ğışəĞİŞƏ',
  hr: 'čćđČĆĐ',
  bs: 'čćđČĆĐ',
  sr: 'čćđČĆĐ',
  sl: 'čćđČĆĐ',
  lt: 'ąčęėįųūĄČĘĖĮŲŪ',
  lv: 'āčēģīķļņūĀČĒĢĪĶĻŅŪ',
  et: 'šžŠŽ',
  mt: 'ċġħżĊĠĦŻ',
  eo: 'ĉĝĥĵŝŭĈĜĤĴŜŬ',
  cy: 'ŵŷŴŶ',
};

/** Names of letters in a font, as the Adobe Glyph List has them, that are not made of a letter and its mark. */
const NAMES: Record<string, string> = {
  '−': 'minus',
  ł: 'lslash',
  Ł: 'Lslash',
  đ: 'dcroat',
  Đ: 'Dcroat',
  ı: 'dotlessi',
  ħ: 'hbar',
  Ħ: 'Hbar',
  ə: 'schwa',
};

/** By the mark that is left when a letter is decomposed. */
const MARKS: Record<string, string> = {
  '\u0301': 'acute',
  '\u0302': 'circumflex',
  '\u0304': 'macron',
  '\u0306': 'breve',
  '\u0307': 'dotaccent',
  '\u030a': 'ring',
  '\u030b': 'hungarumlaut',
  '\u030c': 'caron',
  '\u0326': 'commaaccent',
  '\u0327': 'commaaccent',
  '\u0328': 'ogonek',
};

/**
 * The name of a letter in the Adobe Glyph List, which viewers find its glyph by (ISO 32000-1, 9.6.6.4).
 *
 * @returns nothing for a letter that has no such name
 */
export const glyphName = (letter: string): string | undefined => {
  const own = NAMES[letter];
  if (own) return own;
  const [base = '', mark = '', ...more] = letter.normalize('NFD');
  if (!/^[a-z]$/i.test(base) || more.length > 0) return undefined;
  // The list has a name of its own for the cedilla of s alone.
  if (mark === '\u0327' && base.toLowerCase() === 's') return `${base}cedilla`;
  const name = MARKS[mark];
  return name && `${base}${name}`;
};

/**
 * The letters that a book in a language can be typed with, beside those of WinAnsi; the first ones matter most.
 *
 * @param language a BCP 47 tag
 */
export const typingLetters = (language: string): string[] => {
  const [primary = ''] = language.toLowerCase().split('-');
  const names = new Set<string>();
  // Two letters of one name, such as the two t of Romanian, cannot both be in a font.
  return [...(LETTERS[primary] ?? ''), ...COMMON].filter((letter) => {
    const name = glyphName(letter);
    if (!name || names.has(name)) return false;
    names.add(name);
    return true;
  });
};

/** Characters that look like a space, dash or colon of YAML, or like nothing, but are others: text copied from web pages and word processors has them. */

/** Spaces that YAML does not treat as such, and invisible characters; for use in a character class. */
const ODD = '\\u00a0\\u00ad\\u061c\\u1680\\u180e\\u2000-\\u200f\\u202a-\\u202f\\u205f-\\u2064\\u2066-\\u2069\\u3000\\ufeff';

export const ODD_SPACE = new RegExp(`[${ODD}]`);
export const ODD_SPACES = new RegExp(`[${ODD}]+`, 'g');
/** What looks like indentation to an author. */
export const VISIBLE_INDENT = new RegExp(`^[ \\t${ODD}]*`);

/** Characters other than the hyphen that list items often begin with. */
export const DASH_LIKE = /^[\u2010-\u2015\u2022\u2023\u2043\u2212\u00b7\u25a0\u25aa\u25ab\u25b6\u25ba\u25cb\u25cf\u25e6\u27a2\u27a4\ufe58\ufe63\uff0d*+]/;

/** The full-width colon of East Asian keyboards. */
export const WIDE_COLON = '\uff1a';

const NAMES: Record<string, string> = {
  '\u00a0': 'a no-break space',
  '\u00ad': 'a soft hyphen',
  '\u2002': 'an en space',
  '\u2003': 'an em space',
  '\u2009': 'a thin space',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u202f': 'a narrow no-break space',
  '\u2060': 'a word joiner',
  '\u3000': 'an ideographic space',
  '\ufeff': 'a byte order mark',
  '\u2010': 'another hyphen',
  '\u2011': 'a no-break hyphen',
  '\u2012': 'a figure dash',
  '\u2013': 'an en dash',
  '\u2014': 'an em dash',
  '\u2015': 'a horizontal bar',
  '\u2022': 'a bullet',
  '\u2212': 'a minus sign',
  '\uff0d': 'a wide hyphen',
  '\uff1a': 'a wide colon',
  '*': 'an asterisk',
  '+': 'a plus sign',
};

/** Such as "U+2013". */
export const codeOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Such as "an en dash (U+2013)". */
export function nameOf(character: string): string {
  const name =
    NAMES[character] ?? (/\p{Zs}/u.test(character) ? 'another kind of space' : /\p{Cf}/u.test(character) ? 'an invisible character' : 'another sign');
  return `${name} (${codeOf(character)})`;
}

/** Whether a character has no width. */
export const isInvisible = (character: string): boolean => /\p{Cf}/u.test(character);

/** Characters that look like a space, dash or colon of YAML, or like nothing, but are others: text copied from web pages and word processors has them. */

/** Spaces that YAML does not treat as such, and invisible characters; for use in a character class. */
const ODD = '\\u00a0\\u00ad\\u061c\\u1680\\u180e\\u2000-\\u200f\\u202a-\\u202f\\u205f-\\u2064\\u2066-\\u2069\\u3000\\ufeff';

export const ODD_SPACE = new RegExp(`[${ODD}]`);
export const ODD_SPACES = new RegExp(`[${ODD}]+`, 'g');
/** What looks like indentation to an author. */
export const VISIBLE_INDENT = new RegExp(`^[ \\t${ODD}]*`);

/** What list items often begin with in place of a hyphen: other dashes, bullets, arrows, ticks, and numbers. */
export const DASH_LIKE =
  /^(?:[\u2010-\u2015\u2022\u2023\u203a\u2043\u2190-\u21ff\u2212\u00b7\u00bb\u2219\u22c5\u2500\u2501\u25a0-\u25ff\u2610-\u2612\u2713-\u2718\u2794-\u27bf\u2b1b-\u2b1e\u30fb\u30fc\ufe58\ufe63\uff0d\uff65\uff70*+~>]|-{2,3}|\d{1,2}[.)])(?![*+~>-])/;

/** Signs that look like a colon: those of East Asian keyboards, of fractions and of phonetics. */
export const COLON_LIKE = /[\uff1a\ufe13\ufe55\u2236\ua789\u02d0]/;

/** Characters that end a line for some programs, but not in YAML. */
export const LINE_END = /[\u000b\u000c\u0085\u2028\u2029]/g;

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
  '\u000b': 'a vertical tab',
  '\u000c': 'a form feed',
  '\u0085': 'a next line character',
  '\u2028': 'a line separator',
  '\u2029': 'a paragraph separator',
  '\u2236': 'a ratio sign',
  '\uff0d': 'a wide hyphen',
  '\uff1a': 'a wide colon',
  '=': 'an equals sign',
  ';': 'a semicolon',
  '~': 'a tilde',
  '>': 'a greater-than sign',
  '*': 'an asterisk',
  '+': 'a plus sign',
};

/** Such as "U+2013". */
export const codeOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Such as "an en dash (U+2013)", for one character or one of DASH_LIKE. */
export function nameOf(character: string): string {
  if (/^\d/.test(character)) return `a number ("${character}")`;
  if (character.startsWith('--')) return `${character.length === 2 ? 'two' : 'three'} hyphens`;
  const name =
    NAMES[character] ?? (/\p{Zs}/u.test(character) ? 'another kind of space' : /\p{Cf}/u.test(character) ? 'an invisible character' : 'another sign');
  return `${name} (${codeOf(character)})`;
}

/** Whether a character has no width. */
export const isInvisible = (character: string): boolean => /\p{Cf}/u.test(character);

/** Says where a long address may be broken between lines. */

/** No word of a language is so long in a text; what is longer is an address, a file's name, or words joined by hyphens. */
const LONG = 24;

/** Behind the last of some marks that part an address, never between two of them. */
const GAPS = /(?<=[/?&=_.-])(?![/?&=_.-])/;

/**
 * How a place where a word may be broken, or may not, is written in a text for textkit: it looks for no font for U+00AD, and leaves it
 * out of what it draws. With a hyphen at the break, with no mark there, and never.
 */
export const BREAKS = { hyphen: '\u00AD', unmarked: '\u00AD\u00AD', none: '\u00AD\u00AD\u00AD' } as const;

/**
 * The parts of a word between which a line may end, as textkit's hyphenation callback gives them. textkit puts a hyphen at a break
 * between two parts, which would be read as a letter of the address; an empty part is a space of no width to it (getNodes of its
 * linebreaker), and a line that ends at a space gets no mark.
 * @param word A run of text without spaces; see `BREAKS`
 * @returns The word alone where it is of a usual length; else its parts with an empty one between each two that no hyphen parts
 */
export const breakableParts = (word: string): string[] => {
  if (word.length <= LONG && !word.includes(BREAKS.hyphen)) return [word];
  const gaps = word.replaceAll(BREAKS.hyphen, '').length > LONG ? GAPS : undefined;
  const parts: string[] = [];
  let joins = false;
  for (const piece of word.split(/(\u00AD+)/)) {
    if (piece.startsWith(BREAKS.hyphen)) {
      joins = piece === BREAKS.none;
      if (piece === BREAKS.unmarked) parts.push('');
      continue;
    }
    if (piece === '') continue;
    const [first = '', ...rest] = gaps ? piece.split(gaps) : [piece];
    if (joins) parts.push((parts.pop() ?? '') + first);
    else parts.push(first);
    for (const part of rest) parts.push('', part);
    joins = false;
  }
  return parts.length > 0 ? parts : [''];
};

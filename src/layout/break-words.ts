/** Where a long address may go on in the next line. */

/** No word of a language is so long in a text; what is longer is an address, a file's name, or words joined by hyphens. */
const LONG = 24;

/** Behind the last of some marks that part an address, never between two of them. */
const GAPS = /(?<=[/?&=_.-])(?![/?&=_.-])/;

/**
 * The parts of a word between which a line may end, as textkit's hyphenation callback gives them. textkit puts a hyphen at a break
 * between two parts, which would be read as a letter of the address; an empty part is a space of no width to it (getNodes of its
 * linebreaker), and a line that ends at a space gets no mark.
 * @param word A run of text without spaces
 * @returns The word alone where it is of a usual length; else its parts with an empty one between each two
 */
export const breakableParts = (word: string): string[] => {
  if (word.length <= LONG) return [word];
  return word.split(GAPS).flatMap((part, index) => (index === 0 ? [part] : ['', part]));
};

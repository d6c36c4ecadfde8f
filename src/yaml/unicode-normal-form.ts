/** Unicode normal form NFC (Unicode Standard Annex 15): letters with their marks as one character, however a program saved them. */

/** Keys whose values name files or folders: these are not normalised, as they must match the names on disk. */
export const FILE_KEYS: ReadonlySet<string> = new Set(['image', 'logo', 'template']);

/**
 * A copy of a plain value with every text in NFC; keys and the names of files are unchanged.
 *
 * @param value the plain value of a document
 */
export function composed(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(composed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]: [string, unknown]) => [key, FILE_KEYS.has(key) ? inner : composed(inner)]));
}

/** A letter with the marks after it; in the supported scripts, NFC never combines two letters. */
const LETTER = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * The letters of a text, each with its marks.
 *
 * @returns each as it is written, composed, and its offset into the text
 */
export function lettersOf(text: string): { composed: string; index: number; length: number }[] {
  return [...text.matchAll(LETTER)].map((match) => ({ composed: match[0].normalize('NFC'), index: match.index, length: match[0].length }));
}

/**
 * Converts an offset into a text in NFC to the offset of the same place in the original text.
 *
 * @param written the original text
 * @param index offset into the text in NFC
 */
export function writtenOffset(written: string, index: number): number {
  if (written.normalize('NFC') === written) return index;
  let at = 0;
  for (const letter of lettersOf(written)) {
    if (at + letter.composed.length > index) return letter.index + (letter.composed.length === letter.length ? index - at : 0);
    at += letter.composed.length;
  }
  return written.length;
}

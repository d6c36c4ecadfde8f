/** Letters and their marks as one character (NFC, Unicode Standard Annex 15), whatever editor or program wrote them. */

/** Keys of names of files and folders: those are found as they are written. */
export const FILE_KEYS: ReadonlySet<string> = new Set(['image', 'logo', 'template']);

/**
 * A copy of a plain value with every text in it composed; keys, and the names of files, stay as they are.
 *
 * @param value what a document stands for
 */
export function composed(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(composed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]: [string, unknown]) => [key, FILE_KEYS.has(key) ? inner : composed(inner)]));
}

/** A letter with the marks behind it: composing never reaches over the next letter in the scripts that are set here. */
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
 * From an offset into a composed text to the same place in the text as it is written.
 *
 * @param written the text before it was composed
 * @param index into the composed text
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

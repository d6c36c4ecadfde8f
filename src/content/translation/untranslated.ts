/** Recognises texts of a translation that are still in the original language. */
import { isProse, plain } from '../plain-text.ts';
import type { Prose } from '../span.ts';

/** In words: shorter texts may be equal in both languages. */
const FEWEST = 3;
/** In words: from this length on, texts that are nearly equal count too. */
const MANY = 8;
/** The share of equal words in nearly equal texts. */
const ALMOST = 0.9;

/** Parts that are equal in every language: variables, gaps, addresses. */
const KEPT = /\{\{[a-z.]+\}\}|_{4,}|\S+:\/\/\S+|\S+\.\S+\/\S*|\b[\w-]+(?:\.[\w-]+)+\b/g;
/** A capitalised word that does not begin a sentence: a name. */
const NAME = /(?<=[\p{L}\p{N},;)’”–-] ?)(?<![.?!:…]["”’)]? )\p{Lu}\p{L}[\p{L}\p{M}’'-]*/gu;
const WORD = /\p{L}[\p{L}\p{M}]*(?:[’'-]\p{L}+)*/gu;

/**
 * Whether a text was not translated.
 *
 * @param from the text in the first language: a paragraph of prose, or a label
 * @param to its translation
 * @returns `same` for equal words, `almost` for nearly equal ones; names, numbers, addresses and the titles that link to them do not count
 */
export function untranslated(from: Prose | string, to: Prose | string): 'same' | 'almost' | undefined {
  const [first, second] = [wordsOf(from), wordsOf(to)];
  if (first.length < FEWEST || second.length < FEWEST) return undefined;
  if (first.join(' ') === second.join(' ')) return 'same';
  if (Math.min(first.length, second.length) < MANY) return undefined;
  return common(first, second) / Math.max(first.length, second.length) >= ALMOST ? 'almost' : undefined;
}

function wordsOf(text: Prose | string): string[] {
  // The text of a link to an address is mostly the title of a work, which is not translated.
  const translatable = isProse(text) ? plain(text.filter(({ href }) => href === undefined || href.startsWith('#'))) : text;
  return (translatable.replace(KEPT, ' ').replace(NAME, ' ').match(WORD) ?? []).map((word) => word.toLowerCase());
}

/** The length of the longest sequence of words that both have in this order. */
function common(first: readonly string[], second: readonly string[]): number {
  let row = Array.from({ length: second.length + 1 }, () => 0);
  for (const word of first) {
    const next = [0];
    second.forEach((other, index) => {
      next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Joins words that are put into a text to the words before them, as the grammar of the language wants it. */

/** Takes the words before, and those that are put in; returns both as one. */
export type JoinWords = (before: string, words: string) => string;

/** Spanish contracts “a el” and “de el”, and says “e” and “u” before the sounds of “i” and “o” (Real Academia Española, Ortografía, 2010). */
const spanish: JoinWords = (before, words) => {
  if (/^el\s/i.test(words)) {
    const contracted = before.replace(/(?<![\p{L}\p{M}])(a|de)\s+$/iu, '$1l ');
    if (contracted !== before) return contracted + words.slice('el '.length).trimStart();
  }
  // The “y” stays before a diphthong: “agua y hielo”.
  if (/^h?[ií](?![aeou])/i.test(words)) return before.replace(/(?<![\p{L}\p{M}])y\s+$/u, 'e ') + words;
  if (/^h?[oó]/i.test(words)) return before.replace(/(?<![\p{L}\p{M}])o\s+$/u, 'u ') + words;
  return before + words;
};

const RULES: Record<string, JoinWords> = { es: spanish };

/**
 * The rule of a language.
 *
 * @param language as a BCP 47 tag; one without a rule puts the words behind each other
 */
export const joinWordsIn = (language: string): JoinWords => RULES[language.split('-')[0] ?? ''] ?? ((before, words) => before + words);

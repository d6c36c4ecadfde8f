/** Finds the word that an author probably meant, for hints such as “did you mean”. */
import { distance } from 'fastest-levenshtein';

/** A word in lower case with hyphens: the form that is compared. */
const shape = (text: string) => text.toLowerCase().replaceAll('_', '-');

/**
 * The candidate nearest to a word, or nothing when none is near: at most a third of the letters may differ,
 * and never more than three; large and small letters, hyphens and underscores count as equal.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  // A word of that length is no typing mistake, and comparing it would take long.
  if (word.length > 60) return undefined;
  const least = Math.min(3, Math.max(1, Math.ceil(word.length / 3)));
  let best: string | undefined;
  let bestDistance = least + 1;
  for (const candidate of candidates) {
    const differ = distance(shape(word), shape(candidate));
    if (differ < bestDistance && differ < candidate.length) [best, bestDistance] = [candidate, differ];
  }
  return best;
}

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

/** The last word of a name such as `apologize/my-apology`, behind its slash. */
const last = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** What to say of a part that no copy has: the one probably meant, even without what stands before its slash; else the pages and steps alone. */
export const partsHint = (name: string, known: readonly string[]): string => {
  const near = nearest(name, known) ?? known.find((full) => last(full) === nearest(last(name), known.map(last)));
  if (near !== undefined) return `did you mean "${near}"?`;
  const sections = known.filter((full) => !full.includes('/'));
  return `such parts are: ${sections.join(', ')}, and the worksheets in them, which "mendbook list" shows`;
};

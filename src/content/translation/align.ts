/** Aligns two lists: finds the items that correspond to each other. */

/** An item and its counterpart; one of them is undefined where the other has none. */
export type AlignedPair<T> = readonly [T | undefined, T | undefined];

/**
 * Pairs the items of two lists in order, so that the total likeness is as great as possible.
 *
 * @param from the first list
 * @param to the second list
 * @param likeness 0 for items that cannot be counterparts, larger for more similar ones
 * @returns all items of both lists, in order
 */
export function align<T>(from: readonly T[], to: readonly T[], likeness: (from: T, to: T) => number): AlignedPair<T>[] {
  const width = to.length + 1;
  // best[i * width + j]: how alike the lists are from i and j on (Needleman and Wunsch, 1970, without a cost of gaps).
  const best = new Float64Array((from.length + 1) * width);
  const score = (i: number, j: number) => likeness(from[i] as T, to[j] as T);
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      const alike = score(i, j);
      const paired = alike > 0 ? alike + (best[(i + 1) * width + j + 1] ?? 0) : 0;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  const pairs: AlignedPair<T>[] = [];
  let [i, j] = [0, 0];
  while (i < from.length && j < to.length) {
    const here = best[i * width + j] ?? 0;
    const alike = score(i, j);
    if (alike > 0 && here === alike + (best[(i + 1) * width + j + 1] ?? 0)) pairs.push([from[i++], to[j++]]);
    else if (here === best[(i + 1) * width + j]) pairs.push([from[i++], undefined]);
    else pairs.push([undefined, to[j++]]);
  }
  while (i < from.length) pairs.push([from[i++], undefined]);
  while (j < to.length) pairs.push([undefined, to[j++]]);
  return pairs;
}

/** Puts letters that are written from right to left into the order in which they stand on a line. */
import bidiFactory from 'bidi-js';
import type { Cluster } from './clusters.ts';

/** Right-to-left scripts such as Hebrew and Arabic, and the control characters for direction. */
const LEFTWARDS = /[\u0590-\u08FF\u200F\u202B\u202E\u2067\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const bidi = bidiFactory();

/**
 * Puts the clusters of a line into visual order, from left to right (UAX #9, rules L1 and L2). Programs that
 * extract text from a PDF expect this order, and reverse it.
 */
export const visual = (clusters: readonly Cluster[]): readonly Cluster[] => {
  const text = clusters.map((cluster) => cluster.text).join('');
  if (!LEFTWARDS.test(text)) return clusters;
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  const base = paragraphs[0]?.level ?? 0;
  let unit = 0;
  const levelled = clusters.map((cluster) => {
    const level = levels[unit] ?? base;
    unit += cluster.text.length;
    return { cluster, level };
  });
  for (let at = levelled.length - 1; at >= 0 && levelled[at]?.cluster.text === ' '; at -= 1) (levelled[at] as (typeof levelled)[number]).level = base;
  for (let level = levelled.reduce((most, one) => Math.max(most, one.level), 0); level > 0; level -= 1) {
    for (let from = 0; from < levelled.length; from += 1) {
      let to = from;
      while ((levelled[to]?.level ?? -1) >= level) to += 1;
      levelled
        .slice(from, to)
        .toReversed()
        .forEach((one, index) => {
          levelled[from + index] = one;
        });
      from = to;
    }
  }
  return levelled.map(({ cluster }) => cluster);
};

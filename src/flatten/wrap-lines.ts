/** Breaks a text into lines as viewers do: after spaces and hyphens, and inside a word that is longer than a line. */
import type { Cluster } from './clusters.ts';

export interface Line {
  clusters: readonly Cluster[];
  /** Width in ems, without trailing spaces. */
  width: number;
  /** Whether a line end that was typed follows. */
  ends: boolean;
}

const isSpace = ({ text }: Cluster): boolean => text === ' ' || /^\p{Zs}$/u.test(text);
/** Scripts without spaces between words, which break between any two characters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

const mayBreakAfter = (cluster: Cluster, next: Cluster | undefined): boolean =>
  isSpace(cluster) || (next !== undefined && (cluster.text === '-' || UNSPACED.test(cluster.text) || UNSPACED.test(next.text)));

/** The width of clusters in ems, without trailing spaces. */
export const widthOf = (clusters: readonly Cluster[]): number => {
  const last = clusters.findLastIndex((cluster) => !isSpace(cluster));
  let width = 0;
  for (let at = 0; at <= last; at += 1) width += (clusters[at] as Cluster).width;
  return width;
};

/**
 * Breaks paragraphs into lines.
 *
 * @param paragraphs each without line ends; an empty one is an empty line
 * @param width of a line in ems
 */
export const wrap = (paragraphs: readonly (readonly Cluster[])[], width: number): Line[] =>
  paragraphs.flatMap((paragraph, index) => {
    const lines = wrapOne(paragraph, width);
    const last = lines.at(-1);
    if (last && index < paragraphs.length - 1) last.ends = true;
    return lines;
  });

const wrapOne = (clusters: readonly Cluster[], width: number): Line[] => {
  const lines: Line[] = [];
  const add = (from: number, to: number): void => {
    const part = clusters.slice(from, to);
    lines.push({ clusters: part, width: widthOf(part), ends: false });
  };
  let from = 0;
  let at = 0;
  let used = 0;
  /** After the last place where the line may be broken. */
  let breakAt = 0;
  while (at < clusters.length) {
    const cluster = clusters[at] as Cluster;
    // Trailing spaces may exceed the width. Each line takes at least one cluster, however narrow it is.
    if (used + cluster.width > width + 1e-6 && !isSpace(cluster) && at > from) {
      const to = breakAt > from ? breakAt : at;
      add(from, to);
      from = to;
      at = to;
      used = 0;
      continue;
    }
    used += cluster.width;
    at += 1;
    if (mayBreakAfter(cluster, clusters[at])) breakAt = at;
  }
  add(from, clusters.length);
  return lines;
};

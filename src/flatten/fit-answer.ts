/** Fits an answer into its box: as it was typed, else with closer lines, else smaller, else begun there and continued on another page. */
import { LINE_FACTOR, PADDING } from '../pdf/capacity.ts';
import type { Cluster } from './clusters.ts';
import { type Line, wrap } from './wrap-lines.ts';

/** Line heights, relative to the font size: that of viewers first, then closer ones that are still comfortable to read. */
const LEADINGS = [LINE_FACTOR, 1.25, 1.15] as const;
const CLOSEST = LEADINGS[LEADINGS.length - 1] as number;
/** Font sizes, relative to the one that was typed in; the smallest is still readable for people who need that size. */
const SHARES = [1, 0.95, 0.9, 0.85, 0.8] as const;
const SMALLEST = SHARES[SHARES.length - 1] as number;
/** The font size of a reference to the continuation, relative to the answer. */
export const REFERENCE_SHARE = 0.8;
/** The long form of the reference is used where it takes at most this share of the line. */
const MOST_OF_LINE = 0.4;
/** The least of an answer, in ems, that is set before a reference. */
const LEAST_BEGINNING = 3;

export interface Box {
  /** Points. */
  width: number;
  height: number;
  multiline: boolean;
  /** The font size that was typed in, in points. */
  fontSize: number;
}

export interface Fitted {
  /** Font size and line height, in points. */
  size: number;
  leading: number;
  lines: readonly Line[];
  /** From the upper edge of the box to the first line. */
  top: number;
  /** Whether it is longer than its box: set closer, smaller, or not whole. */
  longer: boolean;
  /** The paragraphs that are continued on another page. */
  rest: readonly (readonly Cluster[])[];
  /** The reference to the continuation: its form, and whether it has its own line or follows the last one. */
  reference?: { form: 'long' | 'short'; at: 'below' | 'behind' };
}

/** The widths of the references to a continuation, in ems. */
export interface References {
  long: number;
  short: number;
}

/** The space above the first line and below the last one, in points, as in viewers. */
const FREE = 1;

/** How many lines fit. */
const linesIn = ({ height }: Box, size: number, leading: number): number => Math.max(1, Math.floor((height - 2 * FREE + 0.01) / (size * leading)));

/**
 * Fits an answer into its box.
 *
 * @param paragraphs of the answer
 * @param references the widths of the reference to a continuation
 */
export const fit = (paragraphs: readonly (readonly Cluster[])[], box: Box, references: References): Fitted => {
  const width = box.width - 2 * PADDING;
  const attempt = (share: number, factor: number, most: number): Fitted | undefined => {
    const size = box.fontSize * share;
    const lines = wrap(paragraphs, width / size);
    const whole = lines.length <= most && lines.every((line) => line.width * size <= width + 0.01);
    const longer = share < 1 || factor < LINE_FACTOR || (!box.multiline && lines.length > 1);
    return whole ? { size, leading: size * factor, top: FREE, lines, longer, rest: [] } : undefined;
  };
  const attempts = [
    // A single line stays one if possible: only its size changes.
    ...(box.multiline ? LEADINGS.map((factor) => [1, factor] as const) : SHARES.map((share) => [share, LINE_FACTOR] as const)),
    ...SHARES.map((share) => [share, CLOSEST] as const),
  ];
  for (const [share, factor] of attempts) {
    const one = !box.multiline && factor === LINE_FACTOR;
    const fitted = attempt(share, factor, one ? 1 : linesIn(box, box.fontSize * share, factor));
    if (fitted) return fitted;
  }
  return begin(paragraphs, box, references);
};

/** The beginning of an answer, with room for the reference to its continuation. */
const begin = (paragraphs: readonly (readonly Cluster[])[], box: Box, references: References): Fitted => {
  const width = box.width - 2 * PADDING;
  const share = box.multiline && linesIn(box, box.fontSize, CLOSEST) > 2 ? 1 : SMALLEST;
  const size = box.fontSize * share;
  const leading = size * CLOSEST;
  const most = linesIn(box, size, CLOSEST);
  const needed = (form: keyof References): number => references[form] * size * REFERENCE_SHARE;
  const look = { size, leading, top: FREE, longer: true };
  const nothing = { ...look, lines: [], rest: paragraphs };
  if (needed('short') > width) return nothing;
  if (most > 1) {
    const lines = wrap(paragraphs, width / size);
    return {
      ...look,
      lines: lines.slice(0, most - 1),
      rest: joined(lines.slice(most - 1)),
      reference: { form: needed('long') > width ? 'short' : 'long', at: 'below' },
    };
  }
  const form = needed('long') <= width * MOST_OF_LINE ? 'long' : 'short';
  const reference = { form, at: 'behind' } as const;
  const room = (width - needed(form)) / size - 0.5;
  if (room < LEAST_BEGINNING) return { ...nothing, reference };
  const lines = wrap(paragraphs, room);
  return { ...look, lines: lines.slice(0, 1), rest: joined(lines.slice(1)), reference };
};

/** Joins lines into the paragraphs that they came from. */
const joined = (lines: readonly Line[]): Cluster[][] => {
  const paragraphs: Cluster[][] = [];
  let open: Cluster[] | undefined;
  for (const { clusters, ends } of lines) {
    if (!open) {
      open = [];
      paragraphs.push(open);
    }
    for (const cluster of clusters) open.push(cluster);
    if (ends) open = undefined;
  }
  return paragraphs;
};

/** Laid-out nodes without what only the layout engine needed: most of its memory. */
import type { LaidOutNode } from './node.ts';

/** What react-pdf's renderer reads of a line of text (its renderLine). */
interface Line {
  box: unknown;
  ascent?: number;
  overflowRight?: number;
  /** The advance of all its runs, in points; packing reads it. */
  xAdvance?: number;
  decorationLines?: unknown;
  runs: Run[];
}

/** What it reads of a run (its renderRun). */
interface Run {
  glyphs?: unknown;
  positions?: unknown;
  attributes: unknown;
  height?: number;
  descent?: number;
  xAdvance?: number;
}

const slimRun = ({ glyphs, positions, attributes, height, descent, xAdvance }: Run): Run =>
  ({ glyphs, positions, attributes, height, descent, xAdvance }) as Run;

const slimLine = ({ box, ascent, overflowRight, xAdvance, decorationLines, runs }: Line): Line =>
  ({ box, ascent, overflowRight, xAdvance, decorationLines, runs: runs.map(slimRun) }) as Line;

/** A copy of a node, and of all in it, with what drawing and packing read. Drawings and pictures stay as they are. */
export const slim = (node: LaidOutNode): LaidOutNode => {
  const { type, box, style, props, children, lines, origin } = node;
  if (type !== 'VIEW' && type !== 'PAGE' && type !== 'TEXT') return node;
  return {
    type,
    box,
    style,
    props,
    ...(origin ? { origin } : {}),
    ...(children ? { children: type === 'TEXT' ? children : children.map(slim) } : {}),
    ...(lines ? { lines: (lines as Line[]).map(slimLine) } : {}),
    // The shift of text that is not set from the left.
    ...('alignOffset' in node ? { alignOffset: (node as { alignOffset: unknown }).alignOffset } : {}),
  };
};

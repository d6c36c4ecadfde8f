/** Drops from laid-out nodes what only the layout engine needed, to save memory. */
import type { LaidOutNode } from './laid-out-node.ts';
import type { ShiftedGlyph } from './place-marks.ts';

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
  glyphs?: readonly ShiftedGlyph[] | undefined;
  positions?: readonly object[] | undefined;
  attributes: unknown;
  height?: number;
  descent?: number;
  xAdvance?: number;
}

const slimRun = ({ glyphs, positions, attributes, height, descent, xAdvance }: Run): Run =>
  ({ glyphs, positions: shifted(glyphs, positions), attributes, height, descent, xAdvance }) as Run;

/** The positions of a run with the shifts of its marks, in the thousandths of the size that the renderer reads. */
const shifted = (glyphs: Run['glyphs'], positions: Run['positions']): Run['positions'] => {
  if (!glyphs?.some(({ shift }) => shift)) return positions;
  return positions?.map((position, index) => {
    const shift = glyphs[index]?.shift;
    return shift ? { ...position, xOffset: shift.x * 1000, yOffset: shift.y * 1000 } : position;
  });
};

const slimLine = ({ box, ascent, overflowRight, xAdvance, decorationLines, runs }: Line): Line =>
  ({ box, ascent, overflowRight, xAdvance, decorationLines, runs: runs.map(slimRun) }) as Line;

/** A copy of a node and its children with only what drawing and packing read. Drawings and pictures are not copied. */
export const dropEngineData = (node: LaidOutNode): LaidOutNode => {
  const { type, box, style, props, children, lines, origin } = node;
  if (type !== 'VIEW' && type !== 'PAGE' && type !== 'TEXT') return node;
  return {
    type,
    box,
    style,
    props,
    ...(origin ? { origin } : {}),
    ...(children ? { children: type === 'TEXT' ? children : children.map(dropEngineData) } : {}),
    ...(lines ? { lines: (lines as Line[]).map(slimLine) } : {}),
    // The shift of text that is not set from the left.
    ...('alignOffset' in node ? { alignOffset: (node as { alignOffset: unknown }).alignOffset } : {}),
  };
};

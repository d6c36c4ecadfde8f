/** Two laid-out trees held against each other, node by node. */
import type { SheetNode } from '../../src/engine/engine.ts';

/** What is read of a line, of either engine. */
interface Line {
  box: Record<string, number>;
  xAdvance: number;
  ascent: number;
  overflowRight: number;
  decorationLines: unknown;
  runs: {
    glyphs: { id: number }[];
    positions: { xAdvance: number; xOffset: number }[];
    attributes: Record<string, unknown>;
    height: number;
    descent: number;
    xAdvance: number;
  }[];
}

const EDGES = ['left', 'top', 'width', 'height', ...['Top', 'Right', 'Bottom', 'Left'].flatMap((side) => [`padding${side}`, `border${side}Width`])];
/** What is drawn of a run beside its glyphs. */
const LOOKS = ['fontSize', 'color', 'opacity', 'link', 'backgroundColor'];

/** Points; sums in another order differ by next to nothing. */
const NEAR = 1e-9;

const near = (one: number | undefined, other: number | undefined): boolean =>
  Object.is(one ?? 0, other ?? 0) || Math.abs((one ?? 0) - (other ?? 0)) < NEAR || (Number.isNaN(one) && Number.isNaN(other));

const differencesOfLines = (one: Line, other: Line): string[] => {
  const found: string[] = [];
  for (const key of ['x', 'y', 'width', 'height']) if (!near(one.box[key], other.box[key])) found.push(`box.${key} ${one.box[key]} ${other.box[key]}`);
  for (const key of ['xAdvance', 'ascent', 'overflowRight'] as const) if (!near(one[key], other[key])) found.push(`${key} ${one[key]} ${other[key]}`);
  if (JSON.stringify(one.decorationLines) !== JSON.stringify(other.decorationLines))
    found.push(`decorations ${JSON.stringify(one.decorationLines)} ${JSON.stringify(other.decorationLines)}`);
  if (one.runs.length !== other.runs.length) return [...found, `runs ${one.runs.length} ${other.runs.length}`];
  for (const [index, run] of one.runs.entries()) {
    const its = other.runs[index] as Line['runs'][number];
    if (run.glyphs.map(({ id }) => id).join() !== its.glyphs.map(({ id }) => id).join()) found.push(`glyphs of run ${index}`);
    else if (!run.positions.every(({ xAdvance, xOffset }, at) => near(xAdvance, its.positions[at]?.xAdvance) && near(xOffset, its.positions[at]?.xOffset)))
      found.push(`positions of run ${index}`);
    for (const key of ['height', 'descent', 'xAdvance'] as const) if (!near(run[key], its[key])) found.push(`${key} of run ${index}: ${run[key]} ${its[key]}`);
    for (const key of LOOKS) if ((run.attributes[key] ?? null) !== (its.attributes[key] ?? null)) found.push(`${key} of run ${index}`);
  }
  return found;
};

/**
 * Says where two trees are not alike.
 * @param one of the engine
 * @param other of react-pdf; it has more in its boxes and styles than is looked at
 */
export const differences = (one: SheetNode, other: SheetNode, way = one.type): string[] => {
  if (one.type !== other.type) return [`${way}: ${one.type} ${other.type}`];
  const found = EDGES.filter((key) => !near(one.box[key], other.box[key])).map((key) => `${way}.${key}: ${one.box[key]} ${other.box[key]}`);
  // Only texts and those in them are set in what they inherit.
  for (const key of Object.keys(one.style).filter((each) => one.type !== 'VIEW' || each !== 'textDecoration'))
    if (JSON.stringify(one.style[key]) !== JSON.stringify(other.style[key]))
      found.push(`${way}.style.${key}: ${String(one.style[key])} ${String(other.style[key])}`);
  if (one.type === 'SVG' && JSON.stringify(one.children) !== JSON.stringify(other.children)) found.push(`${way}: the inside of the drawing`);
  if (one.type === 'TEXT') {
    if (!near(one.alignOffset, other.alignOffset)) found.push(`${way}.alignOffset: ${one.alignOffset} ${other.alignOffset}`);
    const [lines, its] = [(one.lines ?? []) as unknown as Line[], (other.lines ?? []) as unknown as Line[]];
    if (lines.length !== its.length) return [...found, `${way}: ${lines.length} lines, ${its.length}`];
    return [...found, ...lines.flatMap((line, index) => differencesOfLines(line, its[index] as Line).map((each) => `${way} line ${index}: ${each}`))];
  }
  if (one.type !== 'VIEW' && one.type !== 'PAGE') return found;
  const [children, its] = [(one.children ?? []) as SheetNode[], (other.children ?? []) as SheetNode[]];
  if (children.length !== its.length) return [...found, `${way}: ${children.length} children, ${its.length}`];
  return [...found, ...children.flatMap((child, index) => differences(child, its[index] as SheetNode, `${way}/${index}`))];
};

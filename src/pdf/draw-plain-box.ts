/** Draws plain backgrounds and borders directly as operators of a page. */
import type { LaidOutNode } from '../layout/laid-out-node.ts';
import type { PdfDocument } from './document.ts';
import { fillOf, rgb, short } from './operands.ts';

/** The names of what a border has, by its side. */
const BORDERS = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => ({
  side,
  width: `border${side}Width`,
  style: `border${side}Style`,
  color: `border${side}Color`,
}));
const RADII = ['borderTopLeftRadius', 'borderTopRightRadius', 'borderBottomRightRadius', 'borderBottomLeftRadius'];
/** Styles that only react-pdf's renderer draws. */
const MORE = ['opacity', 'transform', 'overflow'];

interface Border {
  width: number;
  color: string;
  rect: [left: number, top: number, width: number, height: number];
}

/** The borders of a box, in points. */
const bordersOf = ({ box, style }: LaidOutNode): Border[] => {
  const borders: Border[] = [];
  const widths = box as unknown as Record<string, number | undefined>;
  const { left, top, width: wide, height } = box;
  for (const names of BORDERS) {
    const width = widths[names.width] ?? 0;
    if (width <= 0) continue;
    const color = style[names.style] === 'solid' ? rgb(String(style[names.color] ?? 'black')) : undefined;
    const rects: Record<typeof names.side, Border['rect']> = {
      Top: [left, top, wide, width],
      Right: [left + wide - width, top, width, height],
      Bottom: [left, top + height - width, wide, width],
      Left: [left, top, width, height],
    };
    borders.push({ width, color: color ?? '', rect: rects[names.side] });
  }
  return borders;
};

/**
 * Draws the background and the border of a box, whose place counts from the page's upper left corner.
 * @returns false, with nothing drawn, where the box has other styles
 */
export const drawPlainBox = (doc: PdfDocument, node: LaidOutNode): boolean => {
  const { style, box } = node;
  if (MORE.some((key) => style[key] !== undefined) || RADII.some((key) => style[key])) return false;
  const borders = bordersOf(node);
  const { backgroundColor } = style;
  const background = backgroundColor === undefined ? undefined : rgb(String(backgroundColor));
  if (borders.length > 1 || borders.some(({ color }) => color === '') || (backgroundColor !== undefined && background === undefined)) return false;
  const fill = (color: string, rect: readonly number[]): void => void doc.addContent(`${fillOf(color)} ${rect.map(short).join(' ')} re f`);
  if (background !== undefined) fill(background, [box.left, box.top, box.width, box.height]);
  for (const { color, rect } of borders) fill(color, rect);
  return true;
};

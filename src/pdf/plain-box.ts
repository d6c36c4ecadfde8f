/** Plain backgrounds and borders as operators of a page: a ground, and a rule along one side. */
import type { LaidOutNode } from '../layout/node.ts';
import type { PdfDocument } from './document.ts';
import { rgb, short } from './operands.ts';

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;
const RADII = ['borderTopLeftRadius', 'borderTopRightRadius', 'borderBottomRightRadius', 'borderBottomLeftRadius'];
/** Styles with which a box is more than plain. */
const MORE = ['opacity', 'transform', 'overflow'];

interface Border {
  width: number;
  color: string;
  rect: [left: number, top: number, width: number, height: number];
}

/** The borders of a box, in points. */
const bordersOf = ({ box, style }: LaidOutNode): Border[] =>
  SIDES.flatMap((side) => {
    const width = (box as unknown as Record<string, number | undefined>)[`border${side}Width`] ?? 0;
    if (width <= 0) return [];
    const color = style[`border${side}Style`] === 'solid' ? rgb(String(style[`border${side}Color`] ?? 'black')) : undefined;
    const { left, top, width: wide, height } = box;
    const rects: Record<(typeof SIDES)[number], Border['rect']> = {
      Top: [left, top, wide, width],
      Right: [left + wide - width, top, width, height],
      Bottom: [left, top + height - width, wide, width],
      Left: [left, top, width, height],
    };
    return [{ width, color: color ?? '', rect: rects[side] }];
  });

/**
 * Draws the ground and the border of a box, whose place counts from the page's upper left corner.
 * @returns false where there is more to them, and nothing was drawn
 */
export const drawPlainBox = (doc: PdfDocument, node: LaidOutNode): boolean => {
  const { style, box } = node;
  if (MORE.some((key) => style[key] !== undefined) || RADII.some((key) => style[key])) return false;
  const borders = bordersOf(node);
  const { backgroundColor } = style;
  const ground = backgroundColor === undefined ? undefined : rgb(String(backgroundColor));
  if (borders.length > 1 || borders.some(({ color }) => color === '') || (backgroundColor !== undefined && ground === undefined)) return false;
  const fill = (color: string, rect: readonly number[]): void => void doc.addContent(`${color} rg ${rect.map(short).join(' ')} re f`);
  if (ground !== undefined) fill(ground, [box.left, box.top, box.width, box.height]);
  for (const { color, rect } of borders) fill(color, rect);
  return true;
};

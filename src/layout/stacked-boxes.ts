/** Computes how wide boxes are that stand below others, or fill a row: nothing in them has to be measured for that. */
import type { TreeNode } from '../engine/engine.ts';

/** What such a box may have for its own size, as numbers of points. */
const SIZES = new Set(['width', 'minWidth', 'maxWidth', 'height']);
/** The distances at its sides, by the style that says the same of both. */
const SIDES = {
  margin: ['marginLeft', 'marginRight', 'marginHorizontal'],
  padding: ['paddingLeft', 'paddingRight', 'paddingHorizontal'],
} as const;
/** What does not change how wide it is, nor where it may grow. */
const OTHERS = new Set([
  'marginTop',
  'marginBottom',
  'marginVertical',
  'paddingTop',
  'paddingBottom',
  'paddingVertical',
  'rowGap',
  'columnGap',
  'backgroundColor',
]);
const KNOWN = new Set([...SIZES, ...SIDES.margin, ...SIDES.padding, ...OTHERS]);

/** A box that stands below others; lengths in points. */
export interface StackedBox {
  width: number;
  /** Between its paddings. */
  inner: number;
  /** Where it has one, whatever is in it. */
  height?: number;
}

/** The styles of a node by name; of lists, the last one counts. */
const stylesOf = (style: unknown): Record<string, unknown> => {
  if (Array.isArray(style)) return Object.assign({}, ...style.map(stylesOf)) as Record<string, unknown>;
  return typeof style === 'object' && style !== null ? (style as Record<string, unknown>) : {};
};

/** Of a side or of both; nothing where several say so, of which the order would decide. */
const atSides = (style: Record<string, unknown>, [left, right, both]: (typeof SIDES)[keyof typeof SIDES]): [number, number] | undefined => {
  if (style[both] === undefined) return [(style[left] as number | undefined) ?? 0, (style[right] as number | undefined) ?? 0];
  return style[left] === undefined && style[right] === undefined ? [style[both] as number, style[both] as number] : undefined;
};

/** The width between the paddings of a box, and its own; nothing where a style of it may do anything else. */
const boxOf = (style: Record<string, unknown>, outer: number): StackedBox | undefined => {
  for (const [name, value] of Object.entries(style)) {
    if (value !== undefined && name !== 'backgroundColor' && (!KNOWN.has(name) || typeof value !== 'number')) return undefined;
  }
  const [margins, paddings] = [atSides(style, SIDES.margin), atSides(style, SIDES.padding)];
  if (!margins || !paddings) return undefined;
  const { width: asked, minWidth = 0, maxWidth = Infinity, height } = style as Partial<Record<'width' | 'minWidth' | 'maxWidth' | 'height', number>>;
  const available = Math.fround(outer - Math.fround(margins[0] + margins[1]));
  const width = Math.fround(Math.max(Math.min(asked ?? available, maxWidth), minWidth, 0));
  return { width, inner: Math.fround(width - Math.fround(paddings[0] + paddings[1])), ...(height === undefined ? {} : { height: Math.fround(height) }) };
};

/**
 * The box of a node, as the engine would compute it, digit by digit: with numbers of 32 bits, like yoga.
 *
 * A box that is set below others is as wide as what it stands in, without its margins, unless it says how wide it is (CSS Flexible Box Layout 1,
 * 8.3 and 9.4: `align-self: stretch`).
 *
 * @param outer the width of what it stands in, in points
 */
export const stackedBox = ({ type, style }: TreeNode, outer: number): StackedBox | undefined => {
  const { flexDirection = 'column', ...rest } = stylesOf(style);
  return type === 'VIEW' && flexDirection === 'column' ? boxOf(rest, outer) : undefined;
};

/** A node, and the width of what it stands in, in points. */
export interface Inside {
  node: TreeNode;
  outer: number;
}

const isWhole = (style: Record<string, unknown>): boolean =>
  style['width'] === '100%' && Object.keys(style).every((name) => !/^(?:flex(?!Direction|Wrap)|margin|position|alignSelf|m(?:ax|in)Width)/.test(name));

/** Whether a box gives way to those beside it, or takes what they leave, or stands apart from them. */
const isFlexible = ({ style }: TreeNode): boolean =>
  Object.entries(stylesOf(style)).some(([name, value]) => value !== undefined && (/^flex(?:$|Grow|Shrink|Basis)/.test(name) || name === 'position'));

/** The one box of a row that takes what others leave, which say how wide they are: so wide as if it stood below others there. */
const restOfRow = (children: readonly TreeNode[], wanted: readonly TreeNode[], inner: number, gap: number): Inside[] | undefined => {
  const [node, ...more] = wanted;
  if (!node || more.length > 0) return undefined;
  const { flex, ...style } = stylesOf(node.style);
  if (flex !== 1 || Object.keys(style).length > 0) return undefined;
  let outer = inner;
  for (const child of children) {
    if (child === node) continue;
    const own = stylesOf(child.style);
    const width = own['width'];
    if (typeof width !== 'number' || Object.keys(own).some((name) => /^(?:flex(?!Direction)|position|m(?:ax|in)Width|margin(?!Top|Bottom))/.test(name)))
      return undefined;
    outer = Math.fround(outer - Math.fround(width + gap));
  }
  return outer > 0 ? [{ node: { ...node, style }, outer }] : undefined;
};

/**
 * Some of the children of a node, each as if it stood below others: nothing else in the node changes how large they are.
 * @param outer the width of what the node stands in, in points
 * @param wanted those of its children
 * @returns nothing where the size of one may depend on what else is in the node
 */
export const stackedIn = (given: TreeNode, outer: number, wanted: readonly TreeNode[]): Inside[] | undefined => {
  const { flexDirection = 'column', flexWrap, ...rest } = stylesOf(given.style);
  const box = given.type === 'VIEW' ? boxOf(rest, outer) : undefined;
  if (!box || box.height !== undefined) return undefined;
  const { inner } = box;
  if (flexDirection === 'column') {
    // Yoga counts a box without its least height when it sizes what that stands in, and the boxes beside it shrink.
    const isBounded = ({ style }: TreeNode): boolean =>
      Object.entries(stylesOf(style)).some(([name, value]) => value !== undefined && /^m(?:ax|in)Height$/.test(name));
    const isOpen = flexWrap !== undefined || wanted.some(isFlexible) || (given.children ?? []).some(isBounded);
    return isOpen ? undefined : wanted.map((node) => ({ node, outer: inner }));
  }
  // Each has a line of the row to itself.
  if (flexDirection === 'row' && flexWrap === 'wrap')
    return wanted.every(({ style }) => isWhole(stylesOf(style))) ? wanted.map((node) => ({ node, outer: inner })) : undefined;
  if ((flexDirection !== 'row' && flexDirection !== 'row-reverse') || flexWrap !== undefined) return undefined;
  return restOfRow(given.children ?? [], wanted, inner, (rest['columnGap'] as number | undefined) ?? 0);
};

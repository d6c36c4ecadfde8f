/** Tells which drawings of react-pdf are lines and areas alone: those look the same wherever they stand. */
import type { LaidOutNode } from '../layout/laid-out-node.ts';
import { leafDrawer } from './draw-node.ts';
import type { Drawable } from './forms.ts';

/** Nodes of react-pdf that only have a shape. */
const SHAPES = new Set(['G', 'PATH', 'RECT', 'LINE', 'CIRCLE', 'ELLIPSE', 'POLYGON', 'POLYLINE']);

/** Styles that reach beyond the drawing itself. */
const OUTER = ['backgroundColor', 'opacity', 'transform', 'overflow'];

/** Not a gradient, a clip or a marker, which are nodes themselves. */
const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null || Array.isArray(value);

const isShape = ({ type, props, children = [] }: LaidOutNode): boolean =>
  SHAPES.has(type) && Object.values(props ?? {}).every(isPlain) && children.every(isShape);

const hasBorder = (box: LaidOutNode['box']): boolean =>
  ['Top', 'Right', 'Bottom', 'Left'].some((side) => (box as unknown as Record<string, number | undefined>)[`border${side}Width`]);

interface ViewBox {
  maxX?: number;
  maxY?: number;
}

/** A thousandth of a point is less than what any printer shows. */
const DECIMALS = 3;

/** To how many decimals lengths are written that are scaled to the box of a drawing afterwards. */
const decimalsFor = ({ box, props }: LaidOutNode): number => {
  const { maxX = 0, maxY = 0 } = (props['viewBox'] ?? {}) as ViewBox;
  const scale = Math.max(1, maxX > 0 ? box.width / maxX : 1, maxY > 0 ? box.height / maxY : 1);
  return DECIMALS + Math.ceil(Math.log10(scale));
};

/**
 * Makes a function that tells what a drawing of react-pdf shows.
 * @returns nothing for one with letters, pictures or shades, for one with a border, and for what is no drawing
 */
export const geometryReader = (): ((node: LaidOutNode) => Drawable | undefined) => {
  /** Drawings that are alike mostly share their insides. */
  const insides = new WeakMap<object, string | undefined>();
  const textOf = (children: LaidOutNode[]): string | undefined => {
    if (!insides.has(children)) insides.set(children, children.every(isShape) ? JSON.stringify(children) : undefined);
    return insides.get(children);
  };
  return (node) => {
    const { type, box, style, props, children = [] } = node;
    if (type !== 'SVG' || OUTER.some((key) => style[key] !== undefined) || hasBorder(box)) return undefined;
    const inside = textOf(children);
    if (inside === undefined) return undefined;
    const { width, height } = box;
    const around = { ...box, left: 0, top: 0 };
    return {
      key: JSON.stringify([around, props['viewBox'], props['preserveAspectRatio'], inside]),
      width,
      height,
      // A drawing may scale a part of itself.
      ...(inside.includes('"transform"') ? {} : { decimals: decimalsFor(node) }),
      draw: (doc) => leafDrawer(doc)({ ...node, box: around }),
    };
  };
};

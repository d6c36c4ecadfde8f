/** Passes the styles that yoga knows to its nodes. */
import { Align, Edge, FlexDirection, Gutter, Justify, loadYoga, type Node as YogaNode, Overflow, PositionType, Wrap } from 'yoga-layout/load';
import { notKnown, type Style } from './tree-nodes.ts';

export type { YogaNode };

/** Makes nodes of yoga. */
export interface Flexbox {
  create(): YogaNode;
}

let loading: Promise<Flexbox> | undefined;

const load = async (): Promise<Flexbox> => {
  const yoga = await loadYoga();
  const config = yoga.Config.create();
  // Nothing is rounded to whole points.
  config.setPointScaleFactor(0);
  return { create: () => yoga.Node.createWithConfig(config) };
};

/** Loads yoga, once for the life of the process: its memory cannot be given back. */
export const loadFlexbox = (): Promise<Flexbox> => (loading ??= load());

type Setter = (node: YogaNode, value: never) => void;
type Length = number | 'auto' | `${number}%`;

const ALIGN: Record<string, Align> = {
  'flex-start': Align.FlexStart,
  center: Align.Center,
  'flex-end': Align.FlexEnd,
  stretch: Align.Stretch,
  baseline: Align.Baseline,
  'space-between': Align.SpaceBetween,
  'space-around': Align.SpaceAround,
  'space-evenly': Align.SpaceEvenly,
};
const DIRECTION: Record<string, FlexDirection> = {
  row: FlexDirection.Row,
  'row-reverse': FlexDirection.RowReverse,
  'column-reverse': FlexDirection.ColumnReverse,
};
const JUSTIFY: Record<string, Justify> = {
  center: Justify.Center,
  'flex-end': Justify.FlexEnd,
  'space-between': Justify.SpaceBetween,
  'space-around': Justify.SpaceAround,
  'space-evenly': Justify.SpaceEvenly,
};
const WRAP: Record<string, Wrap> = { wrap: Wrap.Wrap, 'wrap-reverse': Wrap.WrapReverse };
const POSITION: Record<string, PositionType> = { absolute: PositionType.Absolute, relative: PositionType.Relative, static: PositionType.Static };
const OVERFLOW: Record<string, Overflow> = { hidden: Overflow.Hidden, scroll: Overflow.Scroll };

/** The sides of a box as styles name them, and as yoga does. */
export const EDGES = [
  ['Top', Edge.Top],
  ['Right', Edge.Right],
  ['Bottom', Edge.Bottom],
  ['Left', Edge.Left],
] as const;

/** As @react-pdf/layout gives them (its setYogaValues). What it gives in any case, to the default of yoga, is left out. */
const SETTERS: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ['width', (node, value: Length) => node.setWidth(value)],
  ['height', (node, value: Length) => node.setHeight(value)],
  ['minWidth', (node, value: number) => node.setMinWidth(value)],
  ['maxWidth', (node, value: number) => node.setMaxWidth(value)],
  ['minHeight', (node, value: number) => node.setMinHeight(value)],
  ['maxHeight', (node, value: number) => node.setMaxHeight(value)],
  ...EDGES.flatMap(([side, edge]): [string, Setter][] => [
    [`margin${side}`, (node, value: Length) => node.setMargin(edge, value)],
    [`padding${side}`, (node, value: number) => node.setPadding(edge, value)],
    [`border${side}Width`, (node, value: number) => node.setBorder(edge, value)],
    [side.toLowerCase(), (node, value: number) => node.setPosition(edge, value)],
  ]),
  ['position', (node, value: string) => node.setPositionType(POSITION[value] ?? PositionType.Static)],
  ['flexDirection', (node, value: string) => node.setFlexDirection(DIRECTION[value] ?? FlexDirection.Column)],
  ['alignSelf', (node, value: string) => node.setAlignSelf(ALIGN[value] ?? Align.Auto)],
  ['alignItems', (node, value: string) => node.setAlignItems(ALIGN[value] ?? Align.Stretch)],
  ['justifyContent', (node, value: string) => node.setJustifyContent(JUSTIFY[value] ?? Justify.FlexStart)],
  ['flexWrap', (node, value: string) => node.setFlexWrap(WRAP[value] ?? Wrap.NoWrap)],
  ['overflow', (node, value: string) => node.setOverflow(OVERFLOW[value] ?? Overflow.Visible)],
  ['aspectRatio', (node, value: number) => node.setAspectRatio(value)],
  ['flexBasis', (node, value: Length) => node.setFlexBasis(value)],
  ['flexGrow', (node, value: number) => node.setFlexGrow(value || 0)],
  ['rowGap', (node, value: number) => node.setGap(Gutter.Row, value)],
  ['columnGap', (node, value: number) => node.setGap(Gutter.Column, value)],
]);

/** The keys that take words, each with those that it knows. */
const CHOICES: Readonly<Record<string, object>> = { position: POSITION };
const TAKE_WORDS: ReadonlySet<string> = new Set(['flexDirection', 'alignSelf', 'alignItems', 'justifyContent', 'flexWrap', 'overflow']);
const TAKE_AUTO: ReadonlySet<string> = new Set(['width', 'height', 'flexBasis', ...EDGES.map(([side]) => `margin${side}`)]);
const LIMITS: ReadonlySet<string> = new Set(['minWidth', 'maxWidth', 'minHeight', 'maxHeight']);
const NO_PERCENT: ReadonlySet<string> = new Set(['flexGrow', 'aspectRatio', ...EDGES.map(([side]) => `border${side}Width`)]);
const PERCENT = /^-?\d*\.?\d+%$/;

/** Whether yoga takes the value as react-pdf gives it. */
const isTaken = (key: string, value: unknown): boolean => {
  if (typeof value === 'number' || TAKE_WORDS.has(key)) return true;
  const choices = CHOICES[key];
  if (choices) return Object.hasOwn(choices, String(value));
  return typeof value === 'string' && (value === 'auto' ? TAKE_AUTO.has(key) : PERCENT.test(value) && !NO_PERCENT.has(key));
};

/**
 * Gives a style to a node.
 * @param style with its forms opened (open-style.ts)
 * @throws NotKnown for a value that is neither a length nor a word that is known
 */
export const setStyle = (node: YogaNode, style: Style): void => {
  for (const key of Object.keys(style)) {
    const set = SETTERS.get(key);
    if (!set) continue;
    const value = style[key];
    // react-pdf passes over what yoga has no word for.
    if (value === 'auto' && LIMITS.has(key)) continue;
    if (!isTaken(key, value)) notKnown(`${key}: ${String(value)}`);
    set(node, value as never);
  }
  // Of these react-pdf's defaults are not yoga's; a shrinkage of 0 is 1 to it, too (its setFlexShrink).
  node.setAlignContent(ALIGN[String(style['alignContent'])] ?? Align.Auto);
  node.setFlexShrink((style['flexShrink'] as number) || 1);
};

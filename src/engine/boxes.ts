/** Lays out one sheet: reads each node once, measures it with yoga, and gives it its box. */
import { type Edge, MeasureMode } from 'yoga-layout/load';
import { EDGES, type Flexbox, setStyle, type YogaNode } from './flexbox.ts';
import { type Box, notKnown, NotKnown, type SheetNode, type Style, type TextChild, type TreeNode } from './tree-nodes.ts';
import { type Container, openStyle } from './open-style.ts';
import type { Drawing, Drawings } from './svg.ts';
import { ALIGNED, setLines } from './text/lines.ts';
import type { Paragraph, TextReader } from './text/paragraph.ts';

/** What sheets are laid out with. */
export interface Tools {
  flexbox: Flexbox;
  drawings: Drawings;
  reader: TextReader;
}

/** What a node hands on to those in it (BASE_INHERITABLE_PROPERTIES of @react-pdf/layout, as far as styles are known here). */
const INHERITED = ['color', 'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'letterSpacing', 'opacity', 'textDecoration', 'lineHeight', 'textAlign'];
/** Props of react-pdf that ask for what only its own steps do. */
const ASKING = ['render', 'fixed', 'debug', 'bookmark', 'hyphenationCallback', 'hyphenationPenalty'];
const RADII = ['borderTopLeftRadius', 'borderTopRightRadius', 'borderBottomRightRadius', 'borderBottomLeftRadius'];

/** Styles of a drawing that only react-pdf's own steps see to. */
const ASKED_OF_DRAWINGS = ['transform', 'float', 'clear', 'zIndex', 'display'];

/** A node between its style and its place. */
interface Pending {
  node: SheetNode;
  yoga: YogaNode;
  children: Pending[];
  /** Of a TEXT. */
  paragraph?: Paragraph;
}

const joined = (outer: unknown, inner: unknown): string => [outer, inner].filter((value) => value && value !== 'none').join(' ');

/** The style of a node with what it inherits. Decorations of both are joined. */
const withInherited = (own: Style, inherited: Style): Style => {
  const style = { ...inherited, ...own };
  if (own['textDecoration'] !== undefined) style['textDecoration'] = joined(inherited['textDecoration'], own['textDecoration']);
  return style;
};

/** What those in a node inherit. */
const handedOn = (own: Style, inherited: Style): Style => {
  let style = inherited;
  for (const key of INHERITED) {
    const value = own[key];
    if (value === undefined) continue;
    if (style === inherited) style = { ...inherited };
    style[key] = key === 'textDecoration' ? joined(inherited[key], value) : value;
  }
  return style;
};

const INHERITED_IN_TEXT = [...INHERITED, 'backgroundColor'];

/** What those in a TEXT inherit: its background, too. */
const handedOnInText = (style: Style): Style => {
  const inherited: Style = {};
  for (const key of INHERITED_IN_TEXT) if (style[key] !== undefined) inherited[key] = style[key];
  return inherited;
};

const widthOf = (lines: SheetNode['lines'] = []): number => lines.reduce((most, { xAdvance }) => Math.max(most, xAdvance), 0);
const heightOf = (lines: SheetNode['lines'] = []): number => lines.reduce((sum, { box }) => sum + box.height, 0);

/** Lays out one sheet, in two goes: what is in its drawings has to be known before it is measured. */
export class SheetLayout {
  readonly #page: TreeNode;
  readonly #tools: Tools;
  readonly #container: Container;
  readonly #made: YogaNode[] = [];
  readonly #drawings: { pending: Pending; key: string }[] = [];
  readonly #root: Pending;
  /** Why the sheet cannot be laid out here, where that is found while yoga measures. */
  #failed: string | undefined;

  /**
   * Reads the styles and the texts of a sheet, and notes its drawings.
   * @throws NotKnown
   */
  constructor(page: TreeNode, tools: Tools) {
    this.#page = page;
    this.#tools = tools;
    const { size } = page.props as { size: [width: number, height: number] };
    const [width, height] = size;
    const about = { width, height, orientation: 'portrait', dpi: 72 } as const;
    const { fontSize } = openStyle(page.style, { ...about, remBase: 0 });
    this.#container = { ...about, remBase: (fontSize as number) || 18 };
    try {
      this.#root = this.#build(page, {});
    } catch (thrown) {
      this.#free();
      throw thrown;
    }
  }

  /**
   * Measures it and gives each node its box.
   * @throws NotKnown
   */
  finish(): SheetNode {
    try {
      for (const { pending, key } of this.#drawings) this.#placeDrawing(pending, key);
      const { yoga } = this.#root;
      yoga.setWidth(this.#container.width);
      yoga.calculateLayout(undefined, undefined);
      if (this.#failed) throw new NotKnown(this.#failed);
      return this.#take(this.#root);
    } finally {
      this.#free();
    }
  }

  #free(): void {
    for (const yoga of this.#made) yoga.free();
  }

  #build(given: TreeNode, inherited: Style): Pending {
    const { type, props = {} } = given;
    for (const key of ASKING) if (props[key] !== undefined) notKnown(`the prop ${key}`);
    const yoga = this.#tools.flexbox.create();
    this.#made.push(yoga);
    const node: SheetNode = { type, box: { left: 0, top: 0, width: 0, height: 0 }, style: {}, props };
    const pending: Pending = { node, yoga, children: [] };
    if (type === 'SVG') {
      // Its style is opened with its insides, in surroundings of its own: what depends on its place is not known there.
      const own = openStyle(given.style, this.#container);
      for (const key of RADII) radiusOf(own[key]);
      this.#drawings.push({ pending, key: this.#tools.drawings.want(given, this.#page, inherited) });
      return pending;
    }
    if (type !== 'VIEW' && type !== 'TEXT' && type !== 'PAGE') notKnown(`a node of the kind ${type}`);
    const own = openStyle(given.style, this.#container);
    setStyle(yoga, own);
    node.style = type === 'TEXT' || inherited['opacity'] !== undefined ? withInherited(own, inherited) : own;
    if (type === 'TEXT') {
      const pass = handedOnInText(node.style);
      node.children = (given.children ?? []).map((child) => this.#textIn(child, pass));
      pending.paragraph = this.#tools.reader.read(node as TextChild);
      yoga.setMeasureFunc((width, mode, height) => this.#measure(pending, width, mode, height));
    } else {
      const pass = handedOn(own, inherited);
      for (const child of given.children ?? []) {
        const inner = this.#build(child, pass);
        if (type === 'PAGE' && String(inner.node.style['height']).endsWith('%')) notKnown('a height that is a share of the page');
        yoga.insertChild(inner.yoga, pending.children.length);
        pending.children.push(inner);
      }
    }
    return pending;
  }

  #placeDrawing(pending: Pending, key: string): void {
    const node = this.#tools.drawings.get(key);
    pending.node = node;
    for (const asked of ASKED_OF_DRAWINGS) if (node.style[asked] !== undefined) notKnown(`the style ${asked} of a drawing`);
    setStyle(pending.yoga, node.style);
    pending.yoga.setMeasureFunc((width, widthMode, height, heightMode) => measureDrawing(node, width, widthMode, height, heightMode));
  }

  #textIn({ type, value, style: written, props = {}, children = [] }: TreeNode, inherited: Style): TextChild {
    if (type === 'TEXT_INSTANCE') return { type, value };
    if (type !== 'TEXT') notKnown(`a node of the kind ${type} in a text`);
    const style = withInherited(openStyle(written, this.#container), inherited);
    const pass = handedOnInText(style);
    return { type, props, style, children: children.map((child) => this.#textIn(child, pass)) };
  }

  /** As react-pdf measures a text: its lines are set for the first width that yoga asks for, and stay. */
  #measure(pending: Pending, width: number, mode: MeasureMode, height: number): { width: number; height: number } {
    const { node } = pending;
    if (mode === MeasureMode.Undefined) return { width: Number.NaN, height: Number.NaN };
    const first = !node.lines;
    if (first) this.#setText(pending, width, height);
    if (mode === MeasureMode.Exactly) return { width, height: heightOf(node.lines) };
    const widest = widthOf(node.lines);
    if (first) node.alignOffset = (width - widest) * (ALIGNED[String(node.style['textAlign'])] ?? 0);
    return { width: Math.min(width, widest), height: heightOf(node.lines) };
  }

  #setText({ node, paragraph }: Pending, width: number, height: number): void {
    const lines = setLines(paragraph as Paragraph, { width, height, maxLines: node.style['maxLines'] });
    if (typeof lines === 'string') this.#failed ??= lines;
    node.lines = typeof lines === 'string' ? [] : lines;
  }

  #take(pending: Pending): SheetNode {
    const { node, yoga, children } = pending;
    const { style } = node;
    const box: Box = {
      left: yoga.getComputedLeft() || 0,
      top: yoga.getComputedTop() || 0,
      width: yoga.getComputedWidth(),
      height: yoga.getComputedHeight(),
    };
    node.box = box;
    if (node.type === 'SVG') {
      Object.assign(node, { origin: { left: box.left + box.width / 2, top: box.top + box.height / 2 } });
      return node;
    }
    for (const [side, edge] of EDGES) edgesInto(box, style, side, yoga, edge);
    for (const key of RADII) if (key in style) style[key] = radiusOf(style[key]);
    if (node.type === 'TEXT') {
      // Texts whose size is given are never measured.
      if (!node.lines) {
        const width = box.width - (box['paddingRight'] ?? 0) - (box['paddingLeft'] ?? 0);
        this.#setText(pending, width, box.height - (box['paddingTop'] ?? 0) - (box['paddingBottom'] ?? 0));
        if (this.#failed) throw new NotKnown(this.#failed);
      }
    } else node.children = children.map((child) => this.#take(child));
    return node;
  }
}

/** Paddings and borders as yoga has them, which works with 32 bits. */
const edgesInto = (box: Box, style: Style, side: string, yoga: YogaNode, edge: Edge): void => {
  const padding = style[`padding${side}`];
  if (padding) box[`padding${side}`] = typeof padding === 'number' ? Math.fround(padding) : shareOf(padding, yoga.getComputedPadding(edge));
  const border = style[`border${side}Width`];
  if (typeof border === 'number' && border > 0) box[`border${side}Width`] = Math.fround(border);
};

/** A padding that comes to nothing is a share still to react-pdf (its getPadding). */
const shareOf = (padding: unknown, points: number): number => points || notKnown(`a padding of ${String(padding)} of nothing`);

const radiusOf = (radius: unknown): unknown => (typeof radius === 'string' ? notKnown(`a radius of ${radius}`) : radius || undefined);

/** As react-pdf measures a drawing (its measureCanvas). */
const measureDrawing = (
  { props: { viewBox } }: Drawing,
  width: number,
  widthMode: MeasureMode,
  height: number,
  heightMode: MeasureMode,
): { width: number; height: number } => {
  const ratio = (viewBox && typeof viewBox === 'object' && (viewBox.maxX - viewBox.minX) / (viewBox.maxY - viewBox.minY)) || 1;
  if (widthMode !== MeasureMode.Undefined) return { width, height: width / ratio };
  if (heightMode === MeasureMode.Exactly) return { width: height * ratio, height: Number.NaN };
  return { width: Number.NaN, height: Number.NaN };
};

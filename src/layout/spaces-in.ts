/** Finds the spaces to write in on sheets that are not laid out: the size of some is known, those beside other things have to be measured. */
import type { Location } from '../diagnostics/diagnostic.ts';
import type { TreeNode } from '../engine/engine.ts';
import type { Marks, Ruling, TextFieldMark } from '../kit/marks.ts';
import type { Group } from './laid-out-node.ts';
import { stackedBox, stackedIn } from './stacked-boxes.ts';

/** A space to write in; lengths in points. */
export interface FieldSpace {
  mark: TextFieldMark;
  rules: Ruling | undefined;
  width: number;
  height: number;
  /** Where its block was written. */
  at: Location;
}

type Unmeasured = Omit<FieldSpace, 'width' | 'height'>;

/** Spaces that have to be measured together, such as the cells of a row; pieces that are alike are measured once. */
export interface Piece {
  /** The node that is laid out: in a box of its own, unless it stands on the sheet itself, as yoga reckons heights otherwise there. */
  node: TreeNode;
  /** The width of what it stands in, in points. */
  outer: number;
  /** The spaces in it, in order; those of each piece that is like it. */
  alike: Unmeasured[][];
}

interface OnNode {
  marks?: Marks;
  group?: Group;
}

const propsOf = ({ props = {} }: TreeNode): OnNode & Record<string, unknown> => props;

/** The space that a node is. */
const spaceOf = (node: TreeNode, at: Location): Unmeasured | undefined => {
  const { field, rules } = propsOf(node).marks ?? {};
  return field?.kind === 'text' ? { mark: field, rules, at } : undefined;
};

/** What is inside a text or a drawing has no box. */
const boxes = ({ type, children = [] }: TreeNode): readonly TreeNode[] => (type === 'VIEW' || type === 'PAGE' ? children : []);

const hasSpace = (node: TreeNode): boolean => propsOf(node).marks?.field?.kind === 'text' || boxes(node).some(hasSpace);

const allSpaces = (node: TreeNode, around: Location): Unmeasured[] => {
  const at = propsOf(node).group?.at ?? around;
  const space = spaceOf(node, at);
  return [...(space ? [space] : []), ...boxes(node).flatMap((child) => allSpaces(child, at))];
};

/** Says in words what a node is laid out from; of two that are alike it says the same. Nothing where something in it has no words. */
const shapeOf = (node: TreeNode): string | undefined => {
  const { marks, group: _, ...props } = propsOf(node);
  if (Object.values(props).some((value) => value !== null && (typeof value === 'object' || typeof value === 'function'))) return undefined;
  const inside = (node.children ?? []).map(shapeOf);
  if (inside.includes(undefined)) return undefined;
  return `${node.type}${marks?.field?.kind === 'text' ? '*' : ''}${JSON.stringify([props, node.style, node.value])}(${inside.join()})`;
};

/** Gathers the spaces of sheets. */
export class SpacesIn {
  /** Those whose size is known. */
  readonly known: FieldSpace[] = [];
  readonly #pieces = new Map<string, Piece>();

  /** Those that have to be measured. */
  get pieces(): Piece[] {
    return [...this.#pieces.values()];
  }

  /**
   * Adds the spaces of a sheet; what is on it and in no block of the content is left out.
   * @param sheet a PAGE node as high as what is on it
   * @param width of the sheet, in points
   */
  add(sheet: TreeNode, width: number): void {
    for (const child of boxes(sheet)) this.#see(child, Math.fround(width), { isOnSheet: true });
  }

  /**
   * @param outer the width of what the node stands in
   * @param where whether that is the sheet itself, and where the block around it was written
   */
  #see(node: TreeNode, outer: number, { isOnSheet = false, around }: { isOnSheet?: boolean; around?: Location | undefined }): void {
    const at = propsOf(node).group?.at ?? around;
    if (!hasSpace(node)) return;
    const inside = boxes(node).filter(hasSpace);
    const space = at && spaceOf(node, at);
    const box = space && inside.length === 0 ? stackedBox(node, outer) : undefined;
    const below = space ? undefined : stackedIn(node, outer, inside);
    if (space && box?.height !== undefined) this.known.push({ ...space, width: box.width, height: box.height });
    else if (below) for (const child of below) this.#see(child.node, child.outer, { around: at });
    else if (at) this.#measure({ node: isOnSheet ? node : { type: 'VIEW', props: {}, children: [node] }, outer, alike: [allSpaces(node, at)] });
  }

  #measure(piece: Piece): void {
    const key = `${piece.outer} ${shapeOf(piece.node) ?? `piece ${this.#pieces.size}`}`;
    const like = this.#pieces.get(key);
    if (like) like.alike.push(...piece.alike);
    else this.#pieces.set(key, piece);
  }
}

/** Resolves the insides of drawings with react-pdf's own steps, each different drawing once; the engine gives them their places. */
import layoutDocument from '@react-pdf/layout';
import type { FontStore, SheetNode, Style, TreeNode } from './tree-nodes.ts';

/** A drawing with its insides resolved, and styles for yoga; it has no place yet. */
export type Drawing = SheetNode & { props: { viewBox?: { minX: number; minY: number; maxX: number; maxY: number } | string | null } };

/** Inherited styles as they would be written: a line height in points is one with a unit. */
const asWritten = ({ lineHeight, ...style }: Style): Style => (lineHeight === undefined ? style : { ...style, lineHeight: `${String(lineHeight)}pt` });

/** Resolves drawings together: all are noted first, then resolved, then returned one by one. */
export class Drawings {
  readonly #fonts: FontStore;
  readonly #wanted = new Map<string, TreeNode>();
  readonly #resolved = new Map<string, Drawing>();

  constructor(fonts: FontStore) {
    this.#fonts = fonts;
  }

  /**
   * Notes a drawing to be resolved.
   * @param page the sheet that it is on
   * @param inherited styles, with their forms opened
   * @returns what it is known by: the same for one that is drawn alike
   */
  want(drawing: TreeNode, page: TreeNode, inherited: Style): string {
    const size = page.props?.['size'];
    const key = JSON.stringify([drawing, inherited, page.style, size]);
    if (!this.#resolved.has(key) && !this.#wanted.has(key)) {
      const within = { type: 'VIEW', props: {}, style: asWritten(inherited), children: [drawing] };
      this.#wanted.set(key, { type: 'PAGE', props: { size, wrap: false }, style: page.style, children: [within] });
    }
    return key;
  }

  /** Resolves all that were noted. */
  async resolve(): Promise<void> {
    if (this.#wanted.size === 0) return;
    const document = { type: 'DOCUMENT', props: {}, style: {}, children: [...this.#wanted.values()] };
    const layOut = layoutDocument as unknown as (document: TreeNode, fonts: FontStore) => Promise<SheetNode>;
    const { children = [] } = await layOut(document, this.#fonts);
    const keys = [...this.#wanted.keys()];
    for (const [index, page] of children.entries()) {
      const [within] = (page as SheetNode).children as SheetNode[];
      this.#resolved.set(keys[index] as string, within?.children?.[0] as Drawing);
    }
    this.#wanted.clear();
  }

  /** A drawing that was resolved, to be given a place: a copy that shares its insides. */
  get(key: string): Drawing {
    const found = this.#resolved.get(key);
    if (!found) throw new Error('a drawing was not resolved before it was laid out');
    return { ...found };
  }
}

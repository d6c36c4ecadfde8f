/** Keeps how sheets were packed, for later builds in the same process: what stands on most pages stays the same, down to the very objects. */
import { heldIn } from './held.ts';
import { copyOf, type LaidOutNode } from './laid-out-node.ts';
import type { Packed } from './packed.ts';

interface Kept {
  from: readonly unknown[];
  packed: Packed;
  /** Units in which page numbers are set, which changes them. */
  numbered: ReadonlySet<LaidOutNode>;
}

/** Remembers packed sheets by the sheets, which nobody changes. */
export class PackedSheets {
  readonly #kept = new WeakMap<LaidOutNode, Kept>();

  /**
   * The pages of a sheet. Units are the same objects each time, but for those that page numbers are set in.
   * @param from all else that the pages follow from
   * @param pack packs a copy of the sheet
   */
  of(sheet: LaidOutNode, from: readonly unknown[], pack: (own: LaidOutNode) => Packed): Packed {
    let kept = this.#kept.get(sheet);
    if (!kept?.from.every((one, index) => one === from[index])) {
      const packed = pack(copyOf(sheet));
      const units = packed.pages.flatMap(({ placed }) => placed.map(({ node }) => node));
      kept = { from, packed, numbered: new Set(units.filter((unit) => heldIn(unit).numbers.length > 0)) };
      this.#kept.set(sheet, kept);
    }
    const { packed, numbered } = kept;
    const own = (node: LaidOutNode): LaidOutNode => (numbered.has(node) ? copyOf(node) : node);
    return {
      pages: packed.pages.map((page) => ({ ...page, placed: page.placed.map((unit) => ({ ...unit, node: own(unit.node) })) })),
      diagnostics: [...packed.diagnostics],
    };
  }
}

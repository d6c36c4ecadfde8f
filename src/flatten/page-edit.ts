/** Changes the content of a page: what is inserted, which rules are removed, which resources are added. */
import { deflateSync } from 'node:zlib';
import { type PDFContext, PDFDict, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import type { Objects } from '../answers/objects.ts';
import { gapBetween, inverse } from './scan-content.ts';
import type { Face } from './answer-font.ts';
import { marked, under } from './operators.ts';
import type { PageContent, PlacedField } from './read-filled.ts';
import type { Element, ReadTree } from './structure-tree.ts';

/** How far a field’s ruled lines may lie outside its box, in points: their ends, and the lines themselves. The last line lies further below it, and stays. */
const EDGE = { aside: 1, below: 0.5 };

export class PageEdit {
  readonly #objects: Objects;
  readonly #content: PageContent;
  /** The marked content of the page in reading order, with its place among all leaves of the tree. */
  readonly #marks: { order: number; mcid: number }[];
  /** Replacements: the operators from one offset to another, and those that take their place. */
  readonly #changes: { from: number; to: number; operators: string }[] = [];
  readonly #appearances = new Map<string, PDFRef>();

  constructor(objects: Objects, content: PageContent, { leaves }: ReadTree) {
    this.#objects = objects;
    this.#content = content;
    const here = content.page.ref.toString();
    this.#marks = leaves.flatMap((leaf, order) => (leaf.kind === 'content' && leaf.page?.toString() === here ? [{ order, mcid: leaf.mcid }] : []));
  }

  /** Inserts operators at a field's place in the reading order, in points from the page’s lower left corner. Fields come in reading order. */
  insert({ order }: PlacedField, operators: string): void {
    const before = this.#marks.findLast((mark) => mark.order < order)?.mcid;
    const after = this.#marks.flatMap((mark) => (mark.order > order ? [mark.mcid] : []));
    const { at, matrix } = gapBetween(this.#content.scanned, before, after);
    this.#changes.push({ from: at, to: at, operators: `\n${under(inverse(matrix), operators)}\n` });
  }

  /**
   * Removes the ruled lines in a field, as viewers hide them behind an answer.
   *
   * @returns whether there were any
   */
  eraseRules({ field: { rect } }: PlacedField): boolean {
    const inside = this.#content.scanned.lines.filter(
      ({ left, right, bottom, top }) =>
        left >= rect.left - EDGE.aside && right <= rect.right + EDGE.aside && bottom >= rect.bottom - EDGE.below && top <= rect.top + EDGE.below,
    );
    for (const { from, to } of inside) this.#changes.push({ from, to, operators: '' });
    return inside.length > 0;
  }

  /** Marks operators as content of an element, and returns the new child of that element. */
  mark(element: Element, type: string, operators: string): { operators: string; kid: PDFDict } {
    const { owners, page } = this.#content;
    const mcid = owners.length;
    owners.push(element.ref);
    const kid = this.#context.obj({ Type: 'MCR', Pg: page.ref, MCID: mcid }) as PDFDict;
    return { operators: marked(type, mcid, operators), kid };
  }

  /** Adds an appearance to the page’s resources, and returns its name. */
  appearance(ref: PDFRef): string {
    const name = `Tick${ref.objectNumber}`;
    this.#appearances.set(name, ref);
    return name;
  }

  /**
   * Writes the page: its content and resources, without fields.
   *
   * @param fonts the fonts that were embedded
   */
  finish(fonts: ReadonlyMap<Face, PDFRef>): void {
    const { page, operators } = this.#content;
    // Insertions at the same place keep their order.
    const changes = this.#changes.toSorted((one, other) => one.from - other.from);
    const parts: string[] = [];
    let at = 0;
    for (const { from, to, operators: changed } of changes) {
      parts.push(operators.slice(at, from), changed);
      at = Math.max(at, to);
    }
    parts.push(operators.slice(at));
    const stream = this.#context.stream(deflateSync(Buffer.from(parts.join(''), 'latin1')), { Filter: 'FlateDecode' });
    page.dict.set(PDFName.of('Contents'), this.#context.register(stream));
    page.dict.set(PDFName.of('Resources'), this.#resources(new Map([...fonts].map(([{ name }, ref]) => [name, ref]))));
  }

  /** A copy of the page's resources with the added ones; pages may share the original. */
  #resources(fonts: ReadonlyMap<string, PDFRef>): PDFDict {
    const resources = this.#content.page.resources?.clone(this.#context) ?? (this.#context.obj({}) as PDFDict);
    for (const [kind, added] of [
      ['Font', fonts],
      ['XObject', this.#appearances],
    ] as const) {
      if (added.size === 0) continue;
      const known = this.#objects.dict(resources, kind)?.clone(this.#context) ?? (this.#context.obj({}) as PDFDict);
      for (const [name, ref] of added) known.set(PDFName.of(name), ref);
      resources.set(PDFName.of(kind), known);
    }
    return resources;
  }

  get #context(): PDFContext {
    return this.#objects.context;
  }
}

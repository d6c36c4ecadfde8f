/** Reads the structure tree of a document: its reading order, and which element belongs to which field. */
import { PDFDict, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { type Objects, Unreadable } from '../answers/objects.ts';
import type { OpenedPdf } from '../answers/open-filled.ts';
import { TooLarge } from '../answers/limits.ts';

/** A structure element. */
export interface Element {
  ref: PDFRef;
  dict: PDFDict;
}

/** Marked content on a page, or an annotation. */
export type Leaf = { element: Element; page: PDFRef | undefined } & ({ kind: 'content'; mcid: number } | { kind: 'object'; object: PDFRef });

export interface ReadTree {
  /** The root element, which contains all others. */
  document: Element;
  /** The dictionary of the tree itself. */
  root: PDFDict;
  /** All content and annotations in reading order. */
  leaves: Leaf[];
  /** The parent tree (ISO 32000-1, 14.7.4.4): keys of pages and annotations. */
  parents: Map<number, PDFObject>;
}

/** The most leaves: elements may share arrays, which would multiply them. */
const MOST_LEAVES = 2_000_000;
/** How deep elements may nest; those of this program reach about 10. */
const DEEPEST = 100;

/**
 * Reads the tree.
 *
 * @throws Unreadable when there is none: the program that saved the file removed it
 */
export const readTree = ({ objects, catalog }: OpenedPdf): ReadTree => {
  const root = objects.dict(catalog, 'StructTreeRoot');
  if (!root) throw new Unreadable('the program that saved it has taken out what screen readers go by');
  const leaves: Leaf[] = [];
  const seen = new Set<PDFDict>();

  const visit = (entry: PDFObject, element: Element | undefined, above: PDFRef | undefined, depth: number): void => {
    const found = objects.follow(entry);
    if (found instanceof PDFNumber && element) {
      leaves.push({ kind: 'content', element, page: above, mcid: found.asNumber() });
      if (leaves.length > MOST_LEAVES) throw new TooLarge(`at most ${MOST_LEAVES.toLocaleString('en')} pieces of marked content`, 'more');
      return;
    }
    if (!(found instanceof PDFDict)) return;
    const page = objects.ref(found, 'Pg') ?? above;
    const type = objects.name(found, 'Type');
    if (type === 'MCR' && element) leaves.push({ kind: 'content', element, page, mcid: objects.number(found, 'MCID') ?? -1 });
    else if (type === 'OBJR' && element) {
      const object = objects.ref(found, 'Obj');
      if (object) leaves.push({ kind: 'object', element, page, object });
    } else if (entry instanceof PDFRef) {
      if (seen.has(found) || depth > DEEPEST) throw new Unreadable('a structure tree that leads in a circle');
      seen.add(found);
      for (const kid of kidsOf(objects, found)) visit(kid, { ref: entry, dict: found }, page, depth + 1);
    }
  };
  const [top, ...others] = kidsOf(objects, root);
  const dict = objects.asDict(top);
  if (!(top instanceof PDFRef) || !dict || others.length > 0) throw new Unreadable('a structure tree without a document in it');
  visit(top, undefined, undefined, 0);
  return { document: { ref: top, dict }, root, leaves, parents: readNumbers(objects, objects.dict(root, 'ParentTree')) };
};

/** The children of an element; a single one may stand without an array. */
export const kidsOf = (objects: Objects, dict: PDFDict): PDFObject[] => {
  const list = objects.list(dict, 'K');
  if (list.length > 0) return list;
  const [, single] = dict.entries().find(([key]) => key.decodeText() === 'K') ?? [];
  return single && !objects.asList(single) ? [single] : [];
};

/** A number tree (ISO 32000-1, 7.9.7) as a map. Nodes that are shared or circular are read once. */
export const readNumbers = (objects: Objects, top: PDFDict | undefined): Map<number, PDFObject> => {
  const found = new Map<number, PDFObject>();
  const seen = new Set<PDFObject>();
  const open: (PDFDict | undefined)[] = [top];
  while (open.length > 0) {
    const node = open.pop();
    if (!node || seen.has(node)) continue;
    seen.add(node);
    const numbers = objects.get(node, 'Nums');
    const entries = (numbers && !seen.has(numbers) && objects.asList(numbers)) || [];
    if (numbers) seen.add(numbers);
    for (let at = 0; at + 1 < entries.length; at += 2) {
      const key = objects.asNumber(entries[at]);
      const value = entries[at + 1];
      if (key !== undefined && value) found.set(key, value);
    }
    for (const kid of objects.list(node, 'Kids').toReversed()) open.push(objects.asDict(kid));
  }
  return found;
};

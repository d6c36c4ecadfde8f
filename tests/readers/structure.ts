/** The structure tree of a written PDF, as objects. */
import { PDFDict, PDFNumber, PDFRef, type PDFObject } from '@cantoo/pdf-lib';
import type { RawPdf } from './raw.ts';

export interface ContentKid {
  mcid: number;
  page: string | undefined;
}
export interface ObjectKid {
  object: string | undefined;
  page: string | undefined;
}
export interface StructureNode {
  type: string;
  ref: string;
  dict: PDFDict;
  parent?: StructureNode;
  kids: (StructureNode | ContentKid | ObjectKid)[];
}

export const isElement = (kid: StructureNode['kids'][number]): kid is StructureNode => 'type' in kid;
export const isContent = (kid: StructureNode['kids'][number]): kid is ContentKid => 'mcid' in kid;
export const isObject = (kid: StructureNode['kids'][number]): kid is ObjectKid => 'object' in kid;

/** Reads the tree; its root is the one element below the StructTreeRoot. */
export const readStructure = (pdf: RawPdf): StructureNode => {
  const root = pdf.dict(pdf.catalog, 'StructTreeRoot');
  if (!root) throw new Error('no structure tree');
  const read = (entry: PDFObject, parent: StructureNode | undefined, page: string | undefined): StructureNode['kids'][number] => {
    const value = pdf.follow(entry);
    if (value instanceof PDFNumber) return { mcid: value.asNumber(), page };
    if (!(value instanceof PDFDict)) throw new Error(`a kid that is ${String(value)}`);
    const own = pdf.ref(value, 'Pg') ?? page;
    const kind = pdf.name(value, 'Type');
    if (kind === 'MCR') return { mcid: pdf.number(value, 'MCID') ?? Number.NaN, page: own };
    if (kind === 'OBJR') return { object: pdf.ref(value, 'Obj'), page: own };
    if (!(entry instanceof PDFRef)) throw new Error('an element that is not an object of its own');
    const node: StructureNode = { type: pdf.name(value, 'S') ?? '', ref: entry.toString(), dict: value, kids: [], ...(parent ? { parent } : {}) };
    const kids = pdf.get(value, 'K');
    const entries =
      kids === undefined ? [] : pdf.list(value, 'K').length > 0 || !(kids instanceof PDFDict || kids instanceof PDFNumber) ? pdf.list(value, 'K') : [kids];
    node.kids = entries.map((kid) => read(kid, node, own));
    return node;
  };
  const tops = pdf.list(root, 'K');
  if (tops.length !== 1) throw new Error(`${tops.length} roots`);
  return read(tops[0] as PDFObject, undefined, undefined) as StructureNode;
};

/** An element and all below it, in reading order. */
export const elementsOf = (node: StructureNode): StructureNode[] => [node, ...node.kids.filter(isElement).flatMap(elementsOf)];

/** Content and annotations below an element, in reading order. */
export const leavesOf = (node: StructureNode): { element: StructureNode; kid: ContentKid | ObjectKid }[] =>
  node.kids.flatMap((kid) => (isElement(kid) ? leavesOf(kid) : [{ element: node, kid }]));

/** An element's place in words, such as `Document/Sect/P`. */
export const pathOf = (node: StructureNode): string => (node.parent ? `${pathOf(node.parent)}/${node.type}` : node.type);

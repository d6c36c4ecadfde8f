/** What a page has beside its drawing: structure elements, fields, links, bookmarks. It belongs to no document, so that consecutive books share that of a page that stays as it was. */
import type { FieldMark, Marks, Role, Ruling } from '../kit/marks.ts';
import type { Rect } from './rules.ts';

/** Structure types: those of components, and those that only this room makes. */
export type StructureType = Role | 'Document' | 'Form';

/** Attribute objects (ISO 32000-1, 14.7.5): an owner and its entries. */
export type Attributes = { O: 'List' | 'Table' | 'Layout' | 'PrintField' } & Record<string, unknown>;

export interface ElementOptions {
  alt?: string;
  language?: string;
  attributes?: Attributes;
}

/** Marked content on a page, or an element inside another. */
export type Kid = { element: StructureElement } | { mcid: number; page: PageElements };

export interface StructureElement extends ElementOptions {
  type: StructureType;
  kids: Kid[];
  /** The page that all of it stands on; not given for one that may stand on several. */
  page?: PageElements;
  /** Of one that may stand on several pages: the marks that stand for it. */
  marks?: Marks;
  /** Whether a field or a link is its last content. */
  annotated?: boolean;
}

interface Annotated {
  /** Points, from the page's upper left corner. */
  rect: Rect;
  element: StructureElement;
}

export type PlacedField = { kind: 'field'; mark: FieldMark; rules?: Ruling } & Annotated;
export type PlacedLink = { kind: 'link'; to: string; description: string } & Annotated;
/** A field or link that becomes an annotation. */
export type PlacedAnnotation = PlacedField | PlacedLink;

/** What a unit adds to an element that may stand on several pages: to the one around it, or to one that it shares with other units (`under`). */
export type Addition = { under?: Marks } & ({ element: StructureElement } | { shared: Marks; type: StructureType; options: ElementOptions });

/** Nothing of it changes once the page is drawn. */
export interface PageElements {
  /** What each unit adds, in order; that of the frame comes last. */
  units: Addition[][];
  /** The element of each marked-content id. */
  content: StructureElement[];
  annotations: PlacedAnnotation[];
  /** With their levels before gaps are closed; `top` in points. */
  bookmarks: { title: string; level: number; top: number }[];
  destinations: { name: string; top: number }[];
  /** The levels of its headings before gaps are closed. */
  headings: number[];
  /** Whether an element of it has something of other pages in it, or the other way round: it is of use in one book alone. */
  mixed: boolean;
}

export const noElements = (): PageElements => ({ units: [], content: [], annotations: [], bookmarks: [], destinations: [], headings: [], mixed: false });

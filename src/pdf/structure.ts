/** Writes the structure tree of a tagged PDF (ISO 32000-1, 14.7): what content means, and in which order it is read. */
import type { Role } from '../kit/marks.ts';
import { type PdfDocument, type Ref, textString } from './document.ts';

/** Structure types: those of components, and those that only this room makes. */
export type StructureType = Role | 'Document' | 'Form';

/** Attribute objects (ISO 32000-1, 14.7.5): an owner and its entries. */
export type Attributes = { O: 'List' | 'Table' | 'Layout' | 'PrintField' } & Record<string, unknown>;

type Kid =
  | { element: StructureElement }
  /** Marked content on a page. */
  | { mcid: number; page: Ref }
  /** An annotation on a page. */
  | { object: Ref; page: Ref };

export interface StructureElement {
  type: StructureType;
  parent?: StructureElement;
  kids: Kid[];
  alt?: string;
  language?: string;
  attributes?: Attributes;
}

export interface ElementOptions {
  alt?: string;
  language?: string;
  attributes?: Attributes;
}

export class StructureTree {
  readonly root: StructureElement = { type: 'Document', kids: [] };
  readonly #doc: PdfDocument;
  /** For each page, the element of each marked-content id. */
  readonly #content = new Map<Ref, StructureElement[]>();
  /** For each annotation's structure key, its element. */
  readonly #annotations: StructureElement[] = [];
  /** Elements that several boxes share (a section over several pages, a table cut in two), by the object that stands for them. */
  readonly #shared = new WeakMap<object, StructureElement>();

  constructor(doc: PdfDocument) {
    this.#doc = doc;
  }

  /** Adds an element as the last child of its parent. */
  open(type: StructureType, parent: StructureElement, options: ElementOptions = {}): StructureElement {
    const element: StructureElement = { type, parent, kids: [], ...options };
    parent.kids.push({ element });
    return element;
  }

  /** The element that stands for `key`: made the first time, found again after that. */
  shared(key: object, type: StructureType, parent: StructureElement, options: ElementOptions = {}): StructureElement {
    const known = this.#shared.get(key);
    if (known) return known;
    const element = this.open(type, parent, options);
    this.#shared.set(key, element);
    return element;
  }

  /** Draws content of the current page that belongs to an element. */
  content(element: StructureElement, draw: () => void): void {
    this.begin(element);
    draw();
    this.#doc.addContent('EMC');
  }

  /** Begins marked content that belongs to an element; `EMC` ends it. */
  begin(element: StructureElement): void {
    const page = this.#doc.page.dictionary;
    const known = this.#content.get(page) ?? [];
    this.#content.set(page, known);
    const mcid = known.length;
    known.push(element);
    element.kids.push({ mcid, page });
    this.#doc.addContent(`/${element.type} <</MCID ${mcid}>> BDC`);
  }

  /** Draws content of the current page that no screen reader is to read. */
  artifact(type: 'Layout' | 'Background' | 'Header' | 'Footer', draw: () => void): void {
    const dictionary = type === 'Header' || type === 'Footer' ? `<</Type /Pagination /Subtype /${type}>>` : `<</Type /${type}>>`;
    this.#doc.addContent(`/Artifact ${dictionary} BDC`);
    draw();
    this.#doc.addContent('EMC');
  }

  /**
   * Makes an annotation the content of an element.
   * @returns The annotation's StructParent key. Keys of pages come after those of annotations, in `end`.
   */
  annotation(element: StructureElement, object: Ref, page: Ref): number {
    element.kids.push({ object, page });
    this.#annotations.push(element);
    return this.#annotations.length - 1;
  }

  /** Writes the tree; nothing may be added after that. Elements without content are left out. */
  end(): void {
    const doc = this.#doc;
    const root = doc.ref({ Type: 'StructTreeRoot' });
    const refs = new Map<StructureElement, Ref>();
    const write = (element: StructureElement, parent: Ref): Ref | undefined => {
      if (isEmpty(element)) return undefined;
      const ref = doc.ref({ Type: 'StructElem', S: element.type, P: parent });
      refs.set(element, ref);
      if (element.alt !== undefined) ref.data.Alt = textString(element.alt);
      if (element.language) ref.data.Lang = textString(element.language);
      if (element.attributes) ref.data.A = element.attributes;
      const page = pageOf(element);
      if (page) ref.data.Pg = page;
      ref.data.K = element.kids.map((kid) => kidEntry(kid, page, (child) => write(child, ref))).filter((entry) => entry !== undefined);
      doc.finish(ref);
      // A field's own description says the same.
      for (const kid of element.kids) if ('object' in kid && element.alt !== undefined) doc.putBeside(ref, kid.object);
      return ref;
    };
    root.data.K = [write(this.root, root)];

    const numbers: unknown[] = [];
    this.#annotations.forEach((element, key) => numbers.push(key, refs.get(element)));
    let key = this.#annotations.length;
    for (const [page, elements] of this.#content) {
      page.data.StructParents = key;
      numbers.push(
        key,
        elements.map((element) => refs.get(element)),
      );
      key += 1;
    }
    const parents = doc.ref({ Nums: numbers });
    parents.end();
    root.data.ParentTree = parents;
    root.data.ParentTreeNextKey = key;
    root.end();
    doc._root.data.StructTreeRoot = root;
  }
}

const isEmpty = (element: StructureElement): boolean =>
  element.kids.every((kid) => 'element' in kid && isEmpty(kid.element)) && element.type !== 'TD' && element.type !== 'TH';

/** The page that all marked content of an element stands on, its children's apart. */
const pageOf = ({ kids }: StructureElement): Ref | undefined => {
  const pages = new Set(kids.flatMap((kid) => ('mcid' in kid ? [kid.page] : [])));
  return pages.size === 1 ? [...pages][0] : undefined;
};

/** @param page that of the element, which need not be said again */
const kidEntry = (kid: Kid, page: Ref | undefined, write: (element: StructureElement) => Ref | undefined): unknown => {
  if ('element' in kid) return write(kid.element);
  if ('mcid' in kid) return kid.page === page ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid };
  return { Type: 'OBJR', Obj: kid.object, Pg: kid.page };
};

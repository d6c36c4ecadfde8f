/** Writes the structure tree of a tagged PDF (ISO 32000-1, 14.7): what content means, and in which order it is read. */
import type { Role } from '../kit/marks.ts';
import { type PdfDocument, type Ref, unbroken } from './document.ts';
import { objectText, reference, stringText } from './object-text.ts';

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
    const ids = new Map<StructureElement, number>();
    const write = (element: StructureElement, parent: number): number | undefined => {
      if (isEmpty(element)) return undefined;
      const { type, kids, alt, language, attributes } = element;
      const id = doc.reserve();
      ids.set(element, id);
      const page = pageOf(kids);
      // Joined at once: a text that grows piece by piece is kept in as many pieces until the file is closed.
      const body = ['<<\n/Type /StructElem\n/S /', type, '\n/P ', reference(parent)];
      if (alt !== undefined) body.push('\n/Alt ', stringText(unbroken(alt)));
      if (language) body.push('\n/Lang ', stringText(language));
      if (attributes) body.push('\n/A ', objectText(attributes));
      if (page) body.push('\n/Pg ', reference(page.id));
      body.push('\n/K [');
      let between = '';
      for (const kid of kids) {
        const entry = kidText(kid, page, id, write);
        if (entry === undefined) continue;
        body.push(between, entry);
        between = ' ';
      }
      body.push(']\n>>');
      doc.put(id, body.join(''));
      // A field's own description says the same.
      if (alt !== undefined) for (const kid of kids) if ('object' in kid) doc.putBeside(id, kid.object.id);
      return id;
    };
    const document = write(this.root, root.id);
    const at = (element: StructureElement): string => {
      const id = ids.get(element);
      return id === undefined ? 'null' : reference(id);
    };
    const numbers = this.#annotations.map((element, key) => `${key} ${at(element)}`);
    for (const [page, elements] of this.#content) {
      const key = numbers.length;
      page.data.StructParents = key;
      numbers.push(`${key} [${elements.map(at).join(' ')}]`);
    }
    const parents = doc.ref();
    doc.finish(parents, `<<\n/Nums [${numbers.join(' ')}]\n>>`);
    doc.finish(
      root,
      [
        '<<\n/Type /StructTreeRoot',
        `/K [${document === undefined ? 'null' : reference(document)}]`,
        `/ParentTree ${reference(parents.id)}`,
        `/ParentTreeNextKey ${numbers.length}`,
        '>>',
      ].join('\n'),
    );
    doc._root.data.StructTreeRoot = root;
  }
}

const isEmpty = ({ type, kids }: StructureElement): boolean => kids.every((kid) => 'element' in kid && isEmpty(kid.element)) && type !== 'TD' && type !== 'TH';

/** The page that all marked content of an element stands on, its children's apart. */
const pageOf = (kids: readonly Kid[]): Ref | undefined => {
  let page: Ref | undefined;
  for (const kid of kids) {
    if (!('mcid' in kid)) continue;
    if (page && page !== kid.page) return undefined;
    page = kid.page;
  }
  return page;
};

/**
 * What an element says of a child; nothing of one that is left out.
 * @param page that of the element, which need not be said again
 * @param id of the element
 */
const kidText = (kid: Kid, page: Ref | undefined, id: number, write: (element: StructureElement, parent: number) => number | undefined): string | undefined => {
  if ('element' in kid) {
    const written = write(kid.element, id);
    return written === undefined ? undefined : reference(written);
  }
  if (!('mcid' in kid)) return `<<\n/Type /OBJR\n/Obj ${reference(kid.object.id)}\n/Pg ${reference(kid.page.id)}\n>>`;
  return kid.page === page ? String(kid.mcid) : `<<\n/Type /MCR\n/Pg ${reference(kid.page.id)}\n/MCID ${kid.mcid}\n>>`;
};

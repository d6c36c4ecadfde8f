/** Writes a structure tree as objects of a document (ISO 32000-1, 14.7). */
import { type PdfDocument, type Ref, unbroken } from './document.ts';
import { about } from './kept-parts.ts';
import type { SmallObject } from './object-streams.ts';
import { objectText, reference, stringText } from './object-text.ts';
import type { Kid, PageElements, StructureElement } from './page-elements.ts';

/** A page of a document, and what it has. */
export interface TreePage {
  dictionary: Ref;
  elements: PageElements;
}

export interface BuiltTree {
  root: StructureElement;
  /** In order. */
  pages: readonly TreePage[];
  /** For each annotation's structure key, its element. */
  annotated: readonly StructureElement[];
  /** The numbers of annotations, by their elements. */
  annotations: ReadonlyMap<StructureElement, number>;
}

/** What is written of some elements: their numbers follow each other. */
class Written {
  readonly elements: StructureElement[] = [];
  readonly objects: SmallObject[] = [];
  /** Numbers of elements and of annotations that say the same. */
  readonly beside: [number, number][] = [];

  /** The number of the first element. */
  readonly first: number;

  constructor(first: number) {
    this.first = first;
  }

  get next(): number {
    return this.first + this.elements.length;
  }

  /** Adds what was written of elements that come next. */
  add({ elements, objects, beside }: Written): void {
    this.elements.push(...elements);
    this.objects.push(...objects);
    this.beside.push(...beside);
  }
}

/** Writes the tree, without elements that have no content. */
export const writeStructure = (doc: PdfDocument, { root: top, pages, annotated, annotations }: BuiltTree): void => {
  const root = doc.ref({ Type: 'StructTreeRoot' });
  const places = new Map(
    pages.map(({ dictionary, elements }) => [
      elements,
      { number: dictionary.id, annotations: elements.annotations.map(({ element }) => annotations.get(element)).join(' ') },
    ]),
  );
  const pageNumber = (page: PageElements): number => places.get(page)?.number ?? 0;

  const write = (element: StructureElement, parent: number, into: Written): number | undefined => {
    if (isEmpty(element)) return undefined;
    const { type, kids, alt, language, attributes, annotated: last } = element;
    const number = into.next;
    into.elements.push(element);
    const page = pageOf(kids);
    // Joined at once: a text that grows piece by piece is kept in as many pieces until the file is closed.
    const body = ['<<\n/Type /StructElem\n/S /', type, '\n/P ', reference(parent)];
    if (alt !== undefined) body.push('\n/Alt ', stringText(unbroken(alt)));
    if (language) body.push('\n/Lang ', stringText(language));
    if (attributes) body.push('\n/A ', objectText(attributes));
    if (page) body.push('\n/Pg ', reference(pageNumber(page)));
    body.push('\n/K [');
    let between = '';
    for (const kid of kids) {
      const entry = kidText(kid);
      if (entry === undefined) continue;
      body.push(between, entry);
      between = ' ';
    }
    const annotation = last ? annotations.get(element) : undefined;
    if (annotation !== undefined && element.page)
      body.push(between, `<<\n/Type /OBJR\n/Obj ${reference(annotation)}\n/Pg ${reference(pageNumber(element.page))}\n>>`);
    body.push(']\n>>');
    into.objects.push({ id: number, body: body.join('') });
    // A field's own description says the same.
    if (alt !== undefined && annotation !== undefined) into.beside.push([number, annotation]);
    return number;

    /** What the element says of a child; nothing of one that is left out. The page of the element need not be said again. */
    function kidText(kid: Kid): string | undefined {
      if ('mcid' in kid) return kid.page === page ? String(kid.mcid) : `<<\n/Type /MCR\n/Pg ${reference(pageNumber(kid.page))}\n/MCID ${kid.mcid}\n>>`;
      const written = kid.element.page && !element.page ? writeOfPage(kid.element, kid.element.page, number, into) : write(kid.element, number, into);
      return written === undefined ? undefined : reference(written);
    }
  };

  /** Writes an element of one page, with all in it, or takes it as the book before had it. */
  const writeOfPage = (element: StructureElement, page: PageElements, parent: number, into: Written): number | undefined => {
    const first = into.next;
    const make = (): Written => {
      const own = new Written(first);
      write(element, parent, own);
      return own;
    };
    const place = places.get(page);
    const own = about(doc.kept, element, [first, parent, place?.number, place?.annotations], make);
    if (own.elements.length === 0) return undefined;
    into.add(own);
    return first;
  };

  const all = new Written(doc._offsets.length + 1);
  const document = write(top, root.id, all);
  doc.putAll(all.objects);
  for (const [element, annotation] of all.beside) doc.putBeside(element, annotation);
  const numbers = new Map(all.elements.map((element, index) => [element, all.first + index]));
  const at = (element: StructureElement): string => {
    const number = numbers.get(element);
    return number === undefined ? 'null' : reference(number);
  };
  const entries = annotated.map((element, key) => `${key} ${at(element)}`);
  for (const { dictionary, elements } of pages) {
    if (elements.content.length === 0) continue;
    const key = entries.length;
    dictionary.data.StructParents = key;
    entries.push(`${key} [${elements.content.map(at).join(' ')}]`);
  }
  const parents = doc.ref();
  doc.finish(parents, `<<\n/Nums [${entries.join(' ')}]\n>>`);
  const kid = document === undefined ? 'null' : reference(document);
  const tree = ['<<\n/Type /StructTreeRoot', `/K [${kid}]`, `/ParentTree ${reference(parents.id)}`, `/ParentTreeNextKey ${entries.length}`, '>>'];
  doc.finish(root, tree.join('\n'));
  doc._root.data.StructTreeRoot = root;
};

const isEmpty = ({ type, kids, annotated }: StructureElement): boolean =>
  !annotated && type !== 'TD' && type !== 'TH' && kids.every((kid) => 'element' in kid && isEmpty(kid.element));

/** The page that all marked content of an element stands on, its children's apart. */
const pageOf = (kids: readonly Kid[]): PageElements | undefined => {
  let page: PageElements | undefined;
  for (const kid of kids) {
    if (!('mcid' in kid)) continue;
    if (page && page !== kid.page) return undefined;
    page = kid.page;
  }
  return page;
};

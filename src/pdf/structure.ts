/** Builds the structure tree of a tagged PDF (ISO 32000-1, 14.7): what content means, and in which order it is read. */
import type { Marks } from '../kit/marks.ts';
import type { PdfDocument } from './document.ts';
import { type Addition, type ElementOptions, noElements, type PageElements, type StructureElement, type StructureType } from './page-elements.ts';
import { type TreePage, writeStructure } from './write-structure.ts';

export class StructureTree {
  readonly root: StructureElement = { type: 'Document', kids: [] };
  /** In order. */
  readonly pages: TreePage[] = [];
  readonly #doc: PdfDocument;
  /** For each annotation's structure key, its element. */
  readonly #annotated: StructureElement[] = [];
  /** The numbers of annotations, by their elements. */
  readonly #annotations = new Map<StructureElement, number>();
  /** Elements that several boxes share (a section over several pages, a table cut in two), by the object that stands for them. */
  readonly #shared = new Map<object, StructureElement>();
  /** Of the current page. */
  #elements = noElements();
  /** The element around the current unit. */
  #around = this.root;

  constructor(doc: PdfDocument) {
    this.#doc = doc;
  }

  /** Begins with the elements of the current page of the document. */
  beginPage(): PageElements {
    this.#elements = noElements();
    this.pages.push({ dictionary: this.#doc.page.dictionary, elements: this.#elements });
    return this.#elements;
  }

  /** Begins with what stands inside an element that may be on other pages, too. */
  beginUnit(around: StructureElement): void {
    this.#around = around;
    this.#elements.units.push([]);
  }

  /** Gives the current page of the document the elements that it had in an earlier book; `placeUnit` puts those of each unit into the tree. */
  placePage(elements: PageElements): void {
    this.pages.push({ dictionary: this.#doc.page.dictionary, elements });
  }

  placeUnit(additions: readonly Addition[], around: StructureElement): void {
    for (const addition of additions) {
      const parent = (addition.under && this.#shared.get(addition.under)) ?? around;
      if ('element' in addition) parent.kids.push(addition);
      else this.around(addition.shared, addition.type, parent, () => addition.options);
    }
  }

  /** Adds an element as the last child of its parent. */
  open(type: StructureType, parent: StructureElement, options: ElementOptions = {}): StructureElement {
    const element: StructureElement = { type, kids: [], page: this.#elements, ...options };
    parent.kids.push({ element });
    if (!parent.page) this.#add({ element }, parent);
    return element;
  }

  /** The element that stands for `marks`, inside a unit: made the first time, found again after that. */
  shared(marks: Marks, type: StructureType, parent: StructureElement, options: ElementOptions): StructureElement {
    if (parent.page) this.#elements.mixed = true;
    this.#add({ shared: marks, type, options }, parent);
    return this.around(marks, type, parent, () => options);
  }

  /** The same for one around units. */
  around(marks: Marks, type: StructureType, parent: StructureElement, options: () => ElementOptions): StructureElement {
    const known = this.#shared.get(marks);
    if (known) return known;
    const element: StructureElement = { type, kids: [], marks, ...options() };
    parent.kids.push({ element });
    this.#shared.set(marks, element);
    return element;
  }

  #add(addition: Addition, parent: StructureElement): void {
    const under = parent === this.#around ? undefined : parent.marks;
    this.#elements.units.at(-1)?.push(under ? { ...addition, under } : addition);
  }

  /** Draws content of the current page that belongs to an element. */
  content(element: StructureElement, draw: () => void): void {
    this.begin(element);
    draw();
    this.#doc.addContent('EMC');
  }

  /** Begins marked content that belongs to an element; `EMC` ends it. */
  begin(element: StructureElement): void {
    const page = this.#elements;
    if (!element.page) page.mixed = true;
    const mcid = page.content.length;
    page.content.push(element);
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
   * Says which object an annotation is.
   * @param element whose content it is
   * @returns The annotation's StructParent key. Keys of pages come after those of annotations, in `end`.
   */
  annotation(element: StructureElement, number: number): number {
    this.#annotations.set(element, number);
    this.#annotated.push(element);
    return this.#annotated.length - 1;
  }

  /** Writes the tree; nothing may be added after that. Elements without content are left out. */
  end(): void {
    writeStructure(this.#doc, { root: this.root, pages: this.pages, annotated: this.#annotated, annotations: this.#annotations });
  }
}

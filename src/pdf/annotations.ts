/** Turns placed fields and links into annotations, in reading order, each the content of its structure element. */
import type { Book } from '../layout/book.tsx';
import { type PdfDocument, type Ref, textString } from './document.ts';
import type { Drawn } from './draw.ts';
import { type FieldReport, Form, rectangle } from './fields.ts';
import type { FieldFont } from './field-font.ts';
import { objectText, reference, references } from './object-text.ts';
import type { PlacedAnnotation, PlacedField } from './page-elements.ts';
import type { StructureTree } from './structure.ts';

/** An address in the letters that an address may have (RFC 3986); what is encoded in it stays as it is, in whatever way it was. */
export const uriOf = (address: string): string => encodeURI(address.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replaceAll(/%25(?=[\da-f]{2})/gi, '%');

/** Where a link leads: an explicit place in this document, or an address. */
const target = (doc: PdfDocument, book: Book, places: Places, to: string): Record<string, unknown> => {
  if (!to.startsWith('#')) return { A: { Type: 'Action', S: 'URI', URI: textString(uriOf(to)) } };
  const { pageIndex, top } = places.get(to.slice(1)) ?? { pageIndex: 0, top: 0 };
  const height = book.pages[pageIndex]?.height ?? 0;
  return { Dest: [pageRef(doc, pageIndex), 'XYZ', 0, height - top, null] };
};

/** Where each destination is first met. */
type Places = ReadonlyMap<string, { pageIndex: number; top: number }>;

const placesIn = ({ pages }: Drawn): Places => {
  const places = new Map<string, { pageIndex: number; top: number }>();
  for (const [pageIndex, { elements }] of pages.entries())
    for (const { name, top } of elements.destinations) if (!places.has(name)) places.set(name, { pageIndex, top });
  return places;
};

/** Fields whose edges are nearer than this touch, in points. */
const TOUCHING = 1;

/** Whether a field begins where the last rule of the one before it on its page lies. */
const underRule = ({ rect }: PlacedField, before: PlacedAnnotation | undefined): boolean =>
  before?.kind === 'field' &&
  before.rules !== undefined &&
  Math.abs(before.rect.top + before.rect.height - rect.top) < TOUCHING &&
  before.rect.left < rect.left + rect.width &&
  rect.left < before.rect.left + before.rect.width;

/** The page dictionary at an index. */
export const pageRef = (doc: PdfDocument, index: number): Ref => {
  const pages = (doc._root.data.Pages as Ref).data.Kids as Ref[];
  return pages[index] as Ref;
};

/**
 * Writes all annotations and the form.
 * @returns A line for each field, in order
 */
export const writeAnnotations = (doc: PdfDocument, tree: StructureTree, book: Book, drawn: Drawn, font: FieldFont): FieldReport[] => {
  const reports: FieldReport[] = [];
  const places = placesIn(drawn);
  const form = drawn.pages.some(({ elements }) => elements.annotations.some(({ kind }) => kind === 'field')) ? new Form(doc, font, book.language) : undefined;
  for (const [pageIndex, { dictionary, elements }] of drawn.pages.entries()) {
    const height = book.pages[pageIndex]?.height ?? 0;
    const numbers: number[] = [];
    let before: PlacedAnnotation | undefined;
    for (const placed of elements.annotations) {
      const number = doc.reserve();
      numbers.push(number);
      const key = tree.annotation(placed.element, number);
      if (placed.kind === 'link') {
        const where = { Type: 'Annot', P: dictionary, Rect: rectangle(placed.rect, height), StructParent: key };
        const link = { Subtype: 'Link', F: 4, Border: [0, 0, 0], Contents: textString(placed.description), ...target(doc, book, places, placed.to) };
        doc.put(number, objectText({ ...where, ...link }));
      } else if (form) {
        const { name, label, kind } = placed.mark;
        const widget = form.widget(placed, underRule(placed, before), height);
        reports.push({ name, label, kind, page: pageIndex + 1, ...(widget.capacity === undefined ? {} : { capacity: widget.capacity }) });
        const where = `<<\n/Type /Annot\n/P ${reference(dictionary.id)}\n/Rect ${widget.rectangle}\n/StructParent ${key}`;
        doc.put(number, [where, widget.entries, form.appearances(widget), '\n>>'].join(''));
        form.add(number);
      }
      before = placed;
    }
    if (numbers.length > 0) dictionary.data.Annots = references(numbers);
  }
  form?.end();
  return reports;
};

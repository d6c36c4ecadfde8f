/** Turns placed fields and links into annotations, in reading order, each the content of its structure element. */
import type { Book } from '../layout/book.tsx';
import { type PdfDocument, type Ref, textString } from './document.ts';
import type { Drawn } from './draw.ts';
import { type FieldReport, Form, rectangle, widgetText } from './fields.ts';
import type { FieldFont } from './field-font.ts';
import { about } from './kept-parts.ts';
import { objectText, references } from './object-text.ts';
import type { PlacedAnnotation, PlacedField, PlacedLink } from './page-elements.ts';
import type { StructureTree } from './structure.ts';

/** An address in the letters that an address may have (RFC 3986); what is encoded in it stays as it is, in whatever way it was. */
export const uriOf = (address: string): string => encodeURI(address.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replaceAll(/%25(?=[\da-f]{2})/gi, '%');

/** An explicit place in the document: its page, and how far up that is, in points. */
interface Place {
  page: Ref;
  up: number;
}

/** Where a link leads; nothing for an address. */
const placeOf = (doc: PdfDocument, book: Book, places: Places, to: string): Place | undefined => {
  if (!to.startsWith('#')) return undefined;
  const { pageIndex, top } = places.get(to.slice(1)) ?? { pageIndex: 0, top: 0 };
  return { page: pageRef(doc, pageIndex), up: (book.pages[pageIndex]?.height ?? 0) - top };
};

/** The annotation of a link, but for its number. */
const linkText = ({ rect, description, to }: PlacedLink, page: Ref, height: number, key: number, place: Place | undefined): string => {
  const where = { Type: 'Annot', P: page, Rect: rectangle(rect, height), StructParent: key };
  const target = place ? { Dest: [place.page, 'XYZ', 0, place.up, null] } : { A: { Type: 'Action', S: 'URI', URI: textString(uriOf(to)) } };
  return objectText({ ...where, Subtype: 'Link', F: 4, Border: [0, 0, 0], Contents: textString(description), ...target });
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
        const place = placeOf(doc, book, places, placed.to);
        const make = () => linkText(placed, dictionary, height, key, place);
        doc.put(number, about(doc.kept, placed, [dictionary.id, height, key, place?.page.id, place?.up], make));
      } else if (form) {
        const { name, label, kind } = placed.mark;
        const widget = form.widget(placed, underRule(placed, before), height);
        reports.push({ name, label, kind, page: pageIndex + 1, ...(widget.capacity === undefined ? {} : { capacity: widget.capacity }) });
        const states = form.appearances(widget);
        const make = () => widgetText(widget, dictionary.id, key, states);
        doc.put(number, about(doc.kept, widget, [dictionary.id, key, ...states], make));
        form.add(number);
      }
      before = placed;
    }
    if (numbers.length > 0) dictionary.data.Annots = references(numbers);
  }
  form?.end();
  return reports;
};

/** Turns placed fields and links into annotations, in reading order, each the content of its structure element. */
import type { Book } from '../layout/book.tsx';
import { type PdfDocument, type Ref, textString } from './document.ts';
import type { Drawn, PlacedAnnotation, PlacedField } from './draw.ts';
import { type FieldReport, Form } from './fields.ts';
import type { FieldFont } from './field-font.ts';
import { short } from './operands.ts';
import type { Rect } from './rules.ts';
import type { StructureTree } from './structure.ts';
import { widgetBox } from './widget-box.ts';

/** Edges of a field or link on its page, to a thousandth of a point. */
const rectangle = ({ left, top, width, height }: Rect, pageHeight: number): number[] =>
  [left, pageHeight - top - height, left + width, pageHeight - top].map((edge) => Number(short(edge)));

/** An address in the letters that an address may have (RFC 3986); what is encoded in it stays as it is, in whatever way it was. */
export const uriOf = (address: string): string => encodeURI(address.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replaceAll(/%25(?=[\da-f]{2})/gi, '%');

/** Where a link leads: an explicit place in this document, or an address. */
const target = (doc: PdfDocument, book: Book, drawn: Drawn, to: string): Record<string, unknown> => {
  if (!to.startsWith('#')) return { A: { Type: 'Action', S: 'URI', URI: textString(uriOf(to)) } };
  const place = drawn.destinations.find(({ name }) => name === to.slice(1));
  const pageIndex = place?.pageIndex ?? 0;
  const height = book.pages[pageIndex]?.height ?? 0;
  return { Dest: [pageRef(doc, pageIndex), 'XYZ', 0, height - (place?.top ?? 0), null] };
};

/** Fields whose edges are nearer than this touch, in points. */
const TOUCHING = 1;

/** Whether a field begins where the last rule of the one before it lies. */
const underRule = ({ page, rect }: PlacedField, before: PlacedAnnotation | undefined): boolean =>
  before?.kind === 'field' &&
  before.page === page &&
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
  const form = drawn.annotations.some(({ kind }) => kind === 'field') ? new Form(doc, font, book.language) : undefined;
  let before: PlacedAnnotation | undefined;
  for (const placed of drawn.annotations) {
    const { page, pageIndex } = placed;
    const rect = placed.kind === 'field' ? widgetBox(placed.mark, placed.rect, placed.rules, underRule(placed, before)) : placed.rect;
    before = placed;
    const height = book.pages[pageIndex]?.height ?? 0;
    const annotation = doc.ref({ Type: 'Annot' });
    const base = {
      ...annotation.data,
      P: page,
      Rect: rectangle(rect, height),
      StructParent: tree.annotation(placed.element, annotation, page),
    };
    if (placed.kind === 'link') {
      annotation.data = { ...base, Subtype: 'Link', F: 4, Border: [0, 0, 0], Contents: textString(placed.description), ...target(doc, book, drawn, placed.to) };
    } else if (form) {
      const { mark } = placed;
      const report: FieldReport = { name: mark.name, label: mark.label, kind: mark.kind, page: pageIndex + 1 };
      if (mark.kind === 'text') {
        const { entries, capacity } = form.text(mark, rect, base);
        annotation.data = entries;
        reports.push({ ...report, capacity });
      } else {
        annotation.data = form.check(mark, rect, base);
        reports.push(report);
      }
      form.add(annotation);
    }
    doc.finish(annotation);
    ((page.data.Annots ??= []) as Ref[]).push(annotation);
  }
  form?.end();
  return reports;
};

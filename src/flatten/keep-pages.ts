/** Cuts a filled copy down to some of its pages, before it is flattened: nothing of the other pages is left in the file. */
import { PDFDict, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { readRecord } from '../answers/read-record.ts';
import type { OpenedPdf } from '../answers/open-filled.ts';
import { isInPart } from '../record/asked-parts.ts';
import type { PageChoice, WholeCopy } from './choose-pages.ts';
import { keepStructure } from './keep-structure.ts';
import { PageNumbers } from './page-labels.ts';
import { writePageList } from './page-list.ts';
import { writePiece } from './piece.ts';

const key = (name: string): PDFName => PDFName.of(name);

/** What a page keeps (ISO 32000-1, table 30): entries of other programs may lead to other pages. */
const OF_PAGE = new Set(
  'Type Parent LastModified Resources MediaBox CropBox BleedBox TrimBox ArtBox Contents Rotate Group Annots StructParents Tabs UserUnit'.split(' '),
);
/** What the catalog loses: what leads to pages, or tells of them. The fields and the language are still needed. */
const OF_CATALOG = ['Outlines', 'PageMode', 'Names', 'Dests', 'OpenAction', 'PageLabels', 'Metadata', 'PieceInfo', 'Threads', 'OCProperties', 'SpiderInfo'];
const OF_INFO = ['Creator', 'Producer', 'CreationDate'];

/**
 * Cuts a copy, in place.
 *
 * @param indexes the pages that are kept, from 0
 * @returns the document with these pages alone
 */
export const keepPages = (copy: WholeCopy, indexes: ReadonlySet<number>, choice: PageChoice): OpenedPdf => {
  const { opened, tree, fields, questions } = copy;
  const { objects, catalog } = opened;
  const { context } = objects;
  const record = readRecord(opened);
  const pages = opened.pages.filter(({ index }) => indexes.has(index));
  const numbers = new PageNumbers(opened);
  const labels = pages.map(({ index }) => numbers.of(index));
  const refs = new Set(pages.map(({ ref }) => ref.toString()));

  for (const { dict } of pages) for (const name of dict.keys()) if (!OF_PAGE.has(name.decodeText())) dict.delete(name);
  writePageList(opened, pages);
  for (const { dict } of pages) {
    const kept = objects.list(dict, 'Annots').filter((entry) => {
      const annotation = objects.asDict(entry);
      if (annotation) keepLink(annotation);
      return annotation && (objects.name(annotation, 'Subtype') !== 'Link' || annotation.has(key('A')) || annotation.has(key('Dest')));
    });
    dict.set(key('Annots'), context.obj(kept));
  }
  const annotations = pages.flatMap(({ dict }) => objects.list(dict, 'Annots'));
  const parents = [...pages.flatMap(({ dict }) => objects.number(dict, 'StructParents') ?? []), ...annotations.flatMap(keyOf)];
  keepStructure(opened, tree, { pages: refs, annotations: new Set(annotations.map(String)), parents: new Set(parents) });

  for (const name of OF_CATALOG) catalog.delete(key(name));
  catalog.set(
    key('PageLabels'),
    context.obj({ Nums: labels.flatMap((label, index) => [PDFNumber.of(index), context.obj({ P: PDFHexString.fromText(label) })]) }),
  );
  const form = objects.dict(catalog, 'AcroForm');
  form?.set(key('Fields'), context.obj(annotations.filter((entry) => objects.name(objects.asDict(entry) ?? form, 'Subtype') === 'Widget')));
  for (const name of ['CO', 'XFA']) form?.delete(key(name));

  const shown = new Set(fields.filter(({ page }) => indexes.has(page.index)).map(({ name }) => name));
  const asked = (questions ?? []).flatMap((question) => {
    const own = question.fields.filter(([suffix]) => shown.has(question.id + suffix));
    return own.length > 0 ? [{ ...question, fields: own }] : [];
  });
  const discreet = record?.options.discreet === true;
  writeInfo(opened, discreet ? undefined : titleOf(asked, choice));
  // Which copy of a list it was, and what else shaped the book, is nothing to those who get a page of it.
  if (record) {
    const { copy: ofList, ...about } = record;
    writePiece(objects, [catalog, ...pages.map(({ dict }) => dict)], {
      record: { ...about, options: { ...(discreet ? { discreet } : {}), ...(record.options.flat ? { flat: true } : {}) } },
      questions: asked,
    });
  }
  return { ...opened, pages: pages.map((page, index) => ({ ...page, index })) };

  /** Takes from a link what leads to a page that is gone, or somewhere unknown. */
  function keepLink(annotation: PDFDict): void {
    const leads = (place: PDFObject | undefined): boolean => refs.has(objects.asList(place)?.[0]?.toString() ?? '');
    if (!leads(annotation.get(key('Dest')))) annotation.delete(key('Dest'));
    const action = objects.dict(annotation, 'A');
    if (action && objects.name(action, 'S') !== 'URI' && !leads(action.get(key('D')))) annotation.delete(key('A'));
    for (const name of ['PA', 'Popup', 'IRT', 'Parent']) if (objects.name(annotation, 'Subtype') === 'Link') annotation.delete(key(name));
  }

  function keyOf(entry: PDFObject): number[] {
    const annotation = objects.asDict(entry);
    const number = annotation && objects.number(annotation, 'StructParent');
    return number === undefined ? [] : [number];
  }
};

/** What the kept pages are called: the part that was asked for, or the first one on them. */
const titleOf = (asked: WholeCopy['questions'], { only = [] }: PageChoice): string | undefined => {
  const first = asked?.find(({ place }) => only.length === 0 || only.some((part) => isInPart(place, part)));
  return first && (only.length > 0 && only.every((part) => !part.includes('/')) ? first.part : (first.sheet ?? first.part));
};

/**
 * Writes what the document says of itself: its own title, and nothing of the workbook’s.
 *
 * @param title left out, it stays
 */
const writeInfo = ({ objects }: OpenedPdf, title: string | undefined): void => {
  const { context } = objects;
  const info = objects.asDict(context.trailerInfo.Info);
  const kept = OF_INFO.flatMap((name): [string, PDFObject][] => {
    const value = info && objects.get(info, name);
    return value && !(value instanceof PDFDict) && !(value instanceof PDFRef) ? [[name, value]] : [];
  });
  const words = title || (info && objects.text(info, 'Title')) || '';
  context.trailerInfo.Info = context.register(context.obj({ Title: PDFHexString.fromText(words), ...Object.fromEntries(kept) }));
  // A new file, not a version of the whole one.
  delete context.trailerInfo.ID;
};

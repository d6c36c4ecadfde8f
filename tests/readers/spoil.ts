/** Ways into a written PDF, to spoil it: the checks of PDFs are themselves checked with what comes out. */
import { type PDFDict, PDFName } from '@cantoo/pdf-lib';
import { RawPdf } from './raw.ts';
import { elementsOf, readStructure, type StructureNode } from './structure.ts';

/** A change to a PDF that is right. */
export type Spoil = (pdf: RawPdf) => void;

export const name = (value: string): PDFName => PDFName.of(value);

/** The field of a name. */
export const field = (pdf: RawPdf, title: string): PDFDict => {
  const found = pdf.pages.flatMap(({ annotations }) => annotations).find(({ dict }) => pdf.text(dict, 'T') === title);
  if (!found) throw new Error(`no field ${title}`);
  return found.dict;
};

export const links = (pdf: RawPdf): PDFDict[] =>
  pdf.pages.flatMap(({ annotations }) => annotations.map(({ dict }) => dict)).filter((dict) => pdf.name(dict, 'Subtype') === 'Link');

export const form = (pdf: RawPdf): PDFDict => pdf.dict(pdf.catalog, 'AcroForm') as PDFDict;

/** All structure elements of a type, in reading order. */
export const elements = (pdf: RawPdf, type: string): StructureNode[] => elementsOf(readStructure(pdf)).filter((node) => node.type === type);

export const first = (pdf: RawPdf, type: string): StructureNode => {
  const [found] = elements(pdf, type);
  if (!found) throw new Error(`no ${type}`);
  return found;
};

/** Makes an element one of another type. */
export const retype =
  (from: string, to: string): Spoil =>
  (pdf) =>
    first(pdf, from).dict.set(name('S'), name(to));

/** Changes the operators of a page (from 0). */
export const replaceContent = (pdf: RawPdf, page: number, change: (operators: string) => string): void => {
  const raw = pdf.pages[page] as RawPdf['pages'][number];
  const before = pdf.content(raw);
  const after = change(before);
  if (after === before) throw new Error('nothing to change');
  raw.dict.set(name('Contents'), pdf.document.context.register(pdf.document.context.stream(Buffer.from(after, 'latin1'))));
};

/** Changes the metadata. */
export const replaceMetadata = (pdf: RawPdf, change: (xmp: string) => string): void => {
  const before = Buffer.from(pdf.stream(pdf.get(pdf.catalog, 'Metadata'))).toString('utf8');
  const after = change(before);
  if (after === before) throw new Error('nothing to change');
  const dict = { Type: 'Metadata', Subtype: 'XML' };
  pdf.catalog.set(name('Metadata'), pdf.document.context.register(pdf.document.context.stream(Buffer.from(after), dict)));
};

/** A good file with one change. */
export const spoiled = async (good: Uint8Array, spoil: Spoil): Promise<Uint8Array> => {
  const pdf = await RawPdf.open(good);
  spoil(pdf);
  return pdf.document.save({ updateFieldAppearances: false, useObjectStreams: false });
};

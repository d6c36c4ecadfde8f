/** Filling in, flattening, and reading back what is then on the pages. */
import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { loadStrings } from '../../src/content/load-strings.ts';
import { flatten, type Flattened } from '../../src/flatten/flatten.ts';
import { readFilled } from '../../src/flatten/read-filled.ts';
import type { Strings } from '../../src/content/strings.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { PdfiumDocument, type Widget } from '../readers/pdfium.ts';
import { RawPdf } from '../readers/raw.ts';
import { elementsOf, leavesOf, isContent, isObject, readStructure, type StructureNode } from '../readers/structure.ts';
import { markedText, markId } from '../readers/text.ts';

/** Types and ticks in Chrome's engine; gives the file that it saves and the values that it then has. */
export const fillInPdfium = async (
  bytes: Uint8Array,
  answer: (widget: Widget, index: number) => string | true | undefined,
): Promise<{ saved: Uint8Array; values: Map<string, string> }> => {
  const document = await PdfiumDocument.open(bytes);
  const values = new Map<string, string>();
  let index = 0;
  for (let page = 0; page < document.pageCount; page += 1) {
    for (const widget of document.widgets(page)) {
      const given = answer(widget, (index += 1));
      if (given === true) document.click(widget);
      else if (given !== undefined && widget.kind === 'text') document.type(widget, given);
    }
    document.leave();
    for (const [name, value] of document.values(page)) values.set(name, value);
  }
  const saved = document.save();
  document.close();
  return { saved, values };
};

/** Writes values into the file's objects, as a program does that knows no limits. */
export const fillByHand = async (
  bytes: Uint8Array,
  value: (name: string, index: number) => PDFObject | string | undefined,
  options: { useObjectStreams?: boolean } = {},
): Promise<Uint8Array> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  let index = 0;
  for (const page of document.getPages()) {
    for (const entry of page.node.Annots()?.asArray() ?? []) {
      const field = document.context.lookup(entry, PDFDict);
      const name = field.lookup(PDFName.of('T'));
      if (!name || field.lookup(PDFName.of('FT')) !== PDFName.of('Tx')) continue;
      const given = value((name as PDFHexString).decodeText(), (index += 1));
      if (given !== undefined) field.set(PDFName.of('V'), typeof given === 'string' ? PDFHexString.fromText(given) : given);
    }
  }
  return document.save({ updateFieldAppearances: false, useObjectStreams: false, ...options });
};

const { strings: english } = await loadStrings('en', '/');

/** Flattens; fails where it cannot be. */
export const flattened = async (bytes: Uint8Array): Promise<Flattened> => {
  const { filled, diagnostics } = await readFilled(bytes, 'filled.pdf');
  if (!filled) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return flatten(filled, english as Strings);
};

/** The names of the fields in the order in which they are read. */
export const fieldOrder = async (bytes: Uint8Array): Promise<string[]> => {
  const pdf = await RawPdf.open(bytes);
  const names = new Map(pdf.pages.flatMap(({ annotations }) => annotations.map(({ ref, dict }) => [ref, pdf.text(dict, 'T')] as const)));
  return leavesOf(readStructure(pdf)).flatMap(({ kid }) => (isObject(kid) ? (names.get(kid.object ?? '') ?? []) : []));
};

export interface ReadBlank {
  /** Its words, white space as one space. */
  words: string;
  alt: string | undefined;
  attributes: Record<string, string | undefined>;
}

/** What stands in each blank of a flattened file, in reading order, as pdf.js reads it. */
export const blanksOf = async (bytes: Uint8Array): Promise<ReadBlank[]> => {
  const pdf = await RawPdf.open(bytes);
  const document = await openInPdfjs(bytes);
  const words: Map<string, string>[] = [];
  for (const { index } of pdf.pages) words.push(await markedText(document, index));
  await document.loadingTask.destroy();
  const pages = new Map(pdf.pages.map(({ ref, index }) => [ref, index]));
  const textOf = (node: StructureNode): string =>
    leavesOf(node)
      .map(({ kid }) => (isContent(kid) ? (words[pages.get(kid.page ?? '') ?? -1]?.get(markId(kid.page, kid.mcid)) ?? '') : ''))
      .join('');
  return elementsOf(readStructure(pdf))
    .filter(({ type }) => type === 'Form')
    .map((node) => {
      const attributes = pdf.get(node.dict, 'A');
      if (!(attributes instanceof PDFDict)) throw new Error('a blank without attributes');
      const read = (key: string): [string, string | undefined] => [key, pdf.name(attributes, key) ?? pdf.text(attributes, key)];
      return { words: flat(textOf(node)), alt: pdf.text(node.dict, 'Alt'), attributes: Object.fromEntries(['O', 'Role', 'checked', 'Desc'].map(read)) };
    });
};

/** All words of a file in the order of its content, as Chrome's engine reads them; without spaces. */
export const lettersInPdfium = async (bytes: Uint8Array): Promise<string[]> => {
  const document = await PdfiumDocument.open(bytes);
  const pages = Array.from({ length: document.pageCount }, (_, page) =>
    document
      .characters(page)
      .map(({ text }) => text)
      .join(''),
  );
  document.close();
  return pages;
};

/** All words of a file in the order of its content, as Firefox reads them; without spaces. */
export const lettersInPdfjs = async (bytes: Uint8Array): Promise<string[]> => {
  const document = await openInPdfjs(bytes);
  const pages: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replaceAll(/\s/g, ''),
    );
  }
  await document.loadingTask.destroy();
  return pages;
};

/** White space as one space, none at the ends, none after a hyphen that may have ended a line. */
export const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('- ', '-').trim();

/** Every word that a file holds, wherever it may stand: on its pages, in its outline, in its objects. */
import { decodePDFRawStream, PDFArray, PDFDict, PDFHexString, type PDFObject, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { RawPdf } from './raw.ts';

/** A text without its white space: lines break where they will. */
export const packed = (text: string): string => text.replaceAll(/\s/g, '');

/** So many letters at the start of a text are looked up. */
const LEAD = 4;

/** A number for the letters at a place: rarely the same for others. */
const leadAt = (text: string, at: number): number => {
  let hash = 0;
  for (let index = at; index < at + LEAD; index += 1) hash = (hash * 31 + text.charCodeAt(index)) & 0xffff;
  return hash;
};

/**
 * Which of many texts stand in a long one. It is walked once: a search for each of a thousand texts takes seconds.
 *
 * @returns those that do, in the order in which they were asked for
 */
export const textsIn = (long: string, texts: readonly string[]): string[] => {
  const short = texts.filter((text) => text.length < LEAD && long.includes(text));
  const byLead = new Map<number, string[]>();
  for (const text of texts.filter(({ length }) => length >= LEAD)) byLead.set(leadAt(text, 0), [...(byLead.get(leadAt(text, 0)) ?? []), text]);
  const found = new Set(short);
  for (let at = 0; at + LEAD <= long.length; at += 1) for (const text of byLead.get(leadAt(long, at)) ?? []) if (long.startsWith(text, at)) found.add(text);
  return texts.filter((text) => found.has(text));
};

/** The words of each page as pdf.js reads them, packed. */
export const printedWords = async (document: PDFDocumentProxy): Promise<string[]> => {
  const pages: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    pages.push(packed(items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  return pages;
};

type Entries = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** The titles of all bookmarks. */
export const bookmarkTitles = async (document: PDFDocumentProxy): Promise<string[]> => {
  const titles = (entries: Entries): string[] => entries.flatMap(({ title, items }) => [title, ...titles(items as Entries)]);
  return titles((await document.getOutline()) ?? []);
};

/** The texts inside an object: strings as they are decoded, keys and names left out. */
const textsOf = (value: PDFObject): string[] => {
  if (value instanceof PDFString || value instanceof PDFHexString) return [value.decodeText()];
  if (value instanceof PDFArray) return value.asArray().flatMap(textsOf);
  if (value instanceof PDFDict) return value.values().flatMap(textsOf);
  if (value instanceof PDFRawStream) return textsOf(value.dict);
  return [];
};

/**
 * All that is stored in a file, packed: its bytes as they are, each string decoded, each stream unpacked (as single bytes, which
 * UTF-8 is read from too, and as UTF-16).
 */
export const storedWords = async (bytes: Uint8Array): Promise<string> => {
  const pdf = await RawPdf.open(bytes);
  const found = [Buffer.from(bytes).toString('latin1')];
  for (const [, value] of pdf.objects()) {
    found.push(...textsOf(value));
    if (!(value instanceof PDFRawStream)) continue;
    const unpacked = Buffer.from(decodePDFRawStream(value).decode());
    found.push(
      unpacked.toString('utf8'),
      Buffer.from(unpacked.subarray(0, unpacked.length - (unpacked.length % 2)))
        .swap16()
        .toString('utf16le'),
    );
  }
  return packed(found.join('\n'));
};

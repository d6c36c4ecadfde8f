/** Opens a PDF of this program that somebody has filled in. */
import { type PDFContext, PDFDict, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { captureConsole } from '../system/capture-console.ts';
import { foundFormat } from '../system/known-formats.ts';
import { Locked } from './decrypt.ts';
import { inherited as nearest, lineageOf, nameOf } from './field-ancestors.ts';
import { loadObjects } from './load.ts';
import { AddedField, Objects, partsOf, Unreadable } from './objects.ts';
import { readRecord } from './read-record.ts';
import { lockedPdf, tooLargePdf } from './refusals.ts';
import { LIMITS, TooLarge } from './limits.ts';

export interface PdfPage {
  /** From 0. */
  index: number;
  ref: PDFRef;
  dict: PDFDict;
  /** The page's resources, its own or those of a node above it. */
  resources: PDFDict | undefined;
  /** Its sheet: left, lower, right and upper edge, in points. */
  sheet: readonly [number, number, number, number];
  /** Width and height in points. */
  width: number;
  height: number;
  /** What viewers show of its sheet, in points. */
  shown: { left: number; bottom: number; right: number; top: number };
}

export interface OpenedPdf {
  objects: Objects;
  catalog: PDFDict;
  pages: PdfPage[];
  /** The document's language tag; empty where it has none. */
  language: string;
  /** Whether it was encrypted in the file. */
  encrypted: boolean;
}

/** The Creator entry in the files of this program (src/pdf/document.ts). */
const CREATOR = 'Mendbook';

const refuse = (code: DiagnosticCode, message: string, ...hints: string[]): { diagnostics: Diagnostic[] } => ({
  diagnostics: [error(code, message, undefined, ...hints)],
});

/**
 * Opens a PDF.
 *
 * @param file its name, for the diagnostics
 * @param password tried where it does not open without one
 * @returns the document, or why it cannot be read: it is no PDF, locked, damaged, or made by another program
 */
export const openPdf = async (bytes: Uint8Array, file: string, password?: string): Promise<{ opened?: OpenedPdf; diagnostics: Diagnostic[] }> => {
  // Readers take a header within the first 1,024 bytes (ISO 32000-1, annex H, note 13).
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'))
    return refuse('not-a-pdf', `expected a PDF, found ${foundFormat(bytes)}: ${file}`, 'give the PDF in which the answers were saved');
  try {
    const { result } = await captureConsole(() => loadObjects(bytes, password));
    const { context, decrypted } = result;
    const catalog = context.lookup(context.trailerInfo.Root);
    const objects = new Objects(context);
    checkReferences(context);
    if (!(catalog instanceof PDFDict)) throw new Unreadable('no catalog');
    const pages = pagesOf(objects, catalog);
    if (!isOurs(objects, catalog) && !readRecord({ objects, catalog, pages }) && !hasOurFields(objects, pages)) {
      return refuse(
        'foreign-pdf',
        `expected a PDF that was made with Mendbook, found another one: ${file}`,
        'give the workbook itself with the answers saved in it, not a print of it',
      );
    }
    return { opened: { objects, catalog, pages, language: objects.text(catalog, 'Lang') ?? '', encrypted: decrypted }, diagnostics: [] };
  } catch (thrown) {
    if (thrown instanceof Locked) return { diagnostics: [lockedPdf(file, thrown)] };
    if (thrown instanceof TooLarge) return { diagnostics: [tooLargePdf(file, thrown)] };
    return { diagnostics: [brokenPdf(file, thrown)] };
  }
};

/** The diagnostic for a file that cannot be read. @param ways what else can be done */
export const brokenPdf = (file: string, thrown: unknown, ...ways: readonly string[]): Diagnostic => {
  if (thrown instanceof AddedField) {
    return error(
      'foreign-pdf',
      `expected the fields of a workbook alone, found ${thrown.message} that another program has added: ${file}`,
      undefined,
      'take the field out in the program that added it, or give the copy from before it was added',
    );
  }
  const reason = thrown instanceof Unreadable ? `: ${thrown.message}` : '';
  return error(
    'broken-pdf',
    `expected a whole PDF, found a damaged one: ${file}${reason}`,
    undefined,
    'open it in the program that you filled it in with, and save it again',
    ...ways,
  );
};

/**
 * Whether the document names this program: programs that save answers keep at least one of these marks. A discreet copy has none of them, and is
 * known by its record; a file of which a program has kept only pages and fields, by its fields.
 */
const isOurs = (objects: Objects, catalog: PDFDict): boolean => {
  const info = objects.asDict(objects.context.trailerInfo.Info);
  if (info && ['Creator', 'Producer'].some((key) => objects.text(info, key) === CREATOR)) return true;
  const metadata = objects.get(catalog, 'Metadata');
  return metadata !== undefined && Buffer.from(objects.bytes(metadata)).toString('utf8').includes(`<xmp:CreatorTool>${CREATOR}<`);
};

/** The name of the typing font in the fields of this program (src/pdf/fields.ts): no other one is known to use it. */
const TYPED_IN = /^\s*\/Fld\s/;
/** The name of a field of this program: section and block, and what follows it. */
export const NAMED = /^[a-z][a-z0-9-]*(?:_[a-z0-9-]+)+$/;

/** Whether most fields to write in are named and set as those of this program. */
const hasOurFields = (objects: Objects, pages: readonly PdfPage[]): boolean => {
  const texts = pages
    .flatMap(({ dict }) => objects.list(dict, 'Annots').flatMap((entry) => objects.asDict(entry) ?? []))
    .filter((dict) => nearest(lineageOf(objects, dict), (node) => objects.name(node, 'FT')) === 'Tx')
    .map((dict) => lineageOf(objects, dict));
  const own = texts.filter((lineage) => TYPED_IN.test(nearest(lineage, (node) => objects.text(node, 'DA')) ?? '') && NAMED.test(nameOf(objects, lineage)));
  return own.length > 0 && own.length > texts.length / 2;
};

/** The highest number of an object (ISO 32000-1, annex C.2). */
const HIGHEST_NUMBER = 8_388_607;

/** Refuses damaged references to numbers that are not whole: this library reads them, and no viewer does. */
const checkReferences = (context: PDFContext): void => {
  // What is written after it would be numbered higher still, and no program would read it.
  if (context.largestObjectNumber > HIGHEST_NUMBER) throw new Unreadable('an object with a number that no PDF has');
  const open: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  for (let value = open.pop(); value; value = open.pop()) {
    if (value instanceof PDFRef && !(Number.isSafeInteger(value.objectNumber) && Number.isSafeInteger(value.generationNumber)))
      throw new Unreadable('a reference to nothing');
    for (const inner of partsOf(value)) open.push(inner);
  }
};

/** The page tree of this program has one level; programs that rewrite files make a few. */
const DEEPEST = 50;

/**
 * All pages in order.
 *
 * @throws Unreadable where their tree is circular or broken
 * @throws TooLarge where there are too many
 */
export const pagesOf = (objects: Objects, catalog: PDFDict): PdfPage[] => {
  const pages: PdfPage[] = [];
  const seen = new Set<PDFObject>();
  const visit = (entry: PDFObject | undefined, above: readonly PDFDict[]): void => {
    const dict = objects.asDict(entry);
    if (!dict) throw new Unreadable('a page tree that leads nowhere');
    if (seen.has(dict)) throw new Unreadable('a page tree that leads in a circle, or has a part twice');
    if (above.length > DEEPEST || pages.length >= LIMITS.pages)
      throw new TooLarge(`at most ${LIMITS.pages.toLocaleString('en')} pages, and ${DEEPEST} levels of them`, 'more');
    seen.add(dict);
    const line = [dict, ...above];
    if (objects.name(dict, 'Type') === 'Pages') {
      for (const kid of objects.list(dict, 'Kids')) visit(kid, line);
      return;
    }
    if (!(entry instanceof PDFRef) || objects.name(dict, 'Type') !== 'Page' || above.length === 0) throw new Unreadable('a page tree that leads nowhere');
    const inherited = <T>(read: (node: PDFDict) => T | undefined): T | undefined => line.map((node) => read(node)).find((found) => found !== undefined);
    const box = (key: string): number[] | undefined => inherited((node) => objects.numbers(node, key));
    const [left = 0, bottom = 0, right = 0, top = 0] = box('MediaBox') ?? [];
    const [cutLeft = left, cutBottom = bottom, cutRight = right, cutTop = top] = box('CropBox') ?? [];
    if (right <= left || top <= bottom) throw new Unreadable('a page without a size');
    pages.push({
      index: pages.length,
      ref: entry,
      dict,
      resources: inherited((node) => objects.dict(node, 'Resources')),
      sheet: [left, bottom, right, top],
      width: right - left,
      height: top - bottom,
      shown: { left: Math.max(left, cutLeft), bottom: Math.max(bottom, cutBottom), right: Math.min(right, cutRight), top: Math.min(top, cutTop) },
    });
  };
  visit(objects.ref(catalog, 'Pages'), []);
  if (pages.length === 0) throw new Unreadable('no pages');
  return pages;
};

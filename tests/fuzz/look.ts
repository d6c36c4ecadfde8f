/** What is right for every PDF that was written: it is whole, it opens, and each of its pages can be drawn. */
import { readFile } from 'node:fs/promises';
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { captureConsole } from '../../src/system/capture-console.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';

/** Words that a calculation leaves where a number should stand. */
const NO_NUMBER = /(?:^|[\s[])-?(?:NaN|Infinity|undefined|null)(?=[\s\]]|$)/;

/** Strings of a content stream, literal and hexadecimal. */
const STRINGS = /\((?:\\[^]|[^\\()])*\)|<[0-9A-Fa-f\s]*>/g;

const count = (text: string, operator: RegExp): number => text.match(operator)?.length ?? 0;

/** What is wrong with operators that we have written (ISO 32000-1, 8.4.2: states of graphics are saved and restored in pairs). */
const faultOfContent = (content: string): string | undefined => {
  const operators = content.replaceAll(STRINGS, ' ');
  const word = NO_NUMBER.exec(operators)?.[0].trim();
  if (word) return `${word} where a number should stand`;
  const [saved, restored] = [count(operators, /(?<=^|\s)q(?=\s|$)/g), count(operators, /(?<=^|\s)Q(?=\s|$)/g)];
  return saved === restored ? undefined : `${saved} q and ${restored} Q`;
};

/** Whether a stream is drawn with operators beside the pages: forms and tiles. */
const isContent = ({ dict }: PDFRawStream): boolean => dict.get(PDFName.of('Subtype')) === PDFName.of('Form') || dict.has(PDFName.of('PatternType'));

/** What is wrong with the pages that a document draws. */
export const faultOfStreams = (document: PDFDocument): string | undefined => {
  const ofPages = new Set(document.getPages().map(({ node }) => node.get(PDFName.of('Contents'))));
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || (!ofPages.has(ref) && !isContent(object))) continue;
    const fault = faultOfContent(Buffer.from(decodePDFRawStream(object).decode()).toString('latin1'));
    if (fault) return `a stream (${ref.toString()}) with ${fault}`;
  }
  return undefined;
};

/** Has pdf.js take each page apart, as it does before it draws one. */
const drawInPdfjs = async (bytes: Buffer): Promise<void> => {
  const document = await openInPdfjs(bytes);
  try {
    for (let number = 1; number <= document.numPages; number += 1) await (await document.getPage(number)).getOperatorList();
  } finally {
    await document.destroy();
  }
};

/**
 * Looks at a PDF that was written.
 *
 * @param more what else is asked of it
 * @returns what is wrong with it; nothing when all is well
 */
export const lookAtPdf = async (file: string, more: (bytes: Buffer, document: PDFDocument) => string | undefined): Promise<string | undefined> => {
  const bytes = await readFile(file);
  if (bytes.subarray(0, 5).toString() !== '%PDF-' || !/%%EOF\s*$/.test(bytes.subarray(-8).toString('latin1'))) return 'a PDF that is not whole';
  try {
    const { result: document } = await captureConsole(() => PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true }));
    if (document.getPageCount() === 0) return 'a PDF without pages';
    const fault = more(bytes, document);
    if (fault) return fault;
    await captureConsole(() => drawInPdfjs(bytes));
    return undefined;
  } catch (thrown) {
    return `a PDF that cannot be read: ${String(thrown)}`;
  }
};

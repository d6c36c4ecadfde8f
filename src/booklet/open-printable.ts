/** Opens a PDF whose pages are to be put on sheets. */
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage, ParseSpeeds, PDFWriter } from '@cantoo/pdf-lib';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import { captureConsole } from '../system/capture-console.ts';
import { foundFormat } from '../system/known-formats.ts';
import { counselorWarning } from '../answers/counselor-copy.ts';
import { Locked } from '../answers/decrypt.ts';
import { loadObjects } from '../answers/load.ts';
import { Objects, Unreadable } from '../answers/objects.ts';
import { pagesOf } from '../answers/open-filled.ts';
import { lockedPdf, tooLargePdf } from '../answers/refusals.ts';
import { TooLarge } from '../answers/limits.ts';
import { pageFrame } from './page-frame.ts';

export interface Opened {
  document: PDFDocument;
  pages: PDFPage[];
}

/** Annotations that are not visible on paper; all others would be missing on the sheets. */
const UNSEEN = new Set(['/Link', '/Popup']);
const FIELD = '/Widget';

/** Programs find the header within the first 1,024 bytes (ISO 32000-1, annex H, note 13). */
const HEADER = { within: 1024, mark: '%PDF-' };

const refuse = (code: DiagnosticCode, message: string, hint: string): { diagnostics: Diagnostic[] } => ({
  diagnostics: [error(code, message, undefined, hint)],
});

/** The diagnostic for a file of which a part cannot be read. @param thrown why */
export const brokenPdf = (file: string, thrown: unknown): Diagnostic =>
  error(
    'broken-pdf',
    `expected a whole PDF, found a damaged one: ${file}${thrown instanceof Unreadable ? `: ${thrown.message}` : ''}`,
    undefined,
    'build it again; one of another program: fetch it again, or open it there and print it into a new PDF',
  );

/**
 * Opens a PDF to be printed.
 *
 * @param file its name, for the diagnostics
 * @param password tried where it does not open without one
 * @returns the document, with warnings of what is lost on sheets; or why it is refused: no PDF, encrypted, damaged, or with fields
 */
export const openPrintPdf = async (bytes: Uint8Array, file: string, password?: string): Promise<{ opened?: Opened; diagnostics: Diagnostic[] }> => {
  const head = Buffer.from(bytes.subarray(0, HEADER.within)).toString('latin1');
  if (!head.includes(HEADER.mark)) return refuse('not-a-pdf', `expected a PDF, found ${foundFormat(bytes)}: ${file}`, 'build one with "mendbook build --flat"');
  try {
    const { result: document } = await captureConsole(() => load(bytes, password));
    const pages = document.getPages();
    const sized = pages.map((page) => pageFrame(page).size).every(({ width, height }) => width > 0 && height > 0);
    if (pages.length === 0 || !sized) throw new Unreadable(pages.length === 0 ? 'no pages' : 'a page without a size');
    const kinds = pages.flatMap(annotationKinds);
    if (kinds.includes(FIELD)) {
      return refuse(
        'fields-in-booklet',
        `expected a PDF to print, found one with fields to fill in: ${file}`,
        'fields cannot follow their pages onto sheets: build it with --flat, or flatten a filled copy with "mendbook flatten"',
      );
    }
    const lost = kinds.filter((kind) => !UNSEEN.has(kind)).length;
    const diagnostics =
      lost > 0
        ? [
            warning(
              'annotations-left-out',
              `expected pages without notes or drawings of another program, found ${lost}`,
              undefined,
              'they are not on the sheets: print the PDF into a new one first, if they should be',
            ),
          ]
        : [];
    return { opened: { document, pages }, diagnostics: [...diagnostics, ...counselorWarning(recorded(document), file)] };
  } catch (thrown) {
    if (thrown instanceof Locked) return { diagnostics: [lockedPdf(file, thrown)] };
    if (thrown instanceof TooLarge) return { diagnostics: [tooLargePdf(file, thrown)] };
    return { diagnostics: [brokenPdf(file, thrown)] };
  }
};

/** The parts of a document that may say what it is. */
const recorded = ({ context, catalog }: PDFDocument): Parameters<typeof counselorWarning>[0] => {
  const objects = new Objects(context);
  return { objects, catalog, pages: pagesOf(objects, catalog) };
};

/** Loads the document after a check of limits and of loops, which the library would follow for ever. */
const load = async (bytes: Uint8Array, password: string | undefined): Promise<PDFDocument> => {
  const { context, decrypted } = await loadObjects(bytes, password);
  const catalog = context.lookup(context.trailerInfo.Root);
  if (catalog instanceof PDFDict) pagesOf(new Objects(context), catalog);
  const plain = decrypted ? await PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer() : bytes;
  return PDFDocument.load(plain, { updateMetadata: false, throwOnInvalidObject: true, parseSpeed: ParseSpeeds.Fastest });
};

/** The kinds of the annotations on a page. */
const annotationKinds = ({ node }: PDFPage): string[] => {
  const annotations = node.lookupMaybe(PDFName.of('Annots'), PDFArray);
  if (!annotations) return [];
  return Array.from(
    { length: annotations.size() },
    (_, index) => annotations.lookupMaybe(index, PDFDict)?.lookupMaybe(PDFName.of('Subtype'), PDFName)?.toString() ?? '',
  );
};

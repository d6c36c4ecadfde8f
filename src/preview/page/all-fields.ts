/** The fields of a whole PDF, by their names. */
import type { PDFDocumentProxy } from './pdfjs.ts';

/** Asks for all fields of a PDF. pdf.js reads all of its pages for that. */
export type ReadFields = () => Promise<Record<string, { id: string; page?: number }[]>>;

/**
 * Keeps pdf.js from reading the fields of all pages before it draws those of one. It would look for scripts in them, which are never run here, and for others of
 * the same name, which a workbook does not have.
 *
 * @returns asks for them all the same
 */
export const onRequest = (document: PDFDocumentProxy): ReadFields => {
  const read = document.getFieldObjects.bind(document);
  document.getFieldObjects = () => Promise.resolve({});
  document.hasJSActions = () => Promise.resolve(false);
  return async () => ((await read()) ?? {}) as Awaited<ReturnType<ReadFields>>;
};

/** Loads pdf.js; its viewer components expect the library as a global variable. */
import * as engine from 'pdfjs-dist/legacy/build/pdf.mjs';

Object.assign(globalThis, { pdfjsLib: engine });

/** One worker is shared by all PDFs. */
export const worker = new engine.PDFWorker({ port: new Worker('pdf.worker.js', { type: 'module' }) as unknown as null });

export const { AnnotationEditorType, AnnotationMode, getDocument } = engine;
export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

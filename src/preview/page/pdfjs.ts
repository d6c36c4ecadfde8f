/** pdf.js: its engine, which the viewer's components expect to find as a global. */
import * as engine from 'pdfjs-dist/legacy/build/pdf.mjs';

Object.assign(globalThis, { pdfjsLib: engine });

/** One worker for every PDF that is shown. */
export const worker = new engine.PDFWorker({ port: new Worker('pdf.worker.js', { type: 'module' }) as unknown as null });

export const { AnnotationMode, getDocument } = engine;
export type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Reads the fields and the structure of a page while it is drawn; pdf.js asks for them only afterwards. */
import type { PDFPageProxy } from './pdfjs.ts';

/**
 * Asks the worker for what pdf.js needs after it has drawn a page. The worker answers in the order of the requests: it reads on while the page is drawn here.
 *
 * @param page a page whose drawing has just begun, for the first time
 */
export const readAhead = (page: PDFPageProxy): void => {
  const annotations = page.getAnnotations({ intent: 'display' });
  const structure = page.getStructTree();
  // One that fails is told to whom asks for it.
  annotations.catch(() => undefined);
  structure.catch(() => undefined);
  // Later requests go to the worker.
  page.getAnnotations = () => {
    Reflect.deleteProperty(page, 'getAnnotations');
    return annotations;
  };
  page.getStructTree = () => {
    Reflect.deleteProperty(page, 'getStructTree');
    return structure;
  };
};

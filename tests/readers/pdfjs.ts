/** pdf.js, the engine of Firefox: what it reads of a file, and what it saves once a form is filled in. */
import { fileURLToPath } from 'node:url';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const packaged = (folder: string): string => fileURLToPath(new URL(`../../node_modules/pdfjs-dist/${folder}/`, import.meta.url));

/** Opens a file with pdf.js; `destroy` ends its worker. */
export const openInPdfjs = (bytes: Uint8Array, password?: string): Promise<PDFDocumentProxy> =>
  getDocument({
    // A copy: pdf.js takes the buffer away from its owner.
    data: new Uint8Array(bytes),
    standardFontDataUrl: packaged('standard_fonts'),
    cMapUrl: packaged('cmaps'),
    ...(password === undefined ? {} : { password }),
    // Errors alone: a font that a page draws nothing with is not worth a line.
    verbosity: 0,
  }).promise;

/** A widget as pdf.js hands it to the page. */
export interface PdfjsWidget {
  id: string;
  fieldName: string;
  /** The accessible name. */
  alternativeText: string;
  fieldType: 'Tx' | 'Btn';
  fieldValue: string;
  multiLine?: boolean;
  maxLen?: number;
  doNotScroll?: boolean;
  exportValue?: string;
  rect: [number, number, number, number];
}

/** The widgets of a page, in the order of the file. */
export const widgetsOf = async (document: PDFDocumentProxy, page: number): Promise<PdfjsWidget[]> => {
  const annotations = (await (await document.getPage(page + 1)).getAnnotations()) as ({ subtype: string } & PdfjsWidget)[];
  return annotations.filter(({ subtype }) => subtype === 'Widget');
};

/**
 * Fills in a form as a reader in Firefox does: no text longer than its field takes, boxes ticked by `true`.
 * @param answer Gives the value of each field; `undefined` leaves it alone
 * @returns The saved file, and the text that each field took
 */
export const fillInPdfjs = async (
  bytes: Uint8Array,
  answer: (widget: PdfjsWidget) => string | true | undefined,
  password?: string,
): Promise<{ bytes: Uint8Array; accepted: Map<string, string> }> => {
  const document = await openInPdfjs(bytes, password);
  const accepted = new Map<string, string>();
  for (let page = 0; page < document.numPages; page += 1) {
    for (const widget of await widgetsOf(document, page)) {
      const value = answer(widget);
      if (value === undefined) continue;
      if (value === true) document.annotationStorage.setValue(widget.id, { value });
      else {
        // The field is an <input> or <textarea> with a maxlength; an <input> takes no line ends.
        const typed = (widget.multiLine ? value : value.replaceAll('\n', ' ')).slice(0, widget.maxLen || undefined);
        accepted.set(widget.fieldName, typed);
        document.annotationStorage.setValue(widget.id, { value: typed });
      }
    }
  }
  const saved = await document.saveDocument();
  await document.loadingTask.destroy();
  return { bytes: saved, accepted };
};

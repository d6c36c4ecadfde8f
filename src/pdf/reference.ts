/** The objects of a PDF that others refer to, as pdfkit has them. */

/** An indirect object of the file (its PDFReference). */
export interface Ref {
  id: number;
  data: Record<string, unknown>;
  write(chunk: string | Uint8Array): void;
  end(chunk?: string | Uint8Array): void;
}

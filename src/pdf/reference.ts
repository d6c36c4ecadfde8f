/** The objects of a PDF that others refer to, as pdfkit has them. */

/** An indirect object of the file (its PDFReference). */
export interface Ref {
  id: number;
  data: Record<string, unknown>;
  /** Whether what it holds is compressed. */
  compress: boolean;
  write(chunk: string | Uint8Array): void;
  end(chunk?: string | Uint8Array): void;
}

/** Ends a stream whose content is compressed already, as pdfkit ends one that it compresses. */
export const endPacked = (ref: Ref, packed: Uint8Array): void => {
  ref.compress = false;
  Object.assign(ref.data, { Length: 0, Filter: 'FlateDecode' });
  ref.end(packed);
};

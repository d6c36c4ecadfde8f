/** Taking out of a file what nothing in it leads to: fields, their fonts, and earlier states of both. */
import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';

/** Removes every object that cannot be reached from the catalog and the document information. */
export const sweep = (context: PDFContext): void => {
  const { Root, Info } = context.trailerInfo;
  const reached = new Set<PDFRef>();
  const open: (PDFObject | undefined)[] = [Root, Info];
  while (open.length > 0) {
    let value = open.pop();
    if (value instanceof PDFRef) {
      if (reached.has(value)) continue;
      reached.add(value);
      value = context.lookup(value);
    }
    if (value instanceof PDFDict) open.push(...value.values());
    else if (value instanceof PDFArray) open.push(...value.asArray());
    else if (value instanceof PDFStream) open.push(...value.dict.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
};

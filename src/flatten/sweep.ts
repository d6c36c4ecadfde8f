/** Taking out of a file what nothing in it leads to: fields, their fonts, and earlier states of both. */
import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';

/** What an object holds. */
const entriesOf = (value: PDFObject | undefined): PDFObject[] => {
  if (value instanceof PDFArray) return value.asArray();
  if (value instanceof PDFDict) return value.values();
  return value instanceof PDFStream ? value.dict.values() : [];
};

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
    // One by one: an array of a damaged file may have more entries than a call takes arguments.
    for (const inner of entriesOf(value)) open.push(inner);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
};

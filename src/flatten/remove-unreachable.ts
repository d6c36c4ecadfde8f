/** Removes objects that nothing refers to any more. */
import { type PDFContext, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { partsOf } from '../answers/objects.ts';

/** Removes every object that cannot be reached from the catalog and the document information. */
export const removeUnreachable = (context: PDFContext): void => {
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
    for (const inner of partsOf(value)) open.push(inner);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
};

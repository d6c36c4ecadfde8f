/** A book that is built once, for copies that differ in the name on the cover. */
import type { PdfOptions } from '../builder/make-pdf.ts';

/**
 * The same book under a name that stands in for those of its copies: a letter that the fonts of the theme have, since the program's own
 * words begin with it. No copy is under a name of somebody else, not even before its own is written.
 */
export const withStandIn = (ready: PdfOptions): PdfOptions => named(ready, [...ready.strings.preparedFor][0] ?? '');

/** The same book under a name. */
export const named = (ready: PdfOptions, name: string): PdfOptions => ({ ...ready, options: { ...ready.options, name } });

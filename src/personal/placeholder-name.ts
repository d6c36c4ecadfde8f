/** Gives a book that will be copied for many people a placeholder for the name on its cover. */
import type { PdfOptions } from '../builder/make-pdf.ts';

/**
 * The same book under a placeholder for the names of its copies: a letter that the fonts of the theme have, since the program's own
 * phrase begins with it. So no copy ever holds the name of somebody else.
 */
export const withPlaceholderName = (ready: PdfOptions): PdfOptions => named(ready, [...ready.strings.preparedFor][0] ?? '');

/** The same book under a name. */
export const named = (ready: PdfOptions, name: string): PdfOptions => ({ ...ready, options: { ...ready.options, name } });

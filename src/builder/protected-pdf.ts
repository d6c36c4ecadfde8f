/** Encrypts the PDF of a book, so that it opens with a password alone. */
import { protectPdf } from '../protection/protect-pdf.ts';
import { documentDate, type PdfOptions } from './make-pdf.ts';

/**
 * The same PDF, encrypted; what its metadata say in the open is what a discreet copy says.
 *
 * @param bytes as `makePdf` gives them
 * @param password one that `faultOfPassword` finds nothing wrong with
 */
export const protectedPdf = (bytes: Buffer, { edition, strings }: Pick<PdfOptions, 'edition' | 'strings'>, password: string): Buffer =>
  protectPdf(bytes, password, { title: strings.discreetTitle, language: edition.language, date: documentDate(edition.date) });

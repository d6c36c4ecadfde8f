/** The diagnostics for PDFs that are not read: they need a password, or are too large. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { Locked } from './decrypt.ts';
import type { TooLarge } from './limits.ts';

/** @param file its name */
export const tooLargePdf = (file: string, { expected, message }: TooLarge): Diagnostic =>
  error(
    'pdf-too-large',
    `expected a PDF with ${expected}, found ${message}: ${file}`,
    undefined,
    'no workbook needs as much: take the PDF as it was built, or save the filled copy anew; answers of such a length belong in a file of their own',
  );

/** @param file its name */
export const lockedPdf = (file: string, { lacks }: Locked): Diagnostic => {
  if (lacks === 'other password')
    return error('wrong-password', `expected the password of this PDF, found another one: ${file}`, undefined, 'capitals count; ask the person who set it');
  const hint = 'take the password away in the program that set it, or with "qpdf --password=… --decrypt in.pdf out.pdf", and give the copy that this makes';
  return lacks === 'password'
    ? error(
        'encrypted-pdf',
        `expected a PDF that opens without a password, found one that asks for it: ${file}`,
        undefined,
        'run the command on a terminal, which asks for the password, or give it with --password-fd',
      )
    : error('encrypted-pdf', `expected a PDF that is encrypted with a password, found another way of encrypting: ${file}`, undefined, hint);
};

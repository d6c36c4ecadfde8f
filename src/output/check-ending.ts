/** Checks that a new PDF does not get the name of another kind of file. */
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';

/** Endings that promise another kind of file: a PDF of such a name is opened by the wrong program, or by none. */
const OTHER_KINDS = new Set(
  'csv doc docx epub gif htm html jpeg jpg json md odp ods odt png ppt pptx ps rtf svg tif tiff tsv txt webp xls xlsx xml yaml yml zip'.split(' '),
);

/**
 * An error for a file that would be new, and is called what a PDF is not. One that is there is looked into by `checkTarget`.
 *
 * @param path absolute path of the target
 */
export const checkEnding = async (path: string): Promise<Diagnostic[]> => {
  if (!OTHER_KINDS.has(extname(path).toLowerCase().slice(1)) || (await stat(path).catch(() => undefined))) return [];
  const message = `expected a file that ends in .pdf, found ${basename(path)} (--out)`;
  return [error('option', message, undefined, `choose such a name: ${basename(path, extname(path))}.pdf`)];
};

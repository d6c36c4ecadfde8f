/** Decodes the bytes of a list: UTF-8 as editors and spreadsheets write it, or the UTF-16 of “Unicode Text”. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import { type SourceFile, sourceFile } from '../diagnostics/source-file.ts';
import { knownFormat } from '../system/known-formats.ts';
import { decode } from '../yaml/decode.ts';

/** How a spreadsheet saves a list so that every letter is kept. */
export const SAVE_LIST = 'in Excel: save as “CSV UTF-8”; in Numbers: export as CSV; in LibreOffice: save as CSV with the character set Unicode (UTF-8)';

/** The marks that begin a text in UTF-16. */
const MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * Reads the bytes of a list. Text in another encoding is told, and never read with damaged letters.
 *
 * @param file absolute path, for the diagnostics
 */
export const decodeList = (file: string, bytes: Uint8Array): { source: SourceFile; diagnostics: Diagnostic[] } => {
  const wide = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (wide) return decodeWide(file, bytes, wide.encoding);
  const { source, diagnostics } = decode(file, bytes);
  // The way out of an editor is not that of a spreadsheet.
  const hint = (knownFormat(bytes)?.isSpreadsheet ?? true) ? SAVE_LIST : `put its table into a spreadsheet, and save that; ${SAVE_LIST}`;
  return { source, diagnostics: diagnostics.map((one) => (one.code === 'not-utf-8' || one.code === 'not-text' ? { ...one, hints: [hint] } : one)) };
};

const decodeWide = (file: string, bytes: Uint8Array, encoding: string): { source: SourceFile; diagnostics: Diagnostic[] } => {
  const at = { file, start: 0, end: 0 };
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return {
      source: sourceFile(file, text),
      diagnostics: [warning('list-encoding', `expected UTF-8, found ${encoding.toUpperCase()}: it is read as that`, at, SAVE_LIST)],
    };
  } catch {
    const message = `expected text in ${encoding.toUpperCase()}, as its first bytes say, found something else`;
    return { source: sourceFile(file, ''), diagnostics: [error('not-utf-8', message, at, SAVE_LIST)] };
  }
};

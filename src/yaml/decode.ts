/** Decodes the bytes of a file as UTF-8 text, and reports other encodings and files that are no text. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { type SourceFile, sourceFile } from '../diagnostics/source-file.ts';
import { isUtf16, knownFormat } from '../system/known-formats.ts';

const PLAIN_TEXT = 'save its words as plain text with the encoding UTF-8; in TextEdit: Format > Make Plain Text, in Word: Save As, Plain Text';
const SAVE_AS = 'save the file again with the encoding UTF-8';

/**
 * Reads bytes as UTF-8 and drops a byte order mark.
 *
 * @param file absolute path, for the diagnostics
 * @param bytes the whole file
 * @returns the text (up to the first invalid byte) and what is wrong with it
 */
export function decode(file: string, bytes: Uint8Array): { source: SourceFile; diagnostics: Diagnostic[] } {
  const known = knownFormat(bytes);
  const refused = (code: 'not-text' | 'not-utf-8', message: string, hint: string) => {
    const source = sourceFile(file, '');
    return { source, diagnostics: [error(code, message, { file, start: 0, end: 0 }, hint)] };
  };
  if (known) return refused('not-text', `expected text, found ${known.words}`, PLAIN_TEXT);
  if (isUtf16(bytes)) return refused('not-utf-8', 'expected UTF-8 text, found UTF-16', SAVE_AS);
  const good = readable(bytes);
  const source = sourceFile(file, new TextDecoder('utf-8').decode(bytes.subarray(0, good)));
  const end = source.text.length;
  if (good < bytes.length) {
    const byte = (bytes[good] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    const message = `expected UTF-8 text, found the byte 0x${byte} (byte ${good + 1} of the file)`;
    return { source, diagnostics: [error('not-utf-8', message, { file, start: end, end }, SAVE_AS)] };
  }
  const nul = source.text.indexOf('\0');
  if (nul < 0) return { source, diagnostics: loneReturn(source) };
  return {
    source,
    diagnostics: [
      error('not-text', 'expected text, found a NUL character', { file, start: nul, end: nul + 1 }, `delete it; where the file is no text, ${PLAIN_TEXT}`),
    ],
  };
}

/** An error for lines that end in a carriage return alone, as in files of Mac OS 9: the parser would read all of them as one line. */
function loneReturn({ file, text }: SourceFile): Diagnostic[] {
  const start = text.search(/\r(?!\n)/);
  if (start < 0) return [];
  const hint = 'save the file again with the line ends of Unix (LF) or Windows (CRLF)';
  return [error('line-ends', 'expected lines that end in LF or CRLF, found one that ends in CR alone', { file, start, end: start + 1 }, hint)];
}

/** How many bytes from the start are complete characters of UTF-8. */
function readable(bytes: Uint8Array): number {
  if (decodes(bytes, bytes.length, false)) return bytes.length;
  let low = 0;
  let high = bytes.length + 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (decodes(bytes, middle, true)) low = middle;
    else high = middle;
  }
  // An invalid character may be noticed only after its first bytes: go back to its start.
  while (low > 0 && !decodes(bytes, low, false)) low -= 1;
  return low;
}

/** Whether the first bytes are valid; with `open`, the last character may be incomplete. */
function decodes(bytes: Uint8Array, length: number, open: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: open });
    return true;
  } catch {
    return false;
  }
}

/** Tells what a file is that is no text, whatever its name says: by its first bytes, and by the names of the files that are packed in it. */
import { zipNames } from './zip-names.ts';

/** What a file is. */
export interface KnownFormat {
  /** In words for a message, such as `a spreadsheet of Excel (.xlsx)`. */
  words: string;
  /** Whether its words are in the cells of a table. */
  isSpreadsheet: boolean;
}

const spreadsheet = (words: string): KnownFormat => ({ words, isSpreadsheet: true });
const other = (words: string): KnownFormat => ({ words, isSpreadsheet: false });

/** As many bytes as a beginning takes. */
const BEGINNING = 256;
/** As many bytes stand before the name of the first file in a ZIP file (APPNOTE 6.3.10, 4.3.7). */
const HEAD = 30;

/** What is packed in a ZIP file, by the type that OpenDocument puts first, unpacked, behind its name (ODF 1.3, part 2, 3.3). */
const OPEN_DOCUMENTS: readonly [type: string, KnownFormat][] = [
  ['application/vnd.oasis.opendocument.spreadsheet', spreadsheet('a spreadsheet of LibreOffice (.ods)')],
  ['application/vnd.oasis.opendocument.text', other('a document of LibreOffice (.odt)')],
];

/** The same by the names of its files. */
const PACKED: readonly [name: string, KnownFormat][] = [
  ['word/document.', other('a document of Word (.docx)')],
  ['ppt/presentation.', other('a presentation of PowerPoint (.pptx)')],
  ['xl/workbook.', spreadsheet('a spreadsheet of Excel (.xlsx)')],
  ['Index/CalculationEngine', spreadsheet('a document of Numbers, Pages or Keynote')],
  ['Index/Document.iwa', spreadsheet('a document of Numbers, Pages or Keynote')],
];

/** What a ZIP file is. A document may hold others, whose names stand in its bytes too: only its own count. */
const packedFormat = (bytes: Buffer): KnownFormat => {
  const beginning = bytes.toString('latin1', 0, BEGINNING);
  const names = zipNames(bytes);
  const found =
    OPEN_DOCUMENTS.find(([type]) => beginning.startsWith('mimetype', HEAD) && beginning.includes(type)) ??
    PACKED.find(([name]) => (names ? names.some((one) => one.startsWith(name)) : bytes.includes(name)));
  return found?.[1] ?? other('a ZIP file');
};

/** What is in a compound file ([MS-CFB]): its streams have their names in UTF-16. */
const COMPOUND: readonly [stream: string, KnownFormat][] = [
  ['EncryptedPackage', spreadsheet('a spreadsheet or document that opens with a password')],
  ['WordDocument', other('a document of an old Word (.doc)')],
  ['Workbook', spreadsheet('a spreadsheet of an old Excel (.xls)')],
];

/** Kinds of files by their first bytes, as Latin-1. */
const BEGINNINGS: readonly [start: RegExp, (bytes: Buffer) => KnownFormat][] = [
  [/^PK\x03\x04/, packedFormat],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, (bytes) => COMPOUND.find(([name]) => bytes.includes(name, 'utf16le'))?.[1] ?? other('a document of an old Office')],
  [/^%PDF-/, () => other('a PDF')],
  [/^\{\\rtf/, () => other('a document of a word processor (RTF)')],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|meta)[\s>]/i, () => other('a page of HTML')],
  [/^\x89PNG\r\n\x1a\n|^\xff\xd8\xff|^GIF8[79]a/, () => other('a picture')],
  [/^\x1f\x8b/, () => other('a packed file (gzip)')],
];

/** What a file is; nothing where it is text, or of a kind that is not known. @param content the whole file */
export const knownFormat = (content: Uint8Array): KnownFormat | undefined => {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const beginning = bytes.toString('latin1', 0, BEGINNING);
  return BEGINNINGS.find(([start]) => start.test(beginning))?.[1](bytes);
};

/** What a file is instead of the expected one, for a message. */
export const foundFormat = (content: Uint8Array): string => (content.length === 0 ? 'an empty file' : (knownFormat(content)?.words ?? 'something else'));

/** Whether a file is text in UTF-16: it says so by its first bytes, or every other of its first ones is zero, as in text of Latin letters. */
export const isUtf16 = (content: Uint8Array): boolean => {
  const [first = 0, second = 0] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = [...content.subarray(0, BEGINNING)];
  return start.length > 3 && [0, 1].some((side) => start.every((byte, index) => (byte === 0) === (index % 2 === side)));
};

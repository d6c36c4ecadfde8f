/** Decodes the text strings of a PDF (ISO 32000-2, 7.9.2.2), in each encoding that programs write values in. */
import { pdfDocEncodingDecode } from '@cantoo/pdf-lib';

/** Byte order marks, each with its decoder. The last one is in no standard, but some programs write it. */
const MARKED: readonly (readonly [mark: readonly number[], label: string])[] = [
  [[0xfe, 0xff], 'utf-16be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
];

/** An escape sequence for the language of the text: not part of the text. */
// oxlint-disable-next-line no-control-regex -- it begins and ends with the escape character
const LANGUAGE = /\u001B[A-Za-z]{2}(?:[A-Za-z]{2})?\u001B/g;

/**
 * The text that a text string stands for: UTF-16 or UTF-8 by its byte order mark, else PDFDocEncoding.
 *
 * @param bytes of the string, without its brackets and with escapes resolved
 */
export const textOf = (bytes: Uint8Array): string => {
  const [mark, label] = MARKED.find(([found]) => found.every((byte, at) => bytes[at] === byte)) ?? [];
  if (!mark || !label) return decodedInParts(bytes);
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes.subarray(mark.length)).replaceAll(LANGUAGE, '');
};

/** In bytes. The library passes all letters of a text to one function: a long text would be more arguments than the stack takes. */
const PART = 10_000;

const decodedInParts = (bytes: Uint8Array): string =>
  Array.from({ length: Math.ceil(bytes.length / PART) }, (_, part) => pdfDocEncodingDecode(bytes.subarray(part * PART, (part + 1) * PART))).join('');

/** A text with each line end as one line feed: PDFium writes CR LF, others one of the two. */
export const withLineFeeds = (text: string): string => text.replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');

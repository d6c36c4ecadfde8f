/** Writes objects as they stand in the file (ISO 32000-1, 7.3), as pdfkit does but at once: annotations and structure elements are most of a file's objects. */
import type { Ref } from './reference.ts';

/** Signs that a text string writes with a backslash. */
const ESCAPED = /[\n\r\t\b\f()\\]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '(': '\\(', ')': '\\)', '\\': '\\\\' };

const ASCII = /^[\0-\u007f]*$/;

/** Of UTF-16 whose first byte is the more significant one (7.9.2.2). */
const BYTE_ORDER_MARK = '\u00fe\u00ff';

/** A text as bytes, a letter for each: ASCII, or UTF-16. */
const bytesOf = (text: string): string => {
  if (ASCII.test(text)) return text;
  let bytes = BYTE_ORDER_MARK;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return bytes;
};

const isRef = (value: object): value is Ref => 'id' in value && 'gen' in value;

/**
 * An object as text, a letter for each byte.
 *
 * @param value a number, a name (string), a text string (`textString`), a reference, a list or a dictionary of these; what is not defined is null
 *   in a list, and left out of a dictionary
 */
export const objectText = (value: unknown): string => {
  if (typeof value === 'string') return `/${value}`;
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6);
  if (typeof value !== 'object' || value === null) return String(value);
  // eslint-disable-next-line unicorn/no-instanceof-builtins -- text strings are wrapper objects, as pdfkit has them
  if (value instanceof String) return `(${bytesOf(value.valueOf()).replaceAll(ESCAPED, (sign) => ESCAPES[sign] ?? sign)})`;
  if (Array.isArray(value)) return `[${value.map((each: unknown) => objectText(each === undefined ? null : each)).join(' ')}]`;
  if (isRef(value)) return `${value.id} 0 R`;
  let text = '<<';
  for (const [key, entry] of Object.entries(value)) if (entry !== undefined) text += `\n/${key} ${objectText(entry)}`;
  return `${text}\n>>`;
};

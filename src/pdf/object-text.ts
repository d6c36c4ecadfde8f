/** Writes objects as they stand in the file (ISO 32000-1, 7.3), as pdfkit does but at once: annotations and structure elements are most of a file's objects. */
import type { Ref } from './reference.ts';

/** An object that is no stream, as it stands in the file between `obj` and `endobj`. */
export interface SmallObject {
  id: number;
  body: string;
}

/** Signs that a text string writes with a backslash. */
const ESCAPED = /[\n\r\t\b\f()\\]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '(': '\\(', ')': '\\)', '\\': '\\\\' };

const ASCII = /^[\0-\u007f]*$/;

/** Of UTF-16 whose first byte is the more significant one (7.9.2.2). */
const BYTE_ORDER_MARK = '\u00fe\u00ff';

/** A text as bytes, a letter for each: ASCII, or UTF-16. */
const bytesOf = (text: string): string => {
  if (ASCII.test(text)) return text;
  return BYTE_ORDER_MARK + Buffer.from(text, 'utf16le').swap16().toString('latin1');
};

/** A reference to an object, by its number. */
export const reference = (id: number): string => `${id} 0 R`;

/** What is text already, among values that pdfkit or `objectText` writes: these take neither a dictionary nor a name for it. */
class Written {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get [Symbol.toStringTag](): string {
    return Written.name;
  }

  toString(): string {
    return this.#text;
  }
}

/** A list of references, by the numbers of their objects; some thousands of them need not be objects themselves. */
export const references = (ids: readonly number[]): unknown => new Written(`[${ids.map(reference).join(' ')}]`);

/** A text string as it stands in the file. @param text without places where a word may be broken */
export const stringText = (text: string): string => `(${bytesOf(text).replaceAll(ESCAPED, (sign) => ESCAPES[sign] ?? sign)})`;

const isRef = (value: object): value is Ref => 'id' in value && 'gen' in value;

const write = (value: unknown, into: string[]): void => {
  if (typeof value === 'string') into.push('/', value);
  else if (typeof value === 'number') into.push(String(Math.round(value * 1e6) / 1e6));
  else if (typeof value !== 'object' || value === null) into.push(String(value));
  // eslint-disable-next-line unicorn/no-instanceof-builtins -- text strings are wrapper objects, as pdfkit has them
  else if (value instanceof String) into.push(stringText(value.valueOf()));
  else if (value instanceof Written) into.push(value.toString());
  else if (Array.isArray(value)) writeList(value, into);
  else if (isRef(value)) into.push(reference(value.id));
  else {
    into.push('<<');
    for (const [key, entry] of Object.entries(value)) {
      if (entry === undefined) continue;
      into.push('\n/', key, ' ');
      write(entry, into);
    }
    into.push('\n>>');
  }
};

const writeList = (list: readonly unknown[], into: string[]): void => {
  into.push('[');
  for (const [index, each] of list.entries()) {
    if (index > 0) into.push(' ');
    write(each ?? null, into);
  }
  into.push(']');
};

/**
 * An object as text, a letter for each byte.
 *
 * @param value a number, a name (string), a text string (`textString`), a reference, a list or a dictionary of these; what is not defined is null
 *   in a list, and left out of a dictionary
 */
export const objectText = (value: unknown): string => {
  // Joined at the end: a text that grows piece by piece is kept in as many pieces, for some thousands of objects until the file is closed.
  const pieces: string[] = [];
  write(value, pieces);
  return pieces.join('');
};

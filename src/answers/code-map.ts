/** Reads which characters the codes of a font stand for. */
import { PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { Objects } from './objects.ts';

export interface CodeMap {
  /** How many bytes a code has. */
  width: 1 | 2;
  /** The text of a code; nothing where the font does not declare it. */
  text(code: number): string | undefined;
}

const HEX = /<([0-9A-Fa-f\s]*)>/g;
const windows = new TextDecoder('windows-1252');

/** No font has more codes: a longer range is a sign of damage. */
const MOST_CODES = 0x1_0000;

/**
 * Reads the codes of a font from its ToUnicode map (ISO 32000-1, 9.10.3), or from its encoding where that is one of Windows.
 *
 * @returns nothing where its codes cannot be read
 */
export const codeMapOf = (objects: Objects, font: PDFDict): CodeMap | undefined => {
  const composite = objects.name(font, 'Subtype') === 'Type0';
  const width = composite ? 2 : 1;
  const told = objects.get(font, 'ToUnicode');
  const map = objects.asStream(told) ? toUnicode(Buffer.from(objects.bytes(told)).toString('latin1')) : undefined;
  if (composite) return map && { width, text: (code) => map.get(code) };
  const differences = differencesOf(objects, font);
  return { width, text: (code) => map?.get(code) ?? (differences.has(code) ? differences.get(code) : plain(code)) };
};

/** WinAnsiEncoding: the encoding of the form’s fonts; other usual encodings have the same ASCII letters. */
const plain = (code: number): string | undefined => (code < 32 ? undefined : windows.decode(Uint8Array.of(code)));

const toUnicode = (map: string): Map<number, string> => {
  const found = new Map<number, string>();
  // Counted by what is set, not by what is kept: ranges may name the same codes again and again.
  const given = { times: 0 };
  const set = (code: number, text: string): void => {
    found.set(code, text);
    given.times += 1;
  };
  for (const [, section = ''] of map.matchAll(/beginbfchar([^]*?)(?:endbfchar|$)/g)) {
    const entries = [...section.matchAll(HEX)].map(([, digits = '']) => digits);
    for (let at = 0; at + 1 < entries.length && given.times < MOST_CODES; at += 2) set(Number.parseInt(entries[at] ?? '', 16), utf16(entries[at + 1] ?? ''));
  }
  for (const [, section = ''] of map.matchAll(/beginbfrange([^]*?)(?:endbfrange|$)/g)) {
    for (const [, from = '', to = '', first, list] of section.matchAll(/<([^<>]*)>\s*<([^<>]*)>\s*(?:<([^<>]*)>|\[([^[\]]*)\])/g)) {
      const [begin, end] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      const texts = list === undefined ? undefined : [...list.matchAll(HEX)].map(([, digits = '']) => utf16(digits));
      const start = utf16(first ?? '');
      for (let code = begin; code <= end && given.times < MOST_CODES; code += 1) set(code, texts ? (texts[code - begin] ?? '') : after(start, code - begin));
    }
  }
  return found;
};

/** The text with a number added to its last code unit, as ranges of a ToUnicode map count. */
const after = (text: string, count: number): string =>
  text === '' ? '' : text.slice(0, -1) + String.fromCharCode((text.charCodeAt(text.length - 1) + count) & 0xffff);

const utf16 = (digits: string): string => {
  const bytes = Buffer.from(digits.replaceAll(/\s/g, ''), 'hex');
  return bytes
    .subarray(0, bytes.length & ~1)
    .swap16()
    .toString('utf16le');
};

/** The codes that an encoding redefines in its Differences; glyph names that are not known here give no text. */
const differencesOf = (objects: Objects, font: PDFDict): Map<number, string | undefined> => {
  const found = new Map<number, string | undefined>();
  const encoding = objects.dict(font, 'Encoding');
  let code = 0;
  for (const entry of encoding ? objects.list(encoding, 'Differences') : []) {
    const value = objects.follow(entry);
    if (value instanceof PDFNumber) code = value.asNumber();
    else if (value instanceof PDFName) {
      found.set(code, named(value.decodeText()));
      code += 1;
    }
  }
  return found;
};

const named = (name: string): string | undefined => {
  if (name.length === 1) return name;
  if (name === 'space') return ' ';
  const digits = /^(?:uni|u)([0-9A-F]{4,6})$/.exec(name)?.[1];
  const point = digits === undefined ? Number.NaN : Number.parseInt(digits, 16);
  return point <= 0x10_ffff ? String.fromCodePoint(point) : undefined;
};

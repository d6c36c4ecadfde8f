/** Makes the encoding of the font in form fields: WinAnsiEncoding, with letters of the book's language in place of signs that nobody types. */
import { glyphName, typingLetters } from './typing-letters.ts';

/** Code points of WinAnsiEncoding 0x80–0x9F (ISO 32000-1, annex D.2); undefined codes print as bullets there. */
const HIGH = [
  0x20ac, 0x2022, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x2022, 0x017d, 0x2022, 0x2022, 0x2018, 0x2019,
  0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x2022, 0x017e, 0x0178,
];

/** The code point that a code of WinAnsiEncoding stands for. Node’s own windows-1252 decoder gives C1 controls for some. */
const winAnsi = (code: number): number => {
  if (code === 0x7f) return 0x2022;
  if (code >= 0x80 && code < 0xa0) return HIGH[code - 0x80] as number;
  if (code === 0xa0) return 0x20;
  return code === 0xad ? 0x2d : code;
};

const FIRST = 1;
const LAST = 255;
const SPACE = 32;
const NO_BREAK_SPACE = 0xa0;

/** Codes that WinAnsiEncoding gives no sign of their own. Tab and line ends are left alone. */
const UNUSED = [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, ...Array.from({ length: 18 }, (_, index) => 14 + index), 127, 129, 141, 143, 144, 157, 173];

/** Signs of WinAnsiEncoding that are hardly ever typed, the rarest first: ˜ ˆ ¸ ¦ ¤ ƒ ¬ ¯ ‡ ‰ ¶ ¨ ´ ¹ † µ ¥ ¼ ¾ ±. */
const RARE = [152, 136, 184, 166, 164, 131, 172, 175, 135, 137, 182, 168, 180, 185, 134, 181, 165, 188, 190, 177];

/** A code that stands for something else than in WinAnsiEncoding. */
export interface Difference {
  code: number;
  /** The name of the glyph. */
  name: string;
  codePoint: number;
}

export interface TypingEncoding {
  first: number;
  last: number;
  /** In the order of codes. */
  differences: readonly Difference[];
  /** The code point of a code from `first` to `last`; nothing where the code is never used. */
  codePoint(code: number): number | undefined;
}

/**
 * Makes the encoding for a book.
 *
 * @param language a BCP 47 tag
 * @param has whether the font has a character
 */
export const typingEncoding = (language: string, has: (codePoint: number) => boolean): TypingEncoding => {
  const free = [...UNUSED, ...RARE];
  const letters = typingLetters(language).filter((letter) => has(letter.codePointAt(0) ?? 0));
  const differences: Difference[] = letters
    .slice(0, free.length)
    .map((letter, index) => ({ code: free[index] as number, name: glyphName(letter) as string, codePoint: letter.codePointAt(0) as number }));
  // Pasted from a web page or a word processor, it is the sign that most often is not in WinAnsi as viewers read it.
  if (has(NO_BREAK_SPACE)) differences.push({ code: NO_BREAK_SPACE, name: 'nbspace', codePoint: NO_BREAK_SPACE });
  const byCode = new Map(differences.map((one) => [one.code, one.codePoint]));
  return {
    first: FIRST,
    last: LAST,
    differences: differences.toSorted((one, other) => one.code - other.code),
    codePoint: (code) => byCode.get(code) ?? (code >= SPACE ? winAnsi(code) : undefined),
  };
};

/** The array of `/Differences` (ISO 32000-1, 9.6.6.1): a code, then names for it and the codes that follow. */
export const differencesArray = (differences: readonly Difference[]): (number | string)[] =>
  differences.flatMap(({ code, name }, index) => (differences[index - 1]?.code === code - 1 ? [name] : [code, name]));

const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');

/** The ToUnicode map of the encoding (ISO 32000-1, 9.10.3): a letter whose name in the font means another one is told by it. */
export const toUnicodeMap = ({ first, last, codePoint }: TypingEncoding): string => {
  const rows: string[] = [];
  for (let code = first; code <= last; code += 1) {
    const value = codePoint(code);
    if (value !== undefined) rows.push(`<${hex(code, 2)}> <${hex(value, 4)}>`);
  }
  // A block holds at most 100 rows.
  const blocks = Array.from({ length: Math.ceil(rows.length / 100) }, (_, index) => rows.slice(index * 100, index * 100 + 100));
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<00> <FF>',
    'endcodespacerange',
    ...blocks.flatMap((block) => [`${block.length} beginbfchar`, ...block, 'endbfchar']),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
};

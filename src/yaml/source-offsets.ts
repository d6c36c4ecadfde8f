/** Converts offsets into the value of a scalar to offsets into the file, across quoting, folding and indentation. */
import { isScalar, type Node, Scalar } from 'yaml';
import { writtenOffset } from './unicode-normal-form.ts';

/**
 * The offset in the file of a character of a scalar's value.
 * Walks the raw text and the value side by side, so it holds for every style, escapes and folded lines included.
 *
 * @param text the whole file
 * @param node the scalar
 * @param index into its value as `plainValue` gives it, white space at the start of the value not counted
 * @returns undefined when the node is not a parsed text
 */
export function textOffset(text: string, node: Node, index: number): number | undefined {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined;
  const value = node.value;
  const lead = value.length - value.trimStart().length;
  return rawOffset(text, node, value, lead + writtenOffset(value.slice(lead), index));
}

/** The same, with white space at the start of the value counted. */
export function rawOffset(text: string, node: Scalar, value: string, index: number): number {
  const [start = 0, end = 0] = node.range ?? [];
  const block = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
  const offset = block ? inBlock(text, value, index, start, end) : inFlow(text, node.type, index, start, end);
  return Math.max(start, Math.min(offset, end));
}

/** Line ends in a flow scalar with the white space around them: one becomes a space, n become n − 1 line ends. */
const FOLD = /[ \t]*(?:\r?\n[ \t]*)+/y;

/** Plain and quoted text: each character, escape or fold in the file gives a known number of characters of the value. */
function inFlow(text: string, type: Scalar['type'], index: number, start: number, end: number): number {
  const double = type === Scalar.QUOTE_DOUBLE;
  const single = type === Scalar.QUOTE_SINGLE;
  let raw = double || single ? start + 1 : start;
  for (let at = 0; raw < end;) {
    FOLD.lastIndex = raw;
    const fold = /[ \t\r\n]/.test(text[raw] ?? '') ? FOLD.exec(text)?.[0] : undefined;
    const unit = fold === undefined ? unitAt(text, raw, double, single) : { length: fold.length, width: Math.max(1, fold.split('\n').length - 2) };
    if (at + unit.width > index) return raw;
    raw += unit.length;
    at += unit.width;
  }
  return raw;
}

/** The length of a character or escape in the file, and the number of characters that it gives in the value. */
function unitAt(text: string, raw: number, double: boolean, single: boolean): { length: number; width: number } {
  if (single && text[raw] === "'") return { length: 2, width: 1 };
  if (!double || text[raw] !== '\\') return { length: 1, width: 1 };
  const sign = text[raw + 1];
  if (sign === '\n' || sign === '\r') return { length: /^\\\r?\n(?:[ \t]*\r?\n)*[ \t]*/.exec(text.slice(raw, raw + 1000))?.[0].length ?? 2, width: 0 };
  const digits = sign === 'x' ? 2 : sign === 'u' ? 4 : sign === 'U' ? 8 : 0;
  const code = digits > 0 ? Number.parseInt(text.slice(raw + 2, raw + 2 + digits), 16) : 0;
  return { length: 2 + digits, width: code > 0xffff ? 2 : 1 };
}

/** The end of the white space at an offset. */
function skip(from: number, to: number, within: string): number {
  let at = from;
  while (at < to && /\s/.test(within[at] ?? '')) at += 1;
  return at;
}

/** Block text: file and value differ only in white space. */
function inBlock(text: string, value: string, index: number, start: number, end: number): number {
  // The header line is not part of the value.
  const header = text.indexOf('\n', start);
  let raw = header < 0 || header >= end ? end : header + 1;
  for (let at = 0; raw < end; at += 1, raw += 1) {
    const next = skip(at, index, value);
    if (next > at || /\s/.test(text[raw] ?? '')) raw = skip(raw, end, text);
    at = next;
    if (at >= index) return raw;
  }
  return raw;
}

/** From a place in the value of a scalar to its place in the file: quoting, folding and indentation lie between. */
import { isScalar, type Node, Scalar } from 'yaml';

/**
 * The offset in the file of a character of a scalar's value.
 * Walks the raw text and the value side by side, so it holds for every style, escapes and folded lines included.
 *
 * @param text the whole file
 * @param node the scalar
 * @param index into its value, white space at the start of the value not counted
 * @returns nothing when the node is no text that was parsed
 */
export function textOffset(text: string, node: Node, index: number): number | undefined {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined;
  const value = node.value;
  const lead = value.length - value.trimStart().length;
  return rawOffset(text, node, value, index + lead);
}

/** The offset in the file of a character of a scalar's value, all of the value counted. */
export function rawOffset(text: string, node: Scalar, value: string, index: number): number {
  const [start = 0, end = 0] = node.range ?? [];
  let raw = start;
  const double = node.type === Scalar.QUOTE_DOUBLE;
  const single = node.type === Scalar.QUOTE_SINGLE;
  if (double || single) raw += 1;
  else if (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED) {
    // The header line is not part of the value.
    const line = text.indexOf('\n', raw);
    raw = line < 0 || line >= end ? end : line + 1;
  }
  const space = /\s/;
  for (let at = 0; at < index && raw < end; ) {
    const wanted = value[at] ?? '';
    if (space.test(wanted)) {
      // White space in the value stands for any run of white space in the file, and the other way round.
      while (at < index && space.test(value[at] ?? '')) at += 1;
      if (double && text[raw] === '\\') raw += escape(text, raw).length;
      while (raw < end && space.test(text[raw] ?? '')) raw += 1;
      continue;
    }
    while (raw < end && space.test(text[raw] ?? '')) raw += 1;
    if (double && text[raw] === '\\') {
      const sequence = escape(text, raw);
      raw += sequence.length;
      at += sequence.width;
    } else {
      raw += single && text[raw] === "'" ? 2 : 1;
      at += 1;
    }
  }
  while (raw < end && !space.test(value[index] ?? ' ') && space.test(text[raw] ?? '')) raw += 1;
  return Math.min(raw, Math.max(start, end));
}

/** How long an escape is in the file, and how many units of the value it makes. */
function escape(text: string, raw: number): { length: number; width: number } {
  const sign = text[raw + 1];
  const digits = sign === 'x' ? 2 : sign === 'u' ? 4 : sign === 'U' ? 8 : 0;
  if (sign === '\n' || sign === '\r') {
    const rest = /^\\\r?\n[ \t]*/.exec(text.slice(raw, raw + 400))?.[0] ?? '\\\n';
    return { length: rest.length, width: 0 };
  }
  const code = digits > 0 ? Number.parseInt(text.slice(raw + 2, raw + 2 + digits), 16) : 0;
  return { length: 2 + digits, width: code > 0xffff ? 2 : 1 };
}

/** The shape of a file before its document is built: building recurses, and a file made for it would end the process. */
import type { CST } from 'yaml';

/** Far more than any workbook or theme needs. */
const DEEPEST = 50;

export interface Shape {
  /** The offset of a map or list that lies too deep. */
  tooDeep?: number;
  aliases: boolean;
}

/**
 * Walks over the concrete syntax of a file without recursing.
 *
 * @param tokens as the parser gives them
 */
export function shapeOf(tokens: readonly CST.Token[]): Shape {
  let aliases = false;
  const open: [token: CST.Token, depth: number][] = tokens.map((token) => [token, 0]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next;
    if (depth > DEEPEST) return { tooDeep: token.offset, aliases };
    if (token.type === 'alias') aliases = true;
    if (token.type === 'document') {
      if (token.value) open.push([token.value, depth]);
    } else if ('items' in token) {
      for (const item of token.items) {
        if ('key' in item && item.key) open.push([item.key, depth + 1]);
        if (item.value) open.push([item.value, depth + 1]);
      }
    }
  }
  return { aliases };
}

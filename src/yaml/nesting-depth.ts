/** Checks how deeply a file is nested before its document is built: building recurses, and a malicious file would overflow the stack. */
import type { CST } from 'yaml';

/** The deepest nesting allowed: far more than any workbook or theme needs. */
const DEEPEST = 50;

export interface Nesting {
  /** The offset of a map or list that is nested too deeply. */
  tooDeep?: number;
  aliases: boolean;
}

/**
 * Walks through the concrete syntax of a file without recursion.
 *
 * @param tokens as the parser gives them
 */
export function nestingOf(tokens: readonly CST.Token[]): Nesting {
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

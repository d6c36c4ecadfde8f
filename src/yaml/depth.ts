/** How deep maps and lists lie in each other. Building the document recurses, and a file made for it would end the process. */
import type { CST } from 'yaml';

/** Far more than any workbook or theme needs. */
const DEEPEST = 50;

/**
 * Looks for nesting that goes too deep.
 *
 * @param tokens the concrete syntax of a file
 * @returns the offset of the first map or list that lies too deep, or nothing
 */
export function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  const open: [token: CST.Token, depth: number][] = tokens.map((token) => [token, 0]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next;
    if (depth > DEEPEST) return token.offset;
    if (token.type === 'document') {
      if (token.value) open.push([token.value, depth]);
    } else if ('items' in token) {
      for (const item of token.items) {
        if ('key' in item && item.key) open.push([item.key, depth + 1]);
        if (item.value) open.push([item.value, depth + 1]);
      }
    }
  }
  return undefined;
}

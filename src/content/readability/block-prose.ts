/** Finds the texts of a block that consist of sentences: its prose, not its labels. */
import { isMap, isScalar, isSeq, type Document, type Scalar } from 'yaml';
import { isProse } from '../plain-text.ts';
import { nodeAt, type Path } from '../../yaml/index.ts';

/** Keys that are skipped: notes are for counselors, and inner blocks are checked on their own. */
const NOT_OWN = new Set(['blocks', 'counselor']);

/**
 * The prose of a block, in the order of the file. Aliases are skipped: their text is checked at the anchor.
 *
 * @param document the file
 * @param path the path of the block in it
 * @param value the block as the schema returned it, which distinguishes prose from labels
 */
export function proseIn(document: Document, path: Path, value: unknown): Scalar<string>[] {
  const texts: Scalar<string>[] = [];
  const walk = (node: unknown, part: unknown): void => {
    if (isScalar(node)) {
      if (typeof node.value === 'string' && isText(part)) texts.push(node as Scalar<string>);
    } else if (isSeq(node) && Array.isArray(part)) {
      node.items.forEach((item, index) => walk(item, part[index]));
    } else if (isMap(node) && typeof part === 'object' && part !== null) {
      for (const { key, value: inner } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        if (!NOT_OWN.has(name)) walk(inner, (part as Record<string, unknown>)[name]);
      }
    }
  };
  walk(nodeAt(document, path), value);
  return texts;
}

/** A paragraph, or a list of one paragraph, which the author may write as plain text. */
const isText = (value: unknown): boolean => isProse(value) || (Array.isArray(value) && value.length === 1 && isProse(value[0]));

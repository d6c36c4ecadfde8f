/** The texts of a document, collected once for all the checks that look at them. */
import { type Document, isMap, isScalar, isSeq, type Scalar } from 'yaml';

/** A text that is a value. */
export interface Text {
  node: Scalar<string>;
  /** The keys above it, from the top, without the indexes of lists. */
  keys: readonly string[];
}

/** A cache: documents are never changed. */
const known = new WeakMap<Document, readonly Text[]>();

/**
 * Every text that is a value, in the order of the file; keys are not values, and the target of an alias counts once.
 *
 * @param document a parsed document, which is not changed afterwards
 */
export function textsOf(document: Document): readonly Text[] {
  const before = known.get(document);
  if (before) return before;
  const texts: Text[] = [];
  gather(document.contents, [], texts);
  known.set(document, texts);
  return texts;
}

function gather(node: unknown, keys: readonly string[], texts: Text[]): void {
  if (isScalar(node)) {
    if (typeof node.value === 'string') texts.push({ node: node as Scalar<string>, keys });
  } else if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (value !== null) gather(value, isScalar(key) ? [...keys, String(key.value)] : keys, texts);
    }
  } else if (isSeq(node)) {
    for (const item of node.items) gather(item, keys, texts);
  }
}

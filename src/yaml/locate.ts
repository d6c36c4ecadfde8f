/** Finds the offsets of values and keys in a parsed document. */
import { type Document, isAlias, isCollection, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';

export type Path = readonly PropertyKey[];
/** Offsets into the text: of the first character, and after the last. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The place of a value. If the path leads nowhere, it is that of the first key of the nearest map on the path:
 * one key points at the map better than all its lines.
 *
 * @param document a parsed document
 * @param path keys and indexes from the top
 */
export function locate(document: Document, path: Path): Span {
  let node = resolved(document, document.contents);
  let key: Node | undefined;
  for (const step of path) {
    const found = child(document, node, step);
    if (!found) return node ? head(node) : { start: 0, end: 0 };
    ({ key, node } = found);
  }
  if (!node) return key ? span(key) : { start: 0, end: 0 };
  // An empty value has no characters of its own.
  if (isScalar(node) && node.range && node.range[0] === node.range[1] && key) return span(key);
  return span(node);
}

/** The place of the last key of a path; if it has none, that of the value. */
export function locateKey(document: Document, path: Path): Span {
  const parent = nodeAt(document, path.slice(0, -1));
  const last = path.at(-1);
  const found = last === undefined ? undefined : child(document, parent, last);
  return found?.key ? span(found.key) : locate(document, path);
}

/** The node that a path leads to, with aliases resolved; undefined if there is none. */
export function nodeAt(document: Document, path: Path): Node | undefined {
  let node = resolved(document, document.contents);
  for (const step of path) node = child(document, node, step)?.node;
  return node;
}

/** A pair's key as text. */
export const keyText = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : '');

function child(document: Document, node: Node | undefined, step: PropertyKey): { key?: Node; node?: Node } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
    if (!pair) return undefined;
    const value = resolved(document, pair.value as Node | null);
    return { key: pair.key as Node, ...(value ? { node: value } : {}) };
  }
  if (!isSeq(node)) return undefined;
  const value = resolved(document, node.items[Number(step)] as Node | null | undefined);
  return value ? { node: value } : undefined;
}

function resolved(document: Document, node: Node | null | undefined): Node | undefined {
  let current: Node | null | undefined = node;
  while (isAlias(current)) current = current.resolve(document);
  return current ?? undefined;
}

/** The first key of a map, or the start of anything else. */
function head(node: Node): Span {
  const first = isCollection(node) ? node.items[0] : undefined;
  const key = first && 'key' in (first as Pair) ? ((first as Pair).key as Node) : undefined;
  return key?.range ? span(key) : span(node);
}

function span(node: Node): Span {
  const [start = 0, end = 0] = node.range ?? [];
  return { start, end };
}

/** Checks keys: each must be text, and each merge key (`<<`) needs a map. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';

/**
 * Checks all keys of a document.
 *
 * @param document a parsed document
 * @param file absolute path, for the diagnostics
 */
export function checkKeys(document: Document, file: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const refuse = (node: unknown, message: string, hint: string) => {
    const [start = 0, end = 0] = (node as Node | null)?.range ?? [];
    diagnostics.push(error('yaml', message, { file, start, end }, hint));
  };
  const walk = (node: unknown): void => {
    if (isSeq(node)) node.items.forEach(walk);
    if (!isMap(node)) return;
    for (const pair of node.items) {
      if (!isScalar(pair.key))
        refuse(pair.key, 'expected text as a key, found something else', 'text that begins with "[", "{", "*" or "?" needs quotation marks');
      else if (isMerge(pair) && !mergeable(document, pair.value))
        refuse(
          pair.key,
          'expected a map, or an alias of one, behind "<<", found something else',
          'write for instance "<<: *shared", with "&shared" before a map above it',
        );
      walk(pair.value);
    }
  };
  walk(document.contents);
  return diagnostics;
}

/** The parser represents a merge key as a symbol. */
const isMerge = ({ key }: Pair): boolean => isScalar(key) && typeof key.value === 'symbol';

function mergeable(document: Document, value: unknown): boolean {
  const target = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);
  const source = target(value);
  // The check of aliases reports an alias without an anchor.
  if (source === undefined) return true;
  return isMap(source) || (isSeq(source) && source.items.every((item) => isMap(target(item)) || target(item) === undefined));
}

/** Checks aliases: each needs its anchor, none may contain itself, and together they must not expand to too much. */
import { type Document, isAlias, isCollection, isPair, isScalar, type Node } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';

/** How many values all aliases of a file may expand to; a workbook that shares some lines needs a few dozen. */
const MOST = 2000;

/**
 * Counts the values that the aliases of a document expand to, without expanding them.
 *
 * @param document a parsed document
 * @param file absolute path, for the diagnostics
 * @returns an error at each alias that cannot be read; empty when the document may be expanded
 */
export function checkAliases(document: Document, file: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const sizes = new Map<string, number>();
  const open = new Set<string>();
  let total = 0;

  const refuse = (node: Node, message: string, hint: string) => {
    const [start = 0, end = 0] = node.range ?? [];
    diagnostics.push(error('alias', message, { file, start, end }, hint));
  };

  /** The number of values in a node, with each alias expanded. */
  const measure = (node: unknown): number => {
    if (total > MOST) return 0;
    if (isPair(node)) return measure(node.key) + measure(node.value);
    if (isAlias(node)) {
      const size = sizes.get(node.source);
      if (open.has(node.source))
        refuse(node, `expected an alias of something else, found "*${node.source}" inside its own anchor`, 'write the part out instead');
      else if (size === undefined)
        refuse(node, `expected an anchor "&${node.source}" before this alias, found none`, 'put quotation marks around the text if no alias is meant');
      else {
        total += size;
        if (total > MOST) refuse(node, `expected aliases for at most ${MOST} values in a file, found more`, 'write the parts out, or divide the file');
        return size;
      }
      return 1;
    }
    if (!isScalar(node) && !isCollection(node)) return 0;
    const anchor = node.anchor;
    if (anchor) open.add(anchor);
    let size = 1;
    if (isCollection(node)) for (const item of node.items) size += measure(item);
    if (anchor) {
      open.delete(anchor);
      sizes.set(anchor, size);
    }
    return size;
  };
  measure(document.contents);
  return diagnostics;
}

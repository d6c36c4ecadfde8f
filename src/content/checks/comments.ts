/** Comments that may have been meant as text: YAML ends a line at " #", and "Group #2" would be printed as "Group". */
import { Scalar } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { warning } from '../../diagnostics/make.ts';
import { textsOf, type YamlFile } from '../../yaml/index.ts';

/** `#` and a letter or a digit right behind it, as in #2: a comment mostly has a space there. */
const MEANT = /^[ \t]+#(?=[\p{L}\p{N}])[^\n]*/u;

/**
 * Finds texts without quotation marks that a "#" cuts short.
 */
export function checkComments({ document, source }: YamlFile): Diagnostic[] {
  if (!document) return [];
  return textsOf(document).flatMap(({ node }) => {
    const end = node.range?.[1];
    if (node.type !== Scalar.PLAIN || end === undefined) return [];
    const [cut] = MEANT.exec(source.text.slice(end)) ?? [];
    if (cut === undefined) return [];
    const at = { file: source.file, start: end + cut.indexOf('#'), end: end + cut.trimEnd().length };
    return [
      warning(
        'cut-text',
        `expected the whole text to be printed, found a comment behind it: ${cut.trim()}`,
        at,
        'put quotation marks around the text if this belongs to it; else put a space behind the #',
      ),
    ];
  });
}

/** Warns of comments that may have been meant as text: in YAML " #" begins a comment, so that "Group #2" would be printed as "Group". */
import { Scalar } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { warning } from '../../diagnostics/make.ts';
import { textsOf, type YamlFile } from '../../yaml/index.ts';

/** `#` directly before a letter or digit, as in #2: most comments have a space there. */
const MEANT = /^[ \t]+#(?=[\p{L}\p{N}])[^\n]*/u;

/** Finds texts without quotation marks that are followed by such a comment. */
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

/** Reports empty lines inside of texts: YAML folds them, so that two paragraphs would be printed as one. */
import { type Document, Scalar } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error } from '../../diagnostics/make.ts';
import { rawOffset, readOnce, textsOf, type YamlFile } from '../../yaml/index.ts';

/** Finds empty lines in folded texts (plain, quoted or `>`). Literal texts (`|`) keep them, and the markdown parser reports them. */
export function checkParagraphs({ document, source }: YamlFile): readonly Diagnostic[] {
  return document ? readOnce(document, 'paragraphs', () => secondParagraphs(document, source)) : [];
}

const secondParagraphs = (document: Document, source: YamlFile['source']): Diagnostic[] => {
  const diagnostics: Diagnostic[] = [];
  for (const { node } of textsOf(document)) {
    const text = node.value;
    if (node.type === Scalar.BLOCK_LITERAL || !text.includes('\n')) continue;
    const index = text.trimEnd().search(/\n\s*\S/);
    if (index < 0 || text.trimStart().length < text.length - index) continue;
    const next = index + (/^\s*/.exec(text.slice(index))?.[0].length ?? 0);
    const start = rawOffset(source.text, node, text, next);
    const at = { file: source.file, start, end: Math.min(start + 1, source.text.length) };
    // In double quotation marks, "\n" has the effect of an empty line.
    const what = /\n[ \t]*\r?\n/.test(source.text.slice(node.range?.[0], node.range?.[1])) ? 'empty line' : '"\\n"';
    diagnostics.push(
      error(
        'markdown',
        `expected one paragraph, found a second one behind ${what === 'empty line' ? 'an' : 'a'} ${what}`,
        at,
        `remove the ${what}; where a list of paragraphs is taken, make it an item of its own`,
      ),
    );
  }
  return diagnostics;
};

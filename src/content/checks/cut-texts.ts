/** Warns of texts of which YAML takes a part for something else: in "Group #2" a comment, in "&A Look back" a name for the rest. It would not be printed. */
import { type Document, isAlias, Scalar, visit } from 'yaml';
import type { Diagnostic, Location } from '../../diagnostics/diagnostic.ts';
import { warning } from '../../diagnostics/make.ts';
import { readOnce, textsOf, type YamlFile } from '../../yaml/index.ts';

/** `#` directly before a letter or digit, as in #2: most comments have a space there. */
const MEANT = /^[ \t]+#(?=[\p{L}\p{N}])[^\n]*/u;

/** Finds texts without quotation marks that are cut behind, and texts that are cut before by a name that nothing uses. */
export function checkCutTexts({ document, source }: YamlFile): readonly Diagnostic[] {
  return document ? readOnce(document, 'cut texts', () => cutTextsIn(document, source)) : [];
}

const cutTextsIn = (document: Document, source: YamlFile['source']): Diagnostic[] => {
  const used = usedAnchors(document);
  return textsOf(document).flatMap(({ node }) => {
    const [start, end] = node.range ?? [0, 0];
    const at = (from: number, length: number): Location => ({ file: source.file, start: from, end: from + length });
    const { anchor } = node;
    const name = anchor === undefined || used.has(anchor) ? -1 : source.text.lastIndexOf(`&${anchor}`, start);
    const [cut = ''] = (node.type === Scalar.PLAIN && MEANT.exec(source.text.slice(end))) || [];
    return [...(name < 0 ? [] : [unusedName(`&${anchor}`, at(name, `&${anchor}`.length))]), ...(cut === '' ? [] : [comment(cut, at, end)])];
  });
};

/** The names that parts of a document are repeated by. */
const usedAnchors = (document: Document): ReadonlySet<string> => {
  const used = new Set<string>();
  visit(document, (_, node) => void (isAlias(node) && used.add(node.source)));
  return used;
};

const unusedName = (name: string, at: Location): Diagnostic =>
  warning(
    'cut-text',
    `expected the whole text to be printed, found a name before it (an anchor): ${name}`,
    at,
    'put quotation marks around the text if this belongs to it; else take the name out, as nothing in the file uses it',
  );

const comment = (cut: string, at: (from: number, length: number) => Location, end: number): Diagnostic => {
  const hash = cut.indexOf('#');
  return warning(
    'cut-text',
    `expected the whole text to be printed, found a comment behind it: ${cut.trim()}`,
    at(end + hash, cut.trimEnd().length - hash),
    'put quotation marks around the text if this belongs to it; else put a space behind the #',
  );
};

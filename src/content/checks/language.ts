/** The language of a workbook is told twice: by its folder, and in `workbook.yaml`. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { warning } from '../../diagnostics/make.ts';
import { locate, nodeAt, type YamlFile } from '../../yaml/index.ts';
import { isScalar } from 'yaml';

/** Warns when the two differ: a copied folder whose `language` was forgotten is read aloud in the wrong voice. */
export function checkLanguage({ document, source }: YamlFile, folder: string): Diagnostic[] {
  const node = document && nodeAt(document, ['language']);
  if (!document || !isScalar(node) || typeof node.value !== 'string') return [];
  // What is no language at all is refused by the schema.
  if (node.value.toLowerCase() === folder.toLowerCase() || !/^[a-z]{2,3}(-|$)/i.test(node.value)) return [];
  const at = { file: source.file, ...locate(document, ['language']) };
  return [warning('language', `expected the language of its folder, "${folder}", found "${node.value}"`, at, 'change the one that is wrong')];
}

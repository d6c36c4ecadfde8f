/** Compares the language in `workbook.yaml` with the name of its folder. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { warning } from '../../diagnostics/make.ts';
import { locate, nodeAt, type YamlFile } from '../../yaml/index.ts';
import { isScalar } from 'yaml';

/** Warns when they differ, as in a copied folder: a screen reader would read the PDF in the wrong language. */
export function checkLanguage({ document, source }: YamlFile, folder: string): Diagnostic[] {
  const node = document && nodeAt(document, ['language']);
  if (!document || !isScalar(node) || typeof node.value !== 'string') return [];
  // The schema reports what is not a language tag.
  if (node.value.toLowerCase() === folder.toLowerCase() || !/^[a-z]{2,3}(-|$)/i.test(node.value)) return [];
  const at = { file: source.file, ...locate(document, ['language']) };
  return [warning('language', `expected the language of its folder, "${folder}", found "${node.value}"`, at, 'change the one that is wrong')];
}

/** Checks the variables in the texts of a file: each must be declared, and written as {{name}}. */
import type { Scalar } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error } from '../../diagnostics/make.ts';
import { nearest, quoted, rawOffset, textsOf, type YamlFile } from '../../yaml/index.ts';
import { variablesIn } from '../variables.ts';
import { TIME_VARIABLE } from '../whole-time.ts';

/**
 * Finds variables that the workbook does not declare, and malformed ones.
 *
 * @param file a file of the workbook
 * @param declared the names under `variables` in `workbook.yaml`
 */
export function checkVariables({ document, source }: YamlFile, declared: readonly string[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (!document || !source.text.includes('{{')) return diagnostics;
  for (const { node, keys } of textsOf(document)) {
    // Values of variables are not searched: variables in them are not replaced.
    if (keys[0] !== 'variables' && node.value.includes('{{')) diagnostics.push(...inScalar(node, source, declared));
  }
  return diagnostics;
}

function inScalar(node: Scalar<string>, source: YamlFile['source'], declared: readonly string[]): Diagnostic[] {
  const text = node.value;
  return variablesIn(text).flatMap(({ name, index, length }) => {
    if (name !== undefined && declared.includes(name)) return [];
    const start = rawOffset(source.text, node, text, index);
    const end = Math.max(start, rawOffset(source.text, node, text, index + length - 1) + 1);
    const at = { file: source.file, start, end: Math.min(end, source.text.length) };
    if (name !== undefined) {
      // Variables of the practice may be missing from practice.yaml, and are missing from discreet copies.
      const ofPractice = name.startsWith('practice.')
        ? 'give it in practice.yaml; for discreet copies, and those without a practice, declare it in workbook.yaml, under variables'
        : undefined;
      const near = nearest(name, declared);
      const list =
        ofPractice ?? (declared.some((one) => one !== TIME_VARIABLE) ? `declared: ${declared.join(', ')}` : 'declare it in workbook.yaml, under variables');
      // These names are short and similar, so that the suggestion may be wrong: the other hint is given as well.
      const hints = near ? [`did you mean {{${near}}}?`, ...(ofPractice ? [ofPractice] : [])] : [list];
      return [error('unknown-variable', `expected a variable that workbook.yaml declares, found ${quoted(name)}`, at, ...hints)];
    }
    const written = text.slice(index, index + length);
    const inner = written.replace(/^\{+|\}+$/g, '').trim();
    const hint = declared.includes(inner) ? `write {{${inner}}}` : 'write {{name}}, with small letters and dots in the name';
    return [error('malformed-variable', `expected a variable of the form {{name}}, found ${quoted(written)}`, at, hint)];
  });
}

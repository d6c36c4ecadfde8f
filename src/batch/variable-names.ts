/** The variables of a workbook that a list may have columns for. */
import path from 'node:path';
import { findWorkbook } from '../content/find-workbook.ts';
import { plainValue, readYaml } from '../yaml/index.ts';

/**
 * The names of the variables that a workbook declares in some languages; none where it cannot be read, which its build tells.
 *
 * @param workbook a folder, or the name of a shipped workbook
 */
export const variableNames = async (workbook: string, cwd: string, languages: readonly string[]): Promise<string[]> => {
  const { folder } = await findWorkbook(workbook, cwd);
  if (folder === undefined) return [];
  const names = new Set<string>();
  for (const language of languages) {
    // A language comes from the list: it must not lead anywhere else.
    if (path.basename(language) !== language || language.startsWith('.')) continue;
    const { document } = await readYaml(path.join(folder, language, 'workbook.yaml'));
    const { variables } = ((document && plainValue(document)) ?? {}) as { variables?: unknown };
    if (typeof variables === 'object' && variables !== null) for (const name of Object.keys(variables)) names.add(name);
  }
  return [...names];
};

/** Says whether a template has components that did not come with the program: only those can be at fault. */
import path from 'node:path';
import { type ChainOptions, readChain } from '../theme/extends-chain.ts';
import { isShipped, shippedTemplates } from '../theme/find-template.ts';
import { codeIn } from './component-places.ts';
import type { LoadTemplateOptions } from './load.ts';

/**
 * Whether a template, or one that it extends, has code of its own, or extends no shipped one and so may lack components. Nothing of it is run.
 *
 * @param nameOrFolder the name of a shipped template, or a folder from `cwd`
 */
export async function needsComponentCheck(nameOrFolder: string, { chain, ...options }: ChainOptions & Pick<LoadTemplateOptions, 'chain'>): Promise<boolean> {
  const links = chain?.map(({ file }) => ({ folder: path.dirname(file) })) ?? (await readChain(nameOrFolder, options)).links;
  const shipped = options.shipped ?? shippedTemplates();
  const code = await Promise.all(links.map(({ folder }) => (isShipped(folder, shipped) ? [] : codeIn(folder))));
  const [first] = links;
  return code.some((files) => files.length > 0) || (first !== undefined && !isShipped(first.folder, shipped));
}

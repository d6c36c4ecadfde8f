/** Finds the code of a template, and of those that it extends, that did not come with the program. Nothing of it is run. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { type ChainOptions, readChain } from '../theme/extends-chain.ts';
import { isShipped, shippedTemplates } from '../theme/find-template.ts';
import type { TemplateCode } from '../trust/code.ts';
import { bundle } from './bundle.ts';
import { entriesAmong, templateModules } from './components.ts';
import { codeIn } from './component-places.ts';

export interface OwnCode {
  /** From the template that extends none to the one that was requested; those without code are left out. */
  codes: TemplateCode[];
  diagnostics: Diagnostic[];
  sources: SourceFile[];
}

/**
 * Finds the code that would run.
 *
 * @param nameOrFolder the name of a shipped template, or a folder from `cwd`
 */
export const ownCode = async (nameOrFolder: string, options: ChainOptions): Promise<OwnCode> => {
  const { links, diagnostics } = await readChain(nameOrFolder, options);
  const shipped = options.shipped ?? shippedTemplates();
  const { modules } = await templateModules();
  const bundles = await Promise.all(
    links.map(async ({ folder }) => {
      if (isShipped(folder, shipped)) return undefined;
      const { asked } = entriesAmong(await codeIn(folder));
      return asked.length === 0 ? undefined : { folder, ...(await bundle(folder, asked, modules)) };
    }),
  );
  const found = bundles.filter((one) => one !== undefined);
  return {
    codes: found.filter(({ code }) => code !== undefined).map(({ folder, files }) => ({ folder, files })),
    diagnostics: [...diagnostics, ...found.flatMap((one) => one.diagnostics)],
    sources: [...links.map(({ source }) => source), ...found.flatMap(({ sources }) => sources)],
  };
};

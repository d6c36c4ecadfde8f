/** `listTemplates` of the public API: the templates that exist, and what each is for. */
import path from 'node:path';
import { shownPath } from '../diagnostics/shown-path.ts';
import { readChain } from '../theme/extends-chain.ts';
import { isShipped, shippedTemplates, templatesIn } from '../theme/find-template.ts';
import type { TemplateInfo } from './types.ts';

/** The folder of the user's own templates, from the working folder. */
export const OWN_TEMPLATES = 'templates';

/** The shipped templates, and those in `templates/` of a folder. */
export const templatesFrom = async (cwd: string): Promise<TemplateInfo[]> => {
  const shipped = shippedTemplates();
  const own = path.join(cwd, OWN_TEMPLATES);
  return [...(await read(shipped, true, cwd)), ...(own === shipped ? [] : await read(own, false, cwd))];
};

const read = async (folder: string, shipped: boolean, cwd: string): Promise<TemplateInfo[]> =>
  Promise.all(
    (await templatesIn(folder)).map(async (name): Promise<TemplateInfo> => {
      const at = path.join(folder, name);
      const { links } = await readChain(at, { cwd });
      const { about, extends: parent } = links.at(-1)?.theme ?? {};
      return {
        template: shipped ? name : shownPath(at, cwd),
        about: about ?? (parent ? `extends ${parent}` : ''),
        ...(parent ? { extends: parent } : {}),
        folder: at,
        shipped: isShipped(at),
      };
    }),
  );

/** `mendbook template list`: the templates that there are, and what each is for. */
import path from 'node:path';
import { visible } from '../../diagnostics/width.ts';
import { shownPath } from '../../diagnostics/shown-path.ts';
import { readChain } from '../../theme/chain.ts';
import { isShipped, shippedTemplates, templatesIn } from '../../theme/find.ts';
import type { Streams } from '../streams.ts';
import { OWN_TEMPLATES } from './new.ts';

export interface ListOptions extends Streams {
  format: 'human' | 'json';
}

/** A template, as programs get it. */
interface Listed {
  /** What `--template` takes. */
  template: string;
  about: string;
  extends?: string;
  /** Absolute path. */
  folder: string;
  shipped: boolean;
}

/**
 * Prints the shipped templates and those in `templates/` of the working folder on stdout.
 *
 * @returns the exit code: 0
 */
export async function list({ cwd, stdout, stderr, format }: ListOptions): Promise<number> {
  const shipped = shippedTemplates();
  const own = path.join(cwd, OWN_TEMPLATES);
  const listed = [...(await read(shipped, true, cwd)), ...(own === shipped ? [] : await read(own, false, cwd))];
  if (format === 'json') stdout.write(`${JSON.stringify(listed, null, 2)}\n`);
  else {
    const width = Math.max(...listed.map(({ template }) => template.length));
    for (const { template, about } of listed) stdout.write(`${visible(`${template.padEnd(width)}  ${about}`)}\n`);
    stderr.write('\nUse one with: mendbook build --template <name>\nMake your own: mendbook template new <name>\n');
  }
  return 0;
}

const read = async (folder: string, shipped: boolean, cwd: string): Promise<Listed[]> =>
  Promise.all(
    (await templatesIn(folder)).map(async (name): Promise<Listed> => {
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

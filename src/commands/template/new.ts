/** `mendbook template new`: makes a template that extends another one. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { OWN_TEMPLATES } from '../../api/templates.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error } from '../../diagnostics/make.ts';
import { shownPath } from '../../diagnostics/shown-path.ts';
import { writeFolder } from '../../output/write-folder.ts';
import { writeFailure } from '../../output/check-target.ts';
import { faultOfName, legalName } from '../../system/file-names.ts';
import { readChain } from '../../theme/extends-chain.ts';
import { shippedTemplates, templatesIn } from '../../theme/find-template.ts';
import { editorFiles, newTheme, tsconfig } from '../../template/new-template.ts';
import { shellWord } from '../../system/shell-quote.ts';
import { rememberOwn } from './remember-own.ts';
import { say, type Streams, tell } from '../streams.ts';
import { pathFrom } from '../../system/paths.ts';

export interface NewOptions extends Streams {
  /** A name, for a folder in `templates/`; or a folder. */
  name: string;
  /** The template that it extends: a shipped one, or a folder. */
  extends: string;
}

/**
 * Writes a new template, completely or not at all. Existing files are never overwritten.
 *
 * @returns the exit code: 0 done, 1 the parent has errors or the folder cannot be written, 2 the folder exists and is not empty
 */
export async function newTemplate({ name, extends: parent, ...streams }: NewOptions): Promise<number> {
  const { cwd } = streams;
  const folder = path.resolve(cwd, /[/\\]|^\.+$/.test(name) ? name : path.join(OWN_TEMPLATES, name));
  const shown = shownPath(folder, cwd);
  const refuse = async (code: number, ...diagnostics: Diagnostic[]): Promise<number> => {
    await tell(diagnostics, [], streams);
    return code;
  };
  const own = path.basename(folder);
  const fault = faultOfName(own);
  if (fault) {
    const message = `expected a name that Windows takes as well, found ${fault}: ${own}`;
    return refuse(2, error('option', message, undefined, `choose another, such as ${legalName(own)}`));
  }
  const inTheWay = await whatIsIn(folder);
  if (inTheWay)
    return refuse(
      2,
      error(
        'folder-in-use',
        `expected no folder ${shown} yet, or an empty one, found ${inTheWay}`,
        undefined,
        'choose another name; nothing is ever written over',
      ),
    );

  const { links, diagnostics } = await readChain(parent, { cwd });
  if (diagnostics.length > 0) {
    await tell(
      diagnostics,
      links.map(({ source }) => source),
      streams,
    );
    return links.length === 0 ? 2 : 1;
  }
  const shipped = (await templatesIn(shippedTemplates())).includes(parent);
  const written = shipped ? parent : relative(folder, path.resolve(cwd, parent));
  const files = [
    {
      file: 'theme.yaml',
      text: newTheme(
        written,
        links.map(({ theme }) => theme ?? {}),
      ),
    },
    tsconfig(),
    ...(await editorFiles()),
  ];
  try {
    await writeFolder(folder, new Map(files.map(({ file, text }) => [file, text])));
  } catch (thrown) {
    const failure = thrown as NodeJS.ErrnoException;
    if (failure.code === undefined) throw thrown;
    return refuse(1, { ...writeFailure(folder, failure), hints: ['nothing was made; choose another place'] });
  }
  await rememberOwn(folder, streams);
  const word = shellWord(shown);
  say(
    streams,
    `${shownPath(path.join(folder, 'theme.yaml'), cwd)} extends ${written}`,
    `  change it, and see: mendbook build --template ${word}`,
    `  change a component: mendbook template eject <component> --into ${word}`,
  );
  return 0;
}

/** A relative path that cannot be confused with the name of a shipped template: it begins with a dot. */
const relative = (from: string, to: string): string => {
  const steps = pathFrom(from, to);
  return steps.startsWith('.') || path.isAbsolute(steps) ? steps : `./${steps}`;
};

/** What a path holds that a new folder would overwrite, in words; undefined when it does not exist or is an empty folder. */
async function whatIsIn(folder: string): Promise<string | undefined> {
  const entry = await stat(folder).catch(() => undefined);
  if (!entry) return undefined;
  if (!entry.isDirectory()) return 'a file';
  const [first, ...more] = await readdir(folder);
  return first === undefined ? undefined : `one with ${first}${more.length > 0 ? ` and ${more.length} more` : ''} in it`;
}

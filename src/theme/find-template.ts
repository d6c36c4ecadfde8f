/** Finds the folder of a template: a shipped one, or any folder with a theme.yaml. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../system/package-root.ts';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { nearest } from '../yaml/index.ts';

export const THEME_FILE = 'theme.yaml';

/** The folder of the shipped templates. */
export const shippedTemplates = (): string => path.join(packageRoot(), 'templates');

/** The names of the shipped templates. */
const SHIPPED: ReadonlySet<string> = new Set(['bold', 'calm', 'plain', 'warm']);

/** Whether a template is asked for by the name of a shipped one. */
export const isShippedName = (name: string): boolean => SHIPPED.has(name);

/**
 * Whether a template is a shipped one. The folder of the shipped templates may hold others, made by somebody who works in the repository.
 *
 * @param folder absolute path
 * @param shipped the folder of the shipped templates
 */
export const isShipped = (folder: string, shipped = shippedTemplates()): boolean => path.dirname(folder) === shipped && SHIPPED.has(path.basename(folder));

export interface Lookup {
  /** Absolute path that relative folders are resolved from. */
  from: string;
  /** The folder of the shipped templates. */
  shipped: string;
  /** The place of the name in a file; left out when it came from the command line. */
  at?: Location;
}

/**
 * Finds the folder of a template.
 *
 * @param name the name of a shipped template, or a folder (`./mine`, `../mine`, `/templates/mine`, or `mine` where no shipped one has that name)
 * @returns the absolute path of a folder with a theme.yaml, or what is wrong with the name
 */
export async function findTemplate(name: string, { from, shipped, at }: Lookup): Promise<{ folder?: string; diagnostics: Diagnostic[] }> {
  const names = await templatesIn(shipped);
  if (names.includes(name)) return { folder: path.join(shipped, name), diagnostics: [] };
  const refuse = (code: DiagnosticCode, message: string, hint: string) => ({ diagnostics: [error(code, message, at, hint)] });
  const list = `shipped templates: ${names.join(', ')}; or give a folder with a ${THEME_FILE} in it`;

  const folder = path.resolve(from, name);
  const status = name === '' || name.includes('\0') ? undefined : await stat(folder).catch(() => undefined);
  if (status?.isFile()) return refuse('not-a-template', `expected the folder of a template, found the file ${name}`, `give the folder: ${path.dirname(name)}`);
  if (!status?.isDirectory()) {
    const near = nearest(name, names);
    return refuse('unknown-template', `expected a shipped template or a folder, found "${name}"`, near ? `did you mean "${near}"?` : list);
  }
  const theme = await stat(path.join(folder, THEME_FILE)).catch(() => undefined);
  if (theme) return { folder, diagnostics: [] };
  return refuse('not-a-template', `expected a ${THEME_FILE} in the folder ${name}, found none`, `write one; "extends: calm" alone is enough to begin with`);
}

/** The names of the templates in a folder: the folders in it that have a theme.yaml. */
export async function templatesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry) => {
      if (!entry.isDirectory()) return undefined;
      return (await stat(path.join(folder, entry.name, THEME_FILE)).catch(() => undefined)) ? entry.name : undefined;
    }),
  );
  return found.filter((name) => name !== undefined).toSorted();
}

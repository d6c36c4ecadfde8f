/** Reads the theme of a template and those of all templates that it extends. */
import path from 'node:path';
import type { Document } from 'yaml';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { locate, readYaml, validate } from '../yaml/index.ts';
import { findTemplate, shippedTemplates, THEME_FILE } from './find-template.ts';
import { unreachableTokens } from './unreachable-tokens.ts';
import { type ThemeFile, themeFile } from './schema.ts';

/** One template of a chain. */
export interface Link {
  /** Absolute path. */
  folder: string;
  /** Given when the file is valid. */
  theme?: ThemeFile;
  /** Given when the file can be read as YAML. */
  document?: Document;
  source: SourceFile;
}

export interface Chain {
  /** From the template that extends none to the one that was asked for. */
  links: Link[];
  /** Absolute path of the template that was asked for; empty when there is none. */
  folder: string;
  /** Absolute paths of all folders of the chain, existing or not. */
  folders: string[];
  diagnostics: Diagnostic[];
}

export interface ChainOptions {
  /** Absolute path of the working folder. */
  cwd: string;
  /** The folder of the shipped templates; left out, that of the program. */
  shipped?: string;
}

/**
 * Reads the theme of a template, and of every template that it extends.
 *
 * @param nameOrFolder the name of a shipped template, or a folder relative to `cwd`
 */
export async function readChain(nameOrFolder: string, { cwd, shipped = shippedTemplates() }: ChainOptions): Promise<Chain> {
  const chain: Chain = { links: [], folder: '', folders: [], diagnostics: [] };
  let next: { name: string; from: string; at?: Location } | undefined = { name: nameOrFolder, from: path.resolve(cwd) };
  while (next) {
    const { name, from, at } = next;
    // Each template names the next one, so they are read one after the other.
    // oxlint-disable-next-line no-await-in-loop
    const found = await findTemplate(name, { from, shipped, ...(at ? { at } : {}) });
    chain.diagnostics.push(...found.diagnostics);
    const { folder } = found;
    chain.folders.push(folder ?? path.resolve(from, name));
    if (!folder) break;
    chain.folder ||= folder;
    const before = chain.links.findIndex((link) => link.folder === folder);
    if (before >= 0) {
      chain.diagnostics.push(
        cycle(
          [...chain.links.slice(0, before + 1).toReversed(), chain.links[before] as Link].map((link) => link.folder),
          at,
        ),
      );
      break;
    }
    // oxlint-disable-next-line no-await-in-loop
    const { link, diagnostics } = await readLink(folder);
    chain.diagnostics.push(...diagnostics);
    chain.links.unshift(link);
    const parent = parentOf(link);
    next = parent && { name: parent.name, from: folder, at: parent.at };
  }
  return chain;
}

async function readLink(folder: string): Promise<{ link: Link; diagnostics: Diagnostic[] }> {
  const { document, source, diagnostics } = await readYaml(path.join(folder, THEME_FILE));
  if (!document) return { link: { folder, source }, diagnostics };
  const checked = validate(themeFile, { document, source }, document.toJS({ maxAliasCount: -1 }));
  const link: Link = { folder, document, source, ...(checked.value ? { theme: checked.value } : {}) };
  return { link, diagnostics: [...checked.diagnostics, ...unreachableTokens(document, source)] };
}

/** The template that a theme extends; read from the document, so that an error in another key does not end the chain. */
function parentOf({ document, source }: Link): { name: string; at: Location } | undefined {
  const name: unknown = document?.getIn(['extends']);
  if (!document || typeof name !== 'string' || name.trim() === '') return undefined;
  return { name: name.trim(), at: { file: source.file, ...locate(document, ['extends']) } };
}

const cycle = (folders: readonly string[], at: Location | undefined): Diagnostic =>
  error(
    'extends-cycle',
    `expected a template that extends none at the end, found a circle: ${folders.map((folder) => path.basename(folder)).join(' → ')}`,
    at,
    'let one of them extend a shipped template, such as calm',
  );

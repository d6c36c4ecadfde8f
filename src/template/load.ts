/** Loads the components of a template: shipped ones lazily, a user's own by bundling them. */
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import type { Template } from '../kit/template.ts';
import { type ChainOptions, type Link, readChain } from '../theme/extends-chain.ts';
import { shippedTemplates } from '../theme/find-template.ts';
import type { Trust } from '../trust/trust.ts';
import type { LoadOptions } from './components.ts';
import { codeIn } from './component-places.ts';
import { type NotesOptions, TemplateNotes } from './build-notes.ts';
import { type PartialTemplate, mergeTemplates } from './merge-templates.ts';

export type { PartialTemplate } from './merge-templates.ts';

/** The components of the shipped templates; the bundler follows these imports. */
const SHIPPED: Record<string, () => Promise<{ default: PartialTemplate }>> = {
  calm: () => import('../../templates/calm/template.tsx'),
  warm: () => import('../../templates/warm/template.tsx'),
};

export interface LoadedTemplate {
  /** Given when there is no error. */
  template?: Template;
  /** The names of the shipped templates that its components are of, from the one that extends none; nothing where one is of another template. */
  shipped?: readonly string[];
  diagnostics: Diagnostic[];
  /** Every file that a diagnostic may show. */
  sources: SourceFile[];
  /** Collects the faults of its components when pages are made. */
  notes: TemplateNotes;
}

export interface LoadTemplateOptions extends ChainOptions, NotesOptions {
  /** Which code that did not come with the program may run; left out, none. */
  trust?: Trust | undefined;
  /** The theme.yaml of each template of the chain, where they were read before: from the one that extends none to the one that was asked for. */
  chain?: readonly SourceFile[] | undefined;
}

/**
 * Loads the components of a template, merged with those of the templates that it extends.
 * The themes are not checked here: `loadTheme` reports their problems.
 *
 * @param nameOrFolder the name of a shipped template, or a folder from `cwd`
 */
export async function loadTemplate(nameOrFolder: string, { talk, limits, trust, chain, ...options }: LoadTemplateOptions): Promise<LoadedTemplate> {
  const notes = new TemplateNotes({ talk, limits });
  const links = chain?.map((source) => ({ folder: path.dirname(source.file), source })) ?? (await readChain(nameOrFolder, options)).links;
  const shipped = options.shipped ?? shippedTemplates();
  const parts = await Promise.all(links.map((link) => componentsOf(link, shipped, { cwd: options.cwd, notes, trust })));
  const diagnostics = parts.flatMap((part) => part.diagnostics);
  const sources = parts.flatMap((part) => part.sources);
  if (links.length === 0 || diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics, sources, notes };
  const merged = mergeTemplates(
    parts.map(({ components }) => components),
    links.at(-1)?.source.file,
  );
  const ours = parts.every(({ name }) => name !== undefined) ? { shipped: parts.flatMap(({ name }) => name || []) } : {};
  return { ...merged, ...ours, diagnostics: [...diagnostics, ...merged.diagnostics], sources: [...sources, ...links.map(({ source }) => source)], notes };
}

interface Components {
  components: PartialTemplate;
  /** Of a shipped template; empty where it has no components. */
  name?: string;
  diagnostics: Diagnostic[];
  sources: SourceFile[];
}

/** The components of one template of a chain; none where it has a theme only. */
async function componentsOf({ folder }: Pick<Link, 'folder'>, shipped: string, options: LoadOptions): Promise<Components> {
  const ours = path.dirname(folder) === shipped ? SHIPPED[path.basename(folder)] : undefined;
  if (ours) return { components: (await ours()).default, name: path.basename(folder), diagnostics: [], sources: [] };
  if ((await codeIn(folder)).length === 0) return { components: {}, name: '', diagnostics: [], sources: [] };
  const { loadComponents } = await import('./components.ts');
  return loadComponents(folder, options);
}

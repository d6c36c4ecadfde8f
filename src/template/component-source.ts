/** Finds which template of a chain defines a component, and in which file. */
import { isWithin, pathFrom } from '../system/paths.ts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { bundle } from './bundle.ts';
import type { ChainOptions } from '../theme/extends-chain.ts';
import { shippedTemplates, isShipped } from '../theme/find-template.ts';
import { EVERYTHING, type Trust } from '../trust/trust.ts';
import { entriesAmong, templateModules } from './components.ts';
import { codeIn, type ComponentPlace } from './component-places.ts';
import { COMPONENTS_FILE, type PartialTemplate } from './merge-templates.ts';
import { TemplateNotes } from './build-notes.ts';
import { untrusted } from './untrusted-code.ts';
import { moduleOf, runModule } from './run-module.ts';

/** The file in which a component is defined. */
export interface ComponentSource {
  /** Absolute path of the template that defines it. */
  folder: string;
  /** Path from there, with forward slashes. */
  file: string;
  /** The name that the file exports it under. */
  exported: string;
}

export interface FoundComponent {
  source?: ComponentSource;
  diagnostics: Diagnostic[];
  sources: SourceFile[];
}

/** Options for finding a component. */
export interface SourceOptions extends ChainOptions {
  trust: Trust;
}

/** Whether a text exports a name. */
const exports = (text: string, name: string): boolean =>
  new RegExp(`\\bexport\\s+(?:const|let|var|function|class)\\s+${name}(?![\\w$])|\\bexport\\s*\\{[^}]*(?<![\\w$])${name}(?![\\w$])[^}]*\\}`).test(text);

/**
 * Finds a component in one template.
 *
 * @param folder absolute path of the template
 * @param options the working folder, and which code may run: where template.tsx defines components, it is run to find their files
 * @returns no source where the template does not define the component
 */
export async function componentSourceIn(folder: string, place: ComponentPlace, options: SourceOptions): Promise<FoundComponent> {
  const files = await codeIn(folder);
  if (files.includes(place.file) && exports(await readFile(path.join(folder, place.file), 'utf8'), place.exported)) {
    return { source: { folder, file: place.file, exported: place.exported }, diagnostics: [], sources: [] };
  }
  return files.includes(COMPONENTS_FILE) ? componentSourceInMap(folder, place, options) : { diagnostics: [], sources: [] };
}

/** Finds the file of a component that template.tsx gives: the one that exports the same value. */
async function componentSourceInMap(
  folder: string,
  place: ComponentPlace,
  { cwd, trust, shipped = shippedTemplates() }: SourceOptions,
): Promise<FoundComponent> {
  const shared = await templateModules();
  const { sources, diagnostics } = await bundle(folder, [COMPONENTS_FILE], shared.modules);
  const inside = sources
    .filter(({ file }) => isWithin(folder, file))
    .map(({ file }) => pathFrom(folder, file))
    .filter((file) => file !== COMPONENTS_FILE);
  // All files are run that loading the template runs, because that is the code that was allowed.
  const asked = [...new Set([COMPONENTS_FILE, ...inside, ...entriesAmong(await codeIn(folder)).asked])];
  const bundled = await bundle(folder, asked, shared.modules);
  if (!bundled.code || !bundled.map) return { diagnostics, sources };
  const verdict = await (isShipped(folder, shipped) ? EVERYTHING : trust).judge({ folder, files: bundled.files });
  if (!verdict.allowed) return { diagnostics: [untrusted(folder, verdict, cwd)], sources };
  const module = moduleOf(folder, bundled.map, bundled.sources, new TemplateNotes());
  const run = runModule(module, bundled, shared.for(module));
  const given = run['m0']?.['default'] as PartialTemplate | undefined;
  const component: unknown = place.kind ? given?.blocks?.[place.kind] : given?.[place.name as 'Cover'];
  if (component === undefined) return { diagnostics: [], sources };
  for (const [index, file] of asked.entries()) {
    const exported = Object.entries(run[`m${index}`] ?? {}).find(([, value]) => value === component)?.[0];
    if (exported && file !== COMPONENTS_FILE) return { source: { folder, file, exported }, diagnostics: [], sources };
  }
  const at = { file: path.join(folder, COMPONENTS_FILE), start: 0, end: 0 };
  return {
    diagnostics: [
      error(
        'not-ejectable',
        `expected ${place.name} in a file of its own, found it inside ${COMPONENTS_FILE}`,
        at,
        `copy it from there into ${place.file}, as "export const ${place.exported} = …"`,
      ),
    ],
    sources,
  };
}

/** Which template of a chain gives a component, and in which file. */
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

/** A component in the file that it is written in. */
export interface ComponentSource {
  /** Absolute path of the template that gives it. */
  folder: string;
  /** From there, with forward slashes. */
  file: string;
  /** The name that the file exports it under. */
  exported: string;
}

export interface FoundComponent {
  source?: ComponentSource;
  diagnostics: Diagnostic[];
  sources: SourceFile[];
}

/** What finding a component needs to know: `ChainOptions`, and which code of others may run. */
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
 * @param options the working folder, and which code of others may run: where template.tsx gives a component, it says which file that is from
 * @returns nothing where the template leaves the component to the one that it extends
 */
export async function componentSourceIn(folder: string, place: ComponentPlace, options: SourceOptions): Promise<FoundComponent> {
  const files = await codeIn(folder);
  if (files.includes(place.file) && exports(await readFile(path.join(folder, place.file), 'utf8'), place.exported)) {
    return { source: { folder, file: place.file, exported: place.exported }, diagnostics: [], sources: [] };
  }
  return files.includes(COMPONENTS_FILE) ? componentSourceInMap(folder, place, options) : { diagnostics: [], sources: [] };
}

/** A component that template.tsx gives lies in the file that exports the very same. */
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
  // With all that loading the template runs, since that is what was allowed.
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

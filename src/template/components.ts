/** Loads a user's components: finds, bundles and runs them, and checks what they export. */
import path from 'node:path';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { nearest, quoted } from '../yaml/index.ts';
import { bundle } from './bundle.ts';
import type { SharedModules } from './shared-modules.ts';
import { codeIn, type ComponentPlace, PLACES } from './component-places.ts';
import { COMPONENTS_FILE, type PartialTemplate } from './merge-templates.ts';
import { checkExport, checkMap, type ModuleExports } from './exports.ts';
import { TemplateNotes } from './build-notes.ts';
import { NOTHING, type Trust } from '../trust/trust.ts';
import { untrusted } from './untrusted-code.ts';
import { blame, failure, moduleOf, type RunModule, runModule } from './run-module.ts';
import { definitionOf, isFunctionComponent, jsxRuntime, watched } from './jsx-runtime.ts';

export { blame } from './run-module.ts';

/** The modules that every template shares with the program. */
const sharedModules = async (): Promise<SharedModules> => {
  const [react, runtime, kit] = await Promise.all([import('react'), import('react/jsx-runtime'), import('../kit/index.ts')]);
  return {
    react: named(react),
    'react/jsx-runtime': named(runtime),
    'react/jsx-dev-runtime': { jsxDEV: undefined, Fragment: undefined },
    'mendbook/kit': kit,
    // Replaced for each template; this one is needed for the names of its exports.
    process: named({ default: process }),
    'node:process': named({ default: process }),
  };
};

/** The shared modules: their names for bundling, and those of one template for running it. */
export const templateModules = async (): Promise<{ modules: SharedModules; for: (module: RunModule) => SharedModules }> => {
  const modules = await sharedModules();
  return {
    modules,
    for: (module) => {
      const { process } = module.standIns;
      const own = { ...process, exit: process.exit, stdout: process.stdout, stderr: process.stderr, default: process };
      return { ...modules, 'react/jsx-dev-runtime': jsxRuntime(module), process: own, 'node:process': own };
    },
  };
};

/** A CommonJS module with all its exports as names; a bundler leaves them inside `default`. */
const named = (module: { default?: unknown }): Record<string, unknown> => ({ ...(module.default as object | undefined), ...module });

export interface LoadOptions {
  /** Absolute path of the working folder: commands in hints are relative to it. */
  cwd: string;
  /** Collects faults of the components, now and when pages are made. */
  notes?: TemplateNotes;
  /** Left out, no code may run. */
  trust?: Trust | undefined;
}

export interface LoadedComponents {
  components: PartialTemplate;
  diagnostics: Diagnostic[];
  /** The files of code that were read. */
  sources: SourceFile[];
}

/**
 * Loads the components of a template: those that `template.tsx` gives, and those in files of their names. No code runs
 * before it is allowed.
 *
 * @param folder absolute path of the template
 * @returns the components, or diagnostics at their lines and columns
 */
export async function loadComponents(folder: string, { cwd, notes = new TemplateNotes(), trust = NOTHING }: LoadOptions): Promise<LoadedComponents> {
  const files = await codeIn(folder);
  const { asked, places } = entriesAmong(files);
  const map = asked.includes(COMPONENTS_FILE);
  if (asked.length === 0) return { components: {}, diagnostics: straysOf(folder, files), sources: [] };

  const shared = await templateModules();
  const bundled = await bundle(folder, asked, shared.modules);
  const { code, map: sourceMap, diagnostics, sources, imported } = bundled;
  const stop = (...more: readonly Diagnostic[]): LoadedComponents => ({ components: {}, diagnostics: [...diagnostics, ...more], sources });
  if (!code || !sourceMap) return stop();
  const verdict = await trust.judge({ folder, files: bundled.files });
  if (!verdict.allowed) return stop(untrusted(folder, verdict, cwd));
  const module = moduleOf(folder, sourceMap, sources, notes);
  try {
    const run = runModule(module, bundled, shared.for(module));
    const exports: ModuleExports[] = asked.map((_, index) => run[`m${index}`] ?? {});
    const used = new Set([...sources.map(({ file }) => file), ...sources.flatMap(typesOf)]);
    const strays = straysOf(
      folder,
      files.filter((file) => !used.has(path.join(folder, file))),
    );
    // Exports may be getters, which run code of the template.
    const held = hold({ folder, exports, places, map, imported, module });
    return { components: held.components, diagnostics: [...diagnostics, ...strays, ...held.problems, ...notes.takeFaults()], sources };
  } catch (thrown) {
    return stop(blame(thrown) ?? failure(thrown, { file: path.join(folder, asked[0] ?? ''), start: 0, end: 0 }));
  }
}

/** Which files of a template define components; the others are imported by those, or unused. */
export const entriesAmong = (files: readonly string[]): { asked: string[]; places: ComponentPlace[] } => {
  const places = PLACES.filter(({ file }) => files.includes(file));
  return { asked: [...(files.includes(COMPONENTS_FILE) ? [COMPONENTS_FILE] : []), ...places.map(({ file }) => file)], places };
};

interface Run {
  folder: string;
  /** Of template.tsx, where there is one, and of each place. */
  exports: readonly ModuleExports[];
  places: readonly ComponentPlace[];
  /** There is a template.tsx. */
  map: boolean;
  imported: ReadonlySet<string>;
  module: RunModule;
}

/** Checks what the modules of a template export. */
function hold({ folder, exports, places, map, imported, module }: Run): { components: PartialTemplate; problems: Diagnostic[] } {
  const { sources } = module;
  const problems: Diagnostic[] = [];
  const given: { blocks: Record<string, unknown>; [name: string]: unknown } = { blocks: {} };
  if (map) {
    const file = path.join(folder, COMPONENTS_FILE);
    const own = exports[0] ?? {};
    problems.push(...checkMap(own, file, sources));
    const { blocks, ...rest } = problems.length === 0 ? (own['default'] as PartialTemplate) : {};
    Object.assign(given, rest, { blocks: { ...blocks } });
  }
  for (const [index, place] of places.entries()) {
    const { name, kind, exported } = place;
    const file = path.join(folder, place.file);
    const own = exports[index + (map ? 1 : 0)] ?? {};
    // A file that another one imports need not define a component, whatever its name.
    if (own[exported] === undefined && imported.has(file)) continue;
    const faults = checkExport(own, place, { file, sources, places: PLACES });
    problems.push(...faults);
    const into = kind ? given.blocks : given;
    const other = into[name];
    if (other !== undefined && other !== own[exported]) {
      problems.push(
        error(
          'given-twice',
          `expected one ${name}, found one in ${COMPONENTS_FILE} and another in ${place.file}`,
          definitionOf(exported, { ...module, sources: sources.filter((one) => one.file === file) }) ?? start(file),
          `remove it from ${COMPONENTS_FILE}, or rename ${place.file}: which of the two was meant is not for the program to guess`,
        ),
      );
    }
    into[name] = own[exported];
  }
  const [{ file: first = folder } = {}] = sources;
  const watch = (component: unknown): unknown => (isFunctionComponent(component) ? watched(component, module, start(first)) : component);
  const { blocks, ...rest } = given;
  const all = (record: Record<string, unknown>) => Object.fromEntries(Object.entries(record).map(([name, component]) => [name, watch(component)]));
  return { components: problems.some(({ severity }) => severity === 'error') ? {} : ({ ...all(rest), blocks: all(blocks) } as PartialTemplate), problems };
}

const start = (file: string): Location => ({ file, start: 0, end: 0 });

/** The files from which a file imports only types: they leave no trace in the bundle. */
const typesOf = ({ file, text }: SourceFile): string[] =>
  [...text.matchAll(/\bfrom\s*(["'])(\.[^"']*)\1/g)].flatMap(([, , name = '']) =>
    ['', '.ts', '.tsx'].map((end) => path.resolve(path.dirname(file), name + end)),
  );

/** Warns of unused files of code: they are named like no component, and no component imports them. */
const straysOf = (folder: string, files: readonly string[]): Diagnostic[] =>
  files.map((file) => {
    const names = PLACES.map((place) => place.file).filter((name) => name.includes('/') === file.includes('/'));
    const near = nearest(file.replace(/\.[cm]?[jt]sx?$/, '.tsx'), names);
    const hint = near
      ? `did you mean "${near}"?`
      : `components are found by the names of their files, such as ${names[0]}; put parts of them into a folder, such as parts/`;
    return warning(
      'unused-file',
      `expected a file that is named as a component, or that one imports, found ${quoted(file)}`,
      start(path.join(folder, file)),
      hint,
    );
  });

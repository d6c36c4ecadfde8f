/** A user's components: bundled, imported, and held against what a template may give. */
import { createHash } from 'node:crypto';
import { SourceMap } from 'node:module';
import path from 'node:path';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { nearest, quoted } from '../yaml/index.ts';
import { bundle, type SharedModules } from './bundle.ts';
import { COMPONENT_NAMES, LEAF_KINDS, type PartialTemplate } from './parts.ts';

/** What every template shares with the program. */
const sharedModules = async (): Promise<SharedModules> => {
  const [react, runtime, kit] = await Promise.all([import('react'), import('react/jsx-runtime'), import('../kit/index.ts')]);
  return { react: named(react), 'react/jsx-runtime': named(runtime), 'mendbook/kit': kit };
};

/** A CommonJS module with all its names: Node finds most of them, a bundler leaves them inside `default`. */
const named = (module: { default?: unknown }): Record<string, unknown> => ({ ...(module.default as object | undefined), ...module });

interface Imported {
  folder: string;
  /** The way back from the lines of the bundle to those of its author. */
  map: SourceMap;
  sources: SourceFile[];
}

/** Bundles that were imported, by the names that stacks give them: what `sourceURL` says, or the address. */
const imported = new Map<string, Imported>();

/**
 * Loads the components of a template.
 *
 * @param file absolute path of its template.tsx
 * @returns its default export, or what is wrong with it, at its line and column
 */
export async function loadComponents(file: string): Promise<{ components: PartialTemplate; diagnostics: Diagnostic[]; sources: SourceFile[] }> {
  const { code, map, diagnostics, sources } = await bundle(file, await sharedModules());
  const result = (...more: readonly Diagnostic[]) => ({ components: {}, diagnostics: [...diagnostics, ...more], sources });
  if (!code || !map) return result();
  // The module is its own address: one that has changed is another module, and nothing is left behind on the disk.
  const name = `mendbook-template-${createHash('sha256').update(code).digest('hex').slice(0, 12)}.mjs`;
  const url = `data:text/javascript;base64,${Buffer.from(`${code}\n//# sourceURL=${name}`).toString('base64')}`;
  const module: Imported = { folder: path.dirname(file), map: new SourceMap(JSON.parse(map) as ConstructorParameters<typeof SourceMap>[0]), sources };
  imported.set(name, module).set(url, module);
  try {
    const exports = (await import(/* @vite-ignore */ url)) as { default?: unknown };
    const problems = check(exports, file, sources);
    return problems.length > 0 ? result(...problems) : { components: exports.default as PartialTemplate, diagnostics, sources };
  } catch (thrown) {
    return result(blame(thrown) ?? error('template-error', failure(thrown), { file, start: 0, end: 0 }));
  }
}

/**
 * Finds the line of a user's template that an error was thrown in, when it was loaded or when a page was made.
 *
 * @returns a diagnostic at that line; nothing when no template has a part in it
 */
export function blame(thrown: unknown): Diagnostic | undefined {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  const [, name = '', line, column] = /(mendbook-template-\w+\.mjs|data:text\/javascript;base64,[\w+/=]+):(\d+):(\d+)/.exec(stack) ?? [];
  const module = imported.get(name);
  if (!module) return undefined;
  const entry = module.map.findEntry(Number(line) - 1, Number(column) - 1);
  if (!('originalSource' in entry)) return undefined;
  const file = path.resolve(module.folder, entry.originalSource);
  const source = module.sources.find((one) => one.file === file);
  const start = (source?.lineStarts[entry.originalLine] ?? 0) + entry.originalColumn;
  return error('template-error', failure(thrown), { file, start, end: start + 1 });
}

const failure = (thrown: unknown): string => {
  const [line = ''] = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n');
  return `expected a component that runs, found an error: ${line}`;
};

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A component is a function, or what `memo` or `forwardRef` make of one. */
const isComponent = (value: unknown): boolean => typeof value === 'function' || (isMap(value) && '$$typeof' in value);

/** Holds what a module gives against what a template may give. */
function check({ default: given }: { default?: unknown }, file: string, sources: readonly SourceFile[]): Diagnostic[] {
  const text = sources.find((source) => source.file === file)?.text ?? '';
  const start = { file, start: 0, end: 0 };
  if (!isMap(given)) {
    const message = `expected a map of components as default export, found ${given === undefined ? 'none' : typeof given}`;
    return [error('no-components', message, start, 'end the file with "export default { … };", such as "export default { Cover };"')];
  }
  const problems: Diagnostic[] = [];
  const look = (map: Record<string, unknown>, known: readonly string[], what: string): void => {
    for (const [key, value] of Object.entries(map)) {
      const at = placeOf(key, text, file) ?? start;
      if (!known.includes(key)) {
        const near = nearest(key, known);
        problems.push(error('unknown-component', `expected a known ${what}, found ${quoted(key)}`, at, near ? `did you mean "${near}"?` : `known here: ${known.join(', ')}`));
      } else if (key === 'blocks' && map === given) {
        if (isMap(value)) look(value, LEAF_KINDS, 'kind of block');
        else problems.push(error('not-a-component', 'expected a map of components under "blocks", found something else', at, 'write for instance "blocks: { question: Question }"'));
      } else if (!isComponent(value)) {
        problems.push(error('not-a-component', `expected a component for "${key}", found ${value === undefined ? 'nothing' : typeof value}`, at, 'a component is a function that takes props and gives elements'));
      }
    }
  };
  look(given, COMPONENT_NAMES, 'component');
  return problems;
}

/** Where a key stands in the text: its last mention as a key, for that is the export. */
function placeOf(key: string, text: string, file: string): Location | undefined {
  const escaped = key.replaceAll(/[$\\^.*+?()[\]{}|]/g, '\\$&');
  const last = [...text.matchAll(new RegExp(`(?<![\\w$])${escaped}(?=['"]?\\s*[:,}(])`, 'g'))].at(-1);
  return last ? { file, start: last.index, end: last.index + key.length } : undefined;
}

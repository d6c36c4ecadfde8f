/** Bundling a user's components with esbuild; react and the kit are ours, so that there is one of each. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Message, Plugin } from 'esbuild';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import { type SourceFile, sourceFile } from '../diagnostics/source.ts';
import { nearest, quoted } from '../yaml/index.ts';

/** Modules that a template gets from the program, by the name that it imports them under. */
export type SharedModules = Record<string, Record<string, unknown>>;

/** Where a bundled template finds them: the one place that both the program and the bundle can reach. */
const SHARED = Symbol.for('mendbook.template.modules');
const NAMESPACE = 'mendbook';

export interface Bundle {
  /** Given when there is no error: one module, with no imports but those of Node. */
  code?: string;
  /** Its source map, as JSON. */
  map?: string;
  diagnostics: Diagnostic[];
  /** The files of the template that went into it. */
  sources: SourceFile[];
}

/**
 * Bundles a template's module.
 *
 * @param file absolute path of its template.tsx
 * @param shared the modules that it gets from the program; kept for as long as the program runs
 */
export async function bundle(file: string, shared: SharedModules): Promise<Bundle> {
  (globalThis as { [SHARED]?: SharedModules })[SHARED] = shared;
  const { build } = await import('esbuild');
  const folder = path.dirname(file);
  const result = await build({
    entryPoints: [file],
    absWorkingDir: folder,
    outdir: folder,
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    sourcemap: 'external',
    metafile: true,
    logLevel: 'silent',
    // A tsconfig.json above the folder belongs to something else.
    tsconfigRaw: '{}',
    plugins: [ours(shared)],
  }).catch((thrown: { errors?: Message[]; warnings?: Message[] }) => {
    if (!thrown.errors) throw thrown;
    return { errors: thrown.errors, warnings: thrown.warnings ?? [], outputFiles: [], metafile: { inputs: {} } };
  });

  const told = [...result.errors, ...result.warnings].flatMap(({ location }) => (location && location.namespace !== NAMESPACE ? [location.file] : []));
  const names = new Set([...Object.keys(result.metafile.inputs).filter((name) => !name.startsWith(`${NAMESPACE}:`) && !name.includes('node_modules')), ...told]);
  const sources = await Promise.all([...names].map((name) => read(path.resolve(folder, name))));
  const diagnostics = [...result.errors.map((message) => tell(error, message, folder, sources, shared)), ...result.warnings.map((message) => tell(warning, message, folder, sources, shared))];
  if (sources.length === 0) sources.push(await read(file));
  const [code, map] = ['.js', '.js.map'].map((end) => result.outputFiles.find((output) => output.path.endsWith(end))?.text);
  return { diagnostics, sources, ...(code && map ? { code, map } : {}) };
}

/** Resolves what is shared to modules that take it from where the program has put it. */
const ours = (shared: SharedModules): Plugin => ({
  name: 'mendbook-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path: name }) => {
      if (shared[name]) return { path: name, namespace: NAMESPACE };
      // A second renderer would not know the fonts and the marks of the first.
      if (name.startsWith('@react-pdf/')) return { errors: [{ text: `Not shared: ${name}` }] };
      return undefined;
    });
    onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path: name }) => {
      const names = Object.keys(shared[name] ?? {}).filter((key) => key !== 'default');
      const exports = names.map((key, index) => `const e${index} = m[${JSON.stringify(key)}]; export { e${index} as ${key} };`);
      const head = `const m = globalThis[Symbol.for(${JSON.stringify(SHARED.description)})][${JSON.stringify(name)}];`;
      return { contents: [head, ...exports, 'export default m.default;'].join('\n'), loader: 'js' };
    });
  },
});

const read = async (file: string): Promise<SourceFile> => sourceFile(file, await readFile(file, 'utf8').catch(() => ''));

/** A message of esbuild at its place; it counts columns in bytes. */
function tell(make: typeof error, { text, location }: Message, folder: string, sources: readonly SourceFile[], shared: SharedModules): Diagnostic {
  const { code, message, hints } = words(text, shared);
  if (!location || location.namespace === NAMESPACE) return make(code, message, undefined, ...hints);
  const source = sources.find(({ file }) => file === path.resolve(folder, location.file));
  const bytes = Buffer.from(location.lineText);
  const column = bytes.subarray(0, location.column).toString().length;
  const length = bytes.subarray(location.column, location.column + location.length).toString().length;
  const start = (source?.lineStarts[location.line - 1] ?? 0) + column;
  return make(code, message, { file: path.resolve(folder, location.file), start, end: start + length }, ...hints);
}

/** What esbuild says, in an author's words. */
function words(text: string, shared: SharedModules): { code: string; message: string; hints: string[] } {
  const [, foreign] = /^Not shared: (.+)$/.exec(text) ?? [];
  if (foreign) return { code: 'unknown-import', message: `expected an import from mendbook/kit, found ${quoted(foreign)}`, hints: ['mendbook/kit has the primitives of react-pdf that a template needs'] };
  const [, missing] = /^Could not resolve "(.+)"$/.exec(text) ?? [];
  if (missing) {
    const hint = missing.startsWith('.') ? 'check the path: it counts from this file, and ends in .tsx or .ts' : `a template imports its own files, and ${Object.keys(shared).join(', ')}`;
    return { code: 'unknown-import', message: `expected a module that is there, found ${quoted(missing)}`, hints: [hint] };
  }
  const [, from = '', name = ''] = /^No matching export in "(?:mendbook:)?(.+)" for import "(.+)"$/.exec(text) ?? [];
  if (name) {
    const near = nearest(name, Object.keys(shared[from] ?? {}));
    return { code: 'unknown-export', message: `expected a name that ${from} exports, found ${quoted(name)}`, hints: near ? [`did you mean "${near}"?`] : [] };
  }
  return { code: 'template-code', message: `expected valid TypeScript, found a fault: ${text.charAt(0).toLowerCase()}${text.slice(1).replace(/\.$/, '')}`, hints: [] };
}

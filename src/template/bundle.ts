/** Bundling a user's components with esbuild; react and the kit are ours, so that there is one of each. */
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Message, Metafile, Plugin } from 'esbuild';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import { type SourceFile, sourceFile } from '../diagnostics/source-file.ts';
import { bundleWords } from './bundle-errors.ts';
import type { SharedModules } from './shared-modules.ts';
import { templateGlobals } from './template-globals.ts';

/** The names that the code of a bundle finds what the program gives it under; no author writes them. */
export const GIVEN = { modules: '$mendbook', tick: '$mendbookTick' } as const;
const NAMESPACE = 'mendbook';
const ENTRY = 'mendbook-entry.js';

export interface Bundle {
  /** Given when there is no error: the body of a CommonJS module that exports the modules asked for as `m0`, `m1` … in their order. */
  code?: string;
  /** Its source map, as JSON. */
  map?: string;
  diagnostics: Diagnostic[];
  /** The files of the template that went into it. */
  sources: SourceFile[];
  /** Every file of code that went into it, those of packages too, by the absolute path that links lead to: the bytes that were bundled. */
  files: ReadonlyMap<string, Uint8Array>;
  /** The files of the template that another one of them imports, by absolute path. */
  imported: ReadonlySet<string>;
}

/**
 * Bundles modules of a template.
 *
 * @param folder absolute path of the template
 * @param files the modules, from the folder
 * @param shared the modules that it gets from the program
 */
export async function bundle(folder: string, files: readonly string[], shared: SharedModules): Promise<Bundle> {
  const { build } = await import('esbuild');
  const loaded = new Map<string, Uint8Array>();
  const result = await build({
    stdin: {
      contents: files.map((file, index) => `export * as m${index} from ${JSON.stringify(`./${file}`)};`).join('\n'),
      resolveDir: folder,
      sourcefile: ENTRY,
    },
    absWorkingDir: folder,
    outdir: folder,
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    // Each element tells where it was written.
    jsxDev: true,
    keepNames: true,
    sourcemap: 'external',
    metafile: true,
    logLevel: 'silent',
    // What stands in for the process and the timers is found by every name of theirs.
    define: Object.fromEntries(
      ['process', ...Object.keys(templateGlobals)].flatMap((name) => ['globalThis', 'global'].map((home) => [`${home}.${name}`, name])),
    ),
    // A tsconfig.json in or above the folder is for the editor.
    tsconfigRaw: '{}',
    plugins: [ours(shared, loaded)],
  }).catch((thrown: { errors?: Message[]; warnings?: Message[] }) => {
    if (!thrown.errors) throw thrown;
    return { errors: thrown.errors, warnings: thrown.warnings ?? [], outputFiles: [], metafile: { inputs: {} } as Pick<Metafile, 'inputs'> };
  });

  const own = (name: string): boolean => name !== ENTRY && !name.startsWith(`${NAMESPACE}:`) && !name.includes('node_modules');
  const told = [...result.errors, ...result.warnings].flatMap(({ location }) => (location && location.namespace !== NAMESPACE ? [location.file] : []));
  const names = new Set([...Object.keys(result.metafile.inputs), ...told].filter(own));
  if (names.size === 0) for (const file of files) names.add(file);
  const sources = await Promise.all([...names].map((name) => read(path.resolve(folder, name))));
  const tell = (make: typeof error) => (message: Message) => diagnosticOf(make, message, folder, sources, shared);
  const diagnostics = [...result.errors.map(tell(error)), ...result.warnings.map(tell(warning))];
  const [code, map] = ['.js', '.js.map'].map((end) => result.outputFiles.find((output) => output.path.endsWith(end))?.text);
  const imported = new Set(
    Object.entries(result.metafile.inputs).flatMap(([name, { imports }]) => (own(name) ? imports.map((one) => path.resolve(folder, one.path)) : [])),
  );
  return { diagnostics, sources, files: loaded, imported, ...(code && map ? { code, map } : {}) };
}

/** Resolves what is shared to modules that take it from what the program gives, and keeps what it reads. */
const ours = (shared: SharedModules, loaded: Map<string, Uint8Array>): Plugin => ({
  name: 'mendbook-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path: name }) => {
      if (shared[name]) return { path: name, namespace: NAMESPACE };
      // A second renderer would not know the fonts and the marks of the first.
      if (name.startsWith('@react-pdf/')) return { errors: [{ text: `Not shared: ${name}` }] };
      return undefined;
    });
    // Whoever reads a named pipe waits until somebody writes into it.
    onLoad({ filter: /.*/, namespace: 'file' }, async ({ path: file }) => {
      if (!(await stat(file)).isFile()) return { errors: [{ text: `Could not resolve "./${path.basename(file)}"` }] };
      // What is judged has to be what runs: the file is read once.
      const contents = await readFile(file);
      loaded.set(await realpath(file), contents);
      return { contents, loader: 'default' };
    });
    onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path: name }) => {
      const names = Object.keys(shared[name] ?? {}).filter((key) => key !== 'default');
      const exports = names.map((key, index) => `const e${index} = m[${JSON.stringify(key)}]; export { e${index} as ${key} };`);
      return { contents: [`const m = ${GIVEN.modules}[${JSON.stringify(name)}];`, ...exports, 'export default m.default;'].join('\n'), loader: 'js' };
    });
  },
});

const read = async (file: string): Promise<SourceFile> =>
  sourceFile(file, (await stat(file).catch(() => undefined))?.isFile() ? await readFile(file, 'utf8').catch(() => '') : '');

/** A message of esbuild at its place; it counts columns in bytes. */
function diagnosticOf(make: typeof error, { text, location }: Message, folder: string, sources: readonly SourceFile[], shared: SharedModules): Diagnostic {
  const { code, message, hints } = bundleWords(text, shared);
  if (!location || location.namespace === NAMESPACE) return make(code, message, undefined, ...hints);
  // The file of a component itself: nobody has written the line that imports it.
  const [, asked] = (path.basename(location.file) === ENTRY && /"\.\/(.+)"/.exec(location.lineText)) || [];
  if (asked)
    return make(
      'unreadable',
      'expected a file that can be read, found none',
      { file: path.join(folder, asked), start: 0, end: 0 },
      'check its name and its permissions; only ordinary files are read',
    );
  const source = sources.find(({ file }) => file === path.resolve(folder, location.file));
  const bytes = Buffer.from(location.lineText);
  const column = bytes.subarray(0, location.column).toString().length;
  const length = bytes.subarray(location.column, location.column + location.length).toString().length;
  const start = (source?.lineStarts[location.line - 1] ?? 0) + column;
  return make(code, message, { file: path.resolve(folder, location.file), start, end: start + length }, ...hints);
}

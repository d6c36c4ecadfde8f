/** Bundles a user's components with esbuild; react and the kit come from the program, so that there is one instance of each. */
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Message, Metafile, Plugin } from 'esbuild';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import { type SourceFile, sourceFile } from '../diagnostics/source-file.ts';
import { bundleWords } from './bundle-errors.ts';
import type { SharedModules } from './shared-modules.ts';
import { templateGlobals } from './template-globals.ts';

/** The names under which the code of a bundle gets the shared modules and the loop check; no author writes them. */
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
  /** The bytes of every bundled file of code, those of packages included, by absolute path with links resolved. */
  files: ReadonlyMap<string, Uint8Array>;
  /** The files of the template that another one of them imports, by absolute path. */
  imported: ReadonlySet<string>;
}

/**
 * Bundles modules of a template.
 *
 * @param folder absolute path of the template
 * @param files the modules, from the folder
 * @param shared the modules that the program shares
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
    // The development form of JSX tells the runtime where each element was written.
    jsxDev: true,
    keepNames: true,
    sourcemap: 'external',
    metafile: true,
    logLevel: 'silent',
    // The replacements of process and timers are used under all their names, such as `globalThis.process`.
    define: Object.fromEntries(
      ['process', ...Object.keys(templateGlobals)].flatMap((name) => ['globalThis', 'global'].map((home) => [`${home}.${name}`, name])),
    ),
    // A tsconfig.json in or above the folder is only for editors.
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

/** Resolves imports of shared modules to those of the program, and keeps the bytes of the files that it reads. */
const ours = (shared: SharedModules, loaded: Map<string, Uint8Array>): Plugin => ({
  name: 'mendbook-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path: name }) => {
      if (shared[name]) return { path: name, namespace: NAMESPACE };
      // A second renderer would not know the fonts and marks of the first one.
      if (name.startsWith('@react-pdf/')) return { errors: [{ text: `Not shared: ${name}` }] };
      return undefined;
    });
    // Reading a named pipe would wait until somebody writes into it.
    onLoad({ filter: /.*/, namespace: 'file' }, async ({ path: file }) => {
      if (!(await stat(file)).isFile()) return { errors: [{ text: `Could not resolve "./${path.basename(file)}"` }] };
      // The file is read only once, so that the code that is judged is the code that runs.
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

/** The diagnostic for a message of esbuild, which counts columns in bytes. */
function diagnosticOf(make: typeof error, { text, location }: Message, folder: string, sources: readonly SourceFile[], shared: SharedModules): Diagnostic {
  const { code, message, hints } = bundleWords(text, shared);
  if (!location || location.namespace === NAMESPACE) return make(code, message, undefined, ...hints);
  // The program imports the files of components itself, so there is no line of the author to point to.
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

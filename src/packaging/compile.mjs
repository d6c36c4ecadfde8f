/**
 * Bundles the program into .build/: the command line with its help in one small file, all else in another (program.cjs), with the libraries
 * inside, so that a cold start reads few files and the libraries that make the PDF are the pinned ones wherever the package is installed.
 * With --if-stale it does so only where the bundles are older than what they are made of.
 */
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFresh } from './fresh.mjs';

const root = new URL('../..', import.meta.url);
const at = (path) => fileURLToPath(new URL(path, root));

if (process.argv.includes('--if-stale') && isFresh(at('.'))) process.exit(0);
const began = new Date();
const { build } = await import('esbuild');
const { facade, facadeOf, facadesPlugin } = await import('./facades.mjs');
const { noticesOf } = await import('./notices.mjs');
const { patchPlugin } = await import('./patches.mjs');
const { previewPatches } = await import('./preview-patches.mjs');
const { startUp } = await import('./start-up.mjs');
const { unmapped } = await import('./unmapped.mjs');
const { wordSpaces } = await import('./word-spaces.mjs');

/** Fonts are TrueType files, never WOFF2. */
const WITHOUT_WOFF2 = {
  file: 'brotli/decompress.js',
  contents: 'module.exports = () => { throw new Error("expected a TrueType font, found WOFF2"); };',
};

const libraries = patchPlugin('libraries', [
  {
    // pdfkit finds its standard fonts through a `require` of its own, which a bundler cannot follow. The layout engine opens
    // Helvetica as a last resort; no page of ours ever shows it.
    file: 'pdfkit.node.mjs',
    changes: [
      ['const require$1 = createRequire(import.meta.url);', ''],
      [/require\$1\('#standard-fonts\/(\w+)'\)/g, "require('pdfkit/standard-fonts/$1')"],
    ],
  },
  {
    // svg-to-pdfkit knows a pattern by the name of the function that made it, which is lost when code is made small.
    file: 'svg-to-pdfkit/source.js',
    changes: [['new (function PDFPattern() {})()', "{ constructor: { name: 'PDFPattern' } }"]],
  },
  ...wordSpaces,
  ...startUp,
  // What follows is never reached by this program, and would cost time and memory at each start.
  // Words are never hyphenated: the patterns would be compiled at once.
  { file: '@react-pdf/hyphenate/lib/en-us.js', contents: 'export const syllables = (word) => [word];' },
  // Reconcilers for versions of React that are not the pinned one.
  ...[23, 31].map((version) => ({
    file: `@react-pdf/reconciler/lib/reconciler-${version}.js`,
    contents: 'export default () => { throw new Error("expected React 19.2 or newer"); };',
  })),
  WITHOUT_WOFF2,
]);

// Built beside the old program and then put in its place, so that it can be used meanwhile.
const fresh = await mkdtemp(at('.build-'));
/** What other programs and templates import, and where package.json says that it lies. */
const PUBLIC = { 'api/index.ts': 'index.js', 'kit/index.ts': 'kit.js', 'kit/jsx-runtime.ts': 'jsx-runtime.js' };
const LOADER = 'program/load-program.ts';
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  // The one is a program of its own; the other brings a WebAssembly file, and only `build --verbose` asks for it.
  external: ['esbuild', '@embedpdf/pdfium'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // For stacks that name src/, read under MENDBOOK_DEBUG alone. The lines themselves are in the repository.
  sourcemap: 'linked',
  sourcesContent: false,
  alias: { 'mendbook/kit': at('src/kit/index.ts') },
  metafile: true,
  logLevel: 'warning',
};
const asked = new Set();
const start = await build({
  ...shared,
  // The last one runs in a thread of its own.
  entryPoints: { cli: at('src/cli.ts'), 'load-program': at(`src/${LOADER}`), 'font-trial': at('src/theme/font-trial.mjs') },
  outdir: fresh,
  format: 'esm',
  banner: { js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);" },
  plugins: [
    facadesPlugin((file) => relative(at('src'), file).split(sep).join('/'), asked, { [LOADER]: './load-program.js' }),
    patchPlugin('font trial', [WITHOUT_WOFF2]),
    unmapped,
  ],
});
const SHIPPED = 'cache/shipped.ts';
const modules = [...asked, ...Object.keys(PUBLIC), SHIPPED].toSorted();
// One script, since only a script can be given what V8 compiled before.
const program = await build({
  ...shared,
  stdin: {
    contents: `module.exports = {${modules.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`).join(',')}};`,
    resolveDir: at('src'),
    sourcefile: 'program.cjs',
  },
  outfile: join(fresh, 'program.cjs'),
  format: 'cjs',
  // V8 does not tell Node what asks for a module, where that was compiled in another process.
  supported: { 'dynamic-import': false },
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.MENDBOOK_COMPILED': '"yes"', 'import.meta.url': '$url' },
  banner: { js: "const $url=require('node:url').pathToFileURL(__filename).href;" },
  plugins: [libraries, unmapped],
});
const exported = createRequire(import.meta.url)(join(fresh, 'program.cjs'));
const { MANIFEST, shippedDigest } = exported[SHIPPED]();
const digest = createHash('sha256')
  .update(await readFile(join(fresh, 'program.cjs')))
  .digest('hex');
await writeFile(join(fresh, MANIFEST), JSON.stringify({ program: digest, files: shippedDigest(at('.')) }));
for (const file of modules.filter((one) => one !== SHIPPED)) {
  const place = PUBLIC[file] ?? facadeOf(file);
  await mkdir(dirname(join(fresh, place)), { recursive: true });
  await writeFile(join(fresh, place), facade(file, place, Object.keys(exported[file]())));
}
// The page of `preview`, which runs in a browser, and pdf.js in a worker beside it.
const page = await build({
  entryPoints: { page: at('src/preview/page/main.ts'), 'pdf.worker': at('node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs') },
  plugins: [patchPlugin('preview', previewPatches)],
  outdir: join(fresh, 'preview'),
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: ['chrome111', 'firefox115', 'safari16.4'],
  // What the viewer's style sheet names: nothing is fetched for it.
  loader: { '.svg': 'dataurl', '.gif': 'dataurl' },
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'error',
});
await copyFile(at('src/preview/page/index.html'), join(fresh, 'preview/index.html'));
await chmod(join(fresh, 'cli.js'), 0o755);
await writeFile(join(fresh, 'package.json'), '{"type":"module"}\n');
await writeFile(
  join(fresh, 'THIRD-PARTY.txt'),
  await noticesOf(
    [start.metafile, program.metafile, page.metafile].flatMap(({ inputs }) => Object.keys(inputs)),
    Object.keys(JSON.parse(await readFile(at('package.json'), 'utf8')).dependencies),
    at('.'),
  ),
);
await chmod(fresh, 0o755);
// As old as what was read: what is changed while this runs is newer.
await utimes(join(fresh, 'cli.js'), began, began);
const old = `${fresh}.old`;
await rename(at('.build'), old).catch(() => undefined);
await rename(fresh, at('.build'));
await rm(old, { recursive: true, force: true });

/**
 * Bundles the program into .build/: one file a command, loaded when it runs, with the libraries inside, so that a cold
 * start reads few files and the libraries that make the PDF are the pinned ones wherever the package is installed.
 * With --if-stale it does so only where the bundles are older than what they are made of.
 */
import { chmod, copyFile, mkdtemp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFresh } from './fresh.mjs';

const root = new URL('../..', import.meta.url);
const at = (path) => fileURLToPath(new URL(path, root));

if (process.argv.includes('--if-stale') && isFresh(at('.'))) process.exit(0);
const began = new Date();
const { build } = await import('esbuild');
const { noticesOf } = await import('./notices.mjs');
const { patchPlugin } = await import('./patches.mjs');
const { unmapped } = await import('./unmapped.mjs');
const { wordSpaces } = await import('./word-spaces.mjs');

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
  // What follows is never reached by this program, and would cost time and memory at each start.
  // Words are never hyphenated: the patterns would be compiled at once.
  { file: '@react-pdf/hyphenate/lib/en-us.js', contents: 'export const syllables = (word) => [word];' },
  // Reconcilers for versions of React that are not the pinned one.
  ...[23, 31].map((version) => ({
    file: `@react-pdf/reconciler/lib/reconciler-${version}.js`,
    contents: 'export default () => { throw new Error("expected React 19.2 or newer"); };',
  })),
  // Fonts are TrueType files, never WOFF2.
  { file: 'brotli/decompress.js', contents: 'module.exports = () => { throw new Error("expected a TrueType font, found WOFF2"); };' },
]);

// Built beside the old program and then put in its place, so that it can be used meanwhile.
const fresh = await mkdtemp(at('.build-'));
const { metafile } = await build({
  entryPoints: {
    cli: at('src/cli.ts'),
    index: at('src/api/index.ts'),
    kit: at('src/kit/index.ts'),
    'jsx-runtime': at('src/kit/jsx-runtime.ts'),
    'font-trial': at('src/theme/font-trial.mjs'),
  },
  outdir: fresh,
  bundle: true,
  splitting: true,
  format: 'esm',
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
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);" },
  alias: { 'mendbook/kit': at('src/kit/index.ts') },
  plugins: [libraries, unmapped],
  metafile: true,
  logLevel: 'warning',
});
// The page of `preview`, which runs in a browser, and pdf.js in a worker beside it.
const page = await build({
  entryPoints: { page: at('src/preview/page/main.ts'), 'pdf.worker': at('node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs') },
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
    [metafile, page.metafile].flatMap(({ inputs }) => Object.keys(inputs)),
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

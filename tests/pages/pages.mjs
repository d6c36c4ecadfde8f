/**
 * Every page of every edition as pictures: contact sheets under out/pages/.
 *   npm run pages -- [filter …] [--filled=third|half|whole] [-- options of mendbook build]
 *   npm run pages -- templates      two pages of each template, for docs/templates.md
 * The program that draws them is written in TypeScript: it is put together here, and run.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
// Two folders below the top, as its sources are: what they find beside them, they find from there.
const program = at('../.build-pages/main.js');
await build({
  entryPoints: [at('main.ts')],
  outfile: program,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;

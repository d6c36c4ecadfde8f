/** Makes the fuzzer and the program that it runs from their sources, and starts it. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const outdir = at('../../.build-fuzz');
await build({
  entryPoints: { main: at('main.ts'), worker: at('worker.ts'), 'font-trial': at('../../src/theme/font-trial.mjs') },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  packages: 'external',
  alias: { 'mendbook/kit': at('../../src/kit/index.ts') },
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [`${outdir}/main.js`, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
});
process.exitCode = status ?? 1;

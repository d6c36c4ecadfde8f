/** Tests with a real browser and with other programs that fill in forms: they need Debian packages (see .ci/run) beside Node. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: { 'mendbook/kit': fileURLToPath(new URL('../../src/kit/index.ts', import.meta.url)) } },
  test: {
    include: ['tests/viewers/**/*.viewers.ts'],
    // One browser and one layout engine for all files.
    isolate: false,
    fileParallelism: false,
    // Hundreds of clicks and keys in a browser take minutes on a busy machine.
    testTimeout: 900_000,
    hookTimeout: 300_000,
  },
});

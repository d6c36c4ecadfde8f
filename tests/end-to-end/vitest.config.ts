/** Tests of the packed program and its files: they need Debian packages (qpdf, poppler-utils, a JDK) beside Node. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: { 'mendbook/kit': fileURLToPath(new URL('../../src/kit/index.ts', import.meta.url)) } },
  test: {
    setupFiles: ['tests/config-folder.ts'],
    include: ['tests/end-to-end/**/*.e2e.ts'],
    // One process, one file after the other: the program is packed and installed once for all of them.
    isolate: false,
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});

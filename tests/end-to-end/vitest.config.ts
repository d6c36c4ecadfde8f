/** Tests of the packed program and its files: they need Debian packages (qpdf, poppler-utils, a JDK) beside Node. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  resolve: { alias: { 'mendbook/kit': new URL('../../src/kit/index.ts', import.meta.url).pathname } },
  test: {
    include: ['tests/end-to-end/**/*.e2e.ts'],
    // One process, one file after the other: the program is packed and installed once for all of them.
    isolate: false,
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});

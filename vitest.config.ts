import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { 'mendbook/kit': fileURLToPath(new URL('./src/kit/index.ts', import.meta.url)) } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // A process loads the layout engine once for all of its files: most of the time goes there. Nothing of ours keeps what a build notes; what the process keeps (registered fonts, what was measured) is known by its content.
    isolate: false,
    // Otherwise one of two processors would be idle.
    maxWorkers: '100%',
    // Typing into hundreds of fields takes seconds on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

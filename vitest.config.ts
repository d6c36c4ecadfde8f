/** Tests that need Node alone, in two projects: quick ones, and those that lay out whole books (*.book.test.ts). */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// React as it is in the program that is shipped: the one for developers takes more time, and tells each error that a test asks for at length.
process.env.NODE_ENV = 'production';

const BOOK = 'tests/**/*.book.test.{ts,tsx}';

export default defineConfig({
  resolve: { alias: { 'mendbook/kit': fileURLToPath(new URL('./src/kit/index.ts', import.meta.url)) } },
  test: {
    projects: [
      { extends: true, test: { name: 'quick', include: ['tests/**/*.test.{ts,tsx}'], exclude: [BOOK, '**/node_modules/**'] } },
      { extends: true, test: { name: 'book', include: [BOOK] } },
    ],
    env: { NODE_ENV: 'production' },
    setupFiles: ['tests/config-folder.ts'],
    // What fails, with what was printed meanwhile, and a summary.
    reporters: ['dot'],
    // The console goes where that of the program goes: what the program keeps from it is kept from it here too.
    disableConsoleIntercept: true,
    // A process loads the layout engine once for all of its files: most of the time goes there. Nothing of ours keeps what a build notes;
    // what the process keeps (registered fonts, what was measured) is known by its content.
    isolate: false,
    // Otherwise one of two processors would be idle.
    maxWorkers: '100%',
    // Typing into hundreds of fields takes seconds on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
